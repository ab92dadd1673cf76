import type { Page } from 'playwright-core'
import t from 'tap'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

const found = (page: Page): Promise<string> => page.locator('#found').innerText()
const names = (page: Page): Promise<readonly string[]> =>
  page.locator('table.data tbody th a').allInnerTexts()

/** The lists of which a choice is wider than their room; the names of programmes are proper names, as long as they are. */
const cutFilters = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const ARROW = 18
    const pen = document.createElement('canvas').getContext('2d')
    return [...document.querySelectorAll<HTMLSelectElement>('.filter select')].flatMap((list) => {
      const { font, paddingLeft, paddingRight } = getComputedStyle(list)
      const room = list.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - ARROW
      if (pen === null) return ['no canvas']
      pen.font = font
      const shown = list.id === 'programme' ? [...list.selectedOptions] : [...list.options]
      return shown.filter(({ text }) => pen.measureText(text).width > room).map(({ text }) => text)
    })
  })

t.test('staff find who they look for', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)

  t.test('who did the Transfo, and who of them in 2012', async (t) => {
    const page = await application.visit()
    const complaints: string[] = []
    page.on('console', (message) => void complaints.push(message.text()))
    await page.goto('/')
    t.equal(new URL(page.url()).pathname, '/organisations')
    t.equal(await found(page), '112 organisations')
    await page.getByLabel('Programme', { exact: true }).selectOption({ label: 'La Transfo (17)' })
    await page.getByRole('button', { name: 'Appliquer les filtres' }).click()
    await page.getByLabel('Édition').waitFor()
    t.equal(await found(page), '17 organisations')
    t.ok((await names(page)).includes('Ville de Paris'))
    const year = page.getByLabel('Année')
    const label = (await year.locator('option', { hasText: '2012' }).innerText()).trim()
    await year.selectOption({ label })
    await page.getByRole('button', { name: 'Appliquer les filtres' }).click()
    await page.getByRole('link', { name: 'Tout retirer' }).waitFor()
    t.equal(label, `2012 (${(await names(page)).length})`, 'the count beside the filter held its promise')
    t.notOk((await names(page)).includes('Ville de Paris'))
    t.match(await page.locator('table.data tbody').innerText(), /édition 1 \(2011-2014\)/)
    t.strictSame(await accessibilityFaults(page), [])
    await page.getByRole('link', { name: /Année\s: 2012/ }).click()
    await page.getByRole('link', { name: 'Tout retirer' }).waitFor({ state: 'detached' })
    t.equal(await found(page), '17 organisations')
    t.strictSame(complaints, [])
  })

  t.test('no filter cuts what it says, on a wide and on a narrow screen', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations?programme=transfo')
    for (const width of [1280, 768, 360]) {
      await page.setViewportSize({ width, height: 900 })
      t.strictSame(await cutFilters(page), [], String(width))
    }
  })

  t.test('by an acronym, without accents, by keyboard alone', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    t.equal(
      await page.locator(':focus').getAttribute('id'),
      'q',
      'the search is the first stop of the content',
    )
    await page.keyboard.type('paca')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=paca/)
    t.strictSame(await names(page), ["Région Provence-Alpes-Côte d'Azur"])
    t.match(await page.locator('table.data tbody').innerText(), /aussi PACA/, 'it says why it was found')
    await page.getByText('Resserrer').press('Enter')
    await page.getByRole('link', { name: '1 organisation ↓' }).press('Enter')
    t.equal(await page.locator(':focus').getAttribute('id'), 'found')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/region-provence-alpes-cote-d-azur/)
  })

  t.test('without JavaScript, page by page, and as a file for a spreadsheet', async (t) => {
    const page = await application.visit({ javaScriptEnabled: false })
    await page.goto('/organisations')
    const seen = [...(await names(page))]
    while ((await page.getByRole('link', { name: /Page suivante/ }).count()) > 0) {
      await page.getByRole('link', { name: /Page suivante/ }).click()
      seen.push(...(await names(page)))
    }
    t.equal(new Set(seen).size, 112)
    t.equal(seen.length, 112)
    await page.getByRole('link', { name: 'Revenir au début de la liste' }).click()
    t.strictSame(await names(page), seen.slice(0, 50))
    await page.getByLabel('Type').selectOption('commune')
    await page.getByLabel('Dans l’ordre').selectOption('news')
    await page.getByRole('button', { name: 'Appliquer les filtres' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /Télécharger cette liste/ }).click(),
    ])
    t.equal(download.suggestedFilename(), 'organisations.csv')
    const chunks = await (await download.createReadStream()).toArray()
    const text = Buffer.concat(chunks as readonly Buffer[]).toString('utf8')
    const lines = text.trimEnd().split('\r\n')
    t.match(lines[0], /^\ufeffIdentifiant;Nom;/)
    t.equal(`${lines.length - 1} organisations`, await found(page))
    t.strictSame(
      lines.slice(1).map((line) => line.split(';')[1]),
      await names(page),
      'in the order of the page',
    )
  })

  t.test('what leaves nothing says what to do, and the search goes on without filters', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations?q=bourgogne&programme=rebonds')
    t.equal(await found(page), '0 organisation')
    t.match(await page.locator('.notice').innerText(), /Retirer un filtre/)
    t.strictSame(await accessibilityFaults(page), [])
    await page.getByRole('link', { name: 'Chercher sans filtre' }).click()
    await page.waitForURL(/organisations\?q=bourgogne$/)
    t.equal((await names(page)).length, 2)
  })

  t.test('on a narrow screen nothing is cut off, and every cell says what it is', async (t) => {
    const page = await application.visit({ viewport: { width: 320, height: 640 } })
    await page.goto('/organisations?programme=transfo&reading=kept&position=batisseur')
    t.ok(await fitsItsWidth(page))
    t.strictSame(await accessibilityFaults(page), [])
    const heading = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('td[data-heading="Région"]'), '::before').content`,
    )
    t.match(heading, /Région/)
  })

  t.test('in English', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations?programme=transfo&langue=en')
    t.equal(await found(page), '17 organisations')
    t.ok(await page.getByLabel('Programme', { exact: true }).isVisible())
    t.match(await page.locator('table.data tbody').innerText(), /to be confirmed/)
    t.strictSame(await accessibilityFaults(page), [])
  })
})
