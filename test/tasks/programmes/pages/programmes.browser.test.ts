import t from 'tap'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

const addresses = [
  '/programmes',
  '/programmes/transfo',
  '/programmes/territoires_en_residences',
  '/programmes/nuancier',
  '/programmes/par-annee',
  '/obstacles',
]

t.test('programmes and setbacks, on the real history', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)

  t.test('find who did the Transfo', async (t) => {
    const page = await application.visit()
    await page.goto('/programmes')
    await page.getByRole('link', { name: 'La Transfo' }).click()
    t.equal(await page.locator('h1').innerText(), 'La Transfo')
    const edition = page.locator('#edition-2')
    const names = edition.getByRole('table', { name: 'Ont pris part' }).locator('tbody th')
    t.strictSame(await names.allInnerTexts(), [
      'Communauté urbaine de Dunkerque',
      'Eurométropole de Strasbourg',
      'Métropole Européenne de Lille',
      'Metz Métropole',
      'Mulhouse Alsace Agglomération',
      'Région Occitanie',
      'Ville de Dunkerque',
      'Ville de Mulhouse',
      'Ville de Paris',
      'Ville de Strasbourg',
    ])
    const [aimed, done] = await edition.locator('.card').allInnerTexts()
    t.match(aimed, /10 collectivités visées/)
    t.match(done, /7 étapes, 10 participations, 10 organisations/)
    t.notMatch(done, /visées/, 'a target is no result')
  })

  t.test(
    'print the year’s counts: chosen by keyboard alone, without the form, the folded part too',
    async (t) => {
      const page = await application.visit()
      await page.goto('/programmes')
      await page.getByRole('link', { name: 'Compter par année' }).focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/programmes/par-annee')
      await page.getByLabel('De', { exact: true }).focus()
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('2018')
      await page.keyboard.press('Tab')
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.type('2019')
      await page.keyboard.press('Enter')
      await page.waitForURL(/from=2018&to=2019/)
      const row = page.getByRole('row', { name: 'La Transfo' })
      t.strictSame(await row.locator('td').allInnerTexts(), ['4 (+2)', '0 (+2)', '6', ''])
      t.strictSame(
        await page
          .locator('.year-chart .count')
          .allInnerTexts()
          .then((texts) => texts.length),
        2,
        'a bar a year',
      )
      t.ok(await page.getByRole('button', { name: 'Imprimer' }).isVisible())
      await page.emulateMedia({ media: 'print' })
      t.notOk(await page.locator('form').isVisible())
      t.ok(await page.getByRole('table').first().isVisible())
      await page.evaluate(`addEventListener('beforeprint', () => {
      document.title = document.querySelectorAll('details:not([open])').length + ' folded'
    })`)
      const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      t.ok(printed.length > 10_000)
      const sheets = (printed.match(/\/MediaBox ?\[[^\]]*\]/g) ?? []).map((box) => box.match(/[\d.]+/g))
      t.ok(
        sheets.every((box) => Number(box?.[2]) > Number(box?.[3])),
        'every sheet lies, the first one too',
      )
      t.equal(await page.title(), '0 folded')
      await page.goto('/programmes/par-annee')
      await page.locator('details').evaluateAll((all) => {
        for (const one of all) one.setAttribute('open', '')
      })
      await page.setViewportSize({ width: 1032, height: 700 })
      t.ok(await fitsItsWidth(page), 'all years stand on a sheet of A4 that lies')
    },
  )

  t.test('a period without a participation says 0, on a phone as well', async (t) => {
    const page = await application.visit({ viewport: { width: 360, height: 700 } })
    await page.goto('/programmes/par-annee')
    t.match(await page.getByRole('row', { name: /La Pointeuse/ }).innerText(), /^La Pointeuse\s+0$/)
    t.equal(
      (await page.locator('.year-counts caption').first().innerText()).replace(/\s/g, ' '),
      'Programmes du catalogue, 2008–2024 : participations',
    )
  })

  t.test('years that can’t be asked for are told at their field, and stay as they were typed', async (t) => {
    const page = await application.visit()
    await page.goto('/programmes/par-annee')
    await page.getByLabel('De', { exact: true }).fill('2020')
    await page.getByLabel('à', { exact: true }).fill('2010')
    await page.getByRole('button', { name: 'Afficher' }).click()
    await page.locator('#to-fault').waitFor()
    t.match(await page.locator('#to-fault').innerText(), /la dernière année ne peut précéder la première/)
    t.equal(await page.getByLabel('De', { exact: true }).inputValue(), '2020')
    t.equal(await page.locator('#to').inputValue(), '2010')
    t.strictSame(await accessibilityFaults(page), [])
    await page.goto('/programmes/par-annee?from=hier')
    t.match(await page.locator('#from-fault').innerText(), /une année attendue, par exemple 2016/)
  })

  t.test('an organisation counts once, however much it took', async (t) => {
    const page = await application.visit()
    await page.goto('/programmes/par-annee?from=2009&to=2010')
    const [participations] = await page
      .getByRole('row', { name: 'Territoires en Résidences' })
      .locator('td')
      .allInnerTexts()
    await page.getByLabel('Compter').selectOption('organisations')
    await page.getByRole('button', { name: 'Afficher' }).click()
    await page.waitForURL(/measure=organisations/)
    const cells = await page
      .getByRole('row', { name: 'Territoires en Résidences' })
      .locator('td')
      .allInnerTexts()
    t.equal(participations, '4 (+2)')
    t.strictSame(cells.slice(0, 2), ['4 (+1)', '5 (+1)'])
  })

  t.test('setbacks are chosen by nature, also without JavaScript, and lead to whose they were', async (t) => {
    const page = await application.visit({ javaScriptEnabled: false })
    await page.goto('/obstacles')
    t.equal(await page.locator('.stories > li').count(), 4)
    await page.getByLabel('Nature de l’obstacle').selectOption('demotivation')
    await page.getByRole('button', { name: 'Appliquer les filtres' }).click()
    t.strictSame(await page.locator('.stories h2').allInnerTexts(), ['Région Champagne-Ardenne'])
    t.match(await page.locator('.stories > li').innerText(), /Surmonté\s+en 12 mois au plus/)
    t.match(await page.locator('.stories > li').innerText(), /moment fédérateur/, 'what is told of it')
    await page.locator('.stories h2 a').click()
    t.equal(await page.locator('h1').innerText(), 'Région Champagne-Ardenne')
  })

  for (const address of addresses) {
    t.test(
      `${address}: no fault of accessibility, on a wide and on a narrow screen, under 100 KB`,
      async (t) => {
        const page = await application.visit()
        const answer = await page.goto(address)
        t.equal(answer?.status(), 200)
        t.ok(((await answer?.body())?.length ?? Infinity) < 100_000)
        t.strictSame(await accessibilityFaults(page), [])
        await page.setViewportSize({ width: 320, height: 640 })
        t.ok(await fitsItsWidth(page))
      },
    )
  }
})
