import t from 'tap'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

t.test('one organisation as a story', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)

  t.test('why Paris stands where it stands', async (t) => {
    const page = await application.visit()
    const complaints: string[] = []
    page.on('console', (message) => void complaints.push(message.text()))
    await page.goto('/organisations/ville-de-paris')
    t.equal(await page.locator('h1').innerText(), 'Ville de Paris')
    t.match(await page.locator('.verdict').innerText(), /bâtisseur\s+à confirmer/i)
    t.match(await page.locator('.standing').innerText(), /Aucune nouvelle depuis février 2018/)
    t.match(
      await page.getByRole('row', { name: /^Institutionnalisation/i }).innerText(),
      /la Transfo a commencé en novembre 2016 et s’est achevée le 14 février 2018/i,
    )
    await page.locator('#advice').waitFor()
    t.match(
      await page.locator('#advice').innerText(),
      /Pour atteindre «\sancré\s»/,
      'what comes next was brought here',
    )
    t.strictSame(await accessibilityFaults(page), [])
    t.strictSame(complaints, [])
  })

  t.test('the table says what the picture shows', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations/ville-de-paris')
    await page.locator('summary', { hasText: 'La même chose en tableau' }).click()
    const table = page.getByRole('table', { name: 'La même chose en tableau' })
    const rows = await table.getByRole('row').allInnerTexts()
    t.match(rows[2], /Position\s+31 octobre 2014\s+14 janvier 2016\s+curieux\s+établi/)
    const bands = await page.locator('svg.trajectory rect.certain').count()
    t.ok(bands > 10)
    t.equal(
      await page.locator('svg.trajectory .step-number').count(),
      await page.locator('ol.story > li').count(),
    )
  })

  t.test('as of a day in the past, by what was known then', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations/ville-de-paris')
    await page.getByText('Voir comme au…').click()
    await page.getByLabel('Ce qui était vrai le').fill('2015-06-01')
    await page.getByRole('button', { name: 'Voir' }).click()
    t.match(await page.locator('.verdict').innerText(), /curieux\s+établi/i)
    t.match(await page.locator('.notice').innerText(), /ne montre pas l’état d’aujourd’hui/)
    t.notOk((await page.locator('ol.story').innerText()).includes('Transfo'), 'what came later is left out')
    await page.getByRole('link', { name: 'Revenir à aujourd’hui' }).click()
    t.match(await page.locator('.verdict').innerText(), /bâtisseur/i)
  })

  t.test('without JavaScript a link leads to what comes next', async (t) => {
    const page = await application.visit({ javaScriptEnabled: false })
    await page.goto('/organisations/ville-de-paris')
    await page.getByRole('link', { name: 'Voir ce qui l’y mènerait' }).click()
    t.match(await page.locator('h1').innerText(), /^Et ensuite\s\?$/)
  })

  t.test('an organisation that was merged: its end, its successor, nothing ahead', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations/region-champagne-ardenne')
    t.match(await page.locator('#standing').innerText(), /à la fin/)
    t.equal(await page.locator('svg.trajectory .ahead').count(), 0)
    await page.locator('section[aria-labelledby="lineage"]').getByRole('link', { name: 'Grand Est' }).click()
    t.equal(await page.locator('h1').innerText(), 'Région Grand Est')
    t.strictSame(await accessibilityFaults(page), [])
  })

  t.test('on a phone', async (t) => {
    const page = await application.visit({ viewport: { width: 320, height: 640 } })
    for (const address of ['/organisations/region-bretagne', '/organisations/region-bretagne/suite']) {
      await page.goto(address)
      t.ok(await fitsItsWidth(page), address)
    }
    t.strictSame(await accessibilityFaults(page), [])
  })
})
