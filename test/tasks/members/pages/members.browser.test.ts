import t from 'tap'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

t.test('who is a member, in a browser', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)

  t.test('of a year, whom to ask again the next, and who is left behind', async (t) => {
    const page = await application.visit()
    const titles = async () =>
      (await page.locator('h2').allInnerTexts()).map((title) => title.replace(/\s+/g, ' '))
    await page.goto('/')
    await page.getByRole('link', { name: 'Adhérents' }).click()
    await page.getByLabel('Année', { exact: true }).selectOption('2014')
    await page.waitForURL(/year=2014/)
    t.ok((await titles()).includes('Adhérents connus (9)'))
    t.strictSame(await accessibilityFaults(page), [])
    await page.goto('/adherents?year=2015')
    t.ok((await titles()).includes('À renouveler (9)'))
    await page.goto('/adherents?year=2016')
    t.ok((await titles()).includes('Sans suite connue (9)'))
    t.ok((await titles()).includes('Recherche-action sans adhésion connue (3)'))
    const gone = page.getByRole('row', { name: /Région Bourgogne/ }).first()
    t.equal(
      await gone.getByRole('link', { name: 'Région Bourgogne-Franche-Comté' }).getAttribute('href'),
      '/organisations/region-bourgogne-franche-comte',
    )
    t.strictSame(await accessibilityFaults(page), [])
  })

  t.test('by keyboard alone the year is chosen at leisure, then asked for', async (t) => {
    const page = await application.visit()
    await page.goto('/adherents?year=2016')
    await page.getByLabel('Année', { exact: true }).focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'Tab', 'Tab']) await page.keyboard.press(key)
    t.match(page.url(), /year=2016$/, 'an arrow is no answer yet')
    await page.keyboard.press('Enter')
    await page.waitForURL(/year=2014/)
    t.match(await page.locator('main').innerText(), /Adhérents connus \(9\)/)
  })

  t.test('what was aimed at stands apart from what came about', async (t) => {
    const page = await application.visit({ javaScriptEnabled: false })
    await page.goto('/adherents?year=2014')
    await page.getByLabel('Association ou consortium').selectOption('re_acteur_public')
    await page.getByRole('button', { name: 'Afficher' }).click()
    t.match(
      await page.locator('section', { has: page.locator('#targets') }).innerText(),
      /former 2000 agents/,
    )
    t.notMatch(await page.locator('section', { has: page.locator('#in-brief') }).innerText(), /2000/)
    t.strictSame(await accessibilityFaults(await sameWithScripts(page.url())), [])
  })

  /** axe-core is a script. */
  const sameWithScripts = async (url: string) => {
    const page = await application.visit()
    await page.goto(url)
    return page
  }

  t.test('the list is a table for a spreadsheet as well; on a phone nothing is cut off', async (t) => {
    const page = await application.visit({ viewport: { width: 320, height: 640 } })
    await page.goto('/adherents?year=2016')
    t.ok(await fitsItsWidth(page))
    const address = await page.getByRole('link', { name: /Télécharger cette liste/ }).getAttribute('href')
    const table = await page.request.get(address ?? '')
    t.equal(table.headers()['content-type'], 'text/csv; charset=utf-8')
    t.match(await table.text(), /^\ufeffIdentifiant;Organisation;/)
  })
})
