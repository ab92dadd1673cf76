import t from 'tap'
import type { Page } from 'playwright-core'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

const check = (page: Page) => page.getByRole('button', { name: 'Vérifier', exact: true }).last().click()
const save = (page: Page, name = 'Enregistrer') => page.getByRole('button', { name, exact: true }).click()

t.test('an organisation registered and changed, without JavaScript', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)
  const page = await application.visit({ javaScriptEnabled: false })
  const address = '/organisations/mairie-de-paris-essai/modifier'
  const lastEvent = async () => {
    const stream = streamOfOrganisation(OrganisationId.parse('mairie-de-paris-essai'))
    const last = (await application.house.log.readStream(stream)).at(-1)
    return last && [last.type, last.data]
  }

  t.test('registered, with a fault at its field and a word of who is called alike', async (t) => {
    await page.goto('/organisations/nouvelle')
    await save(page, 'Inscrire')
    t.match(await page.locator('#name-fault').innerText(), /À renseigner/)
    await page.locator('#name').fill('Mairie de Paris essai')
    await page.locator('#kind').selectOption('commune')
    await page.locator('#siren').fill('217 500 017')
    await page.locator('#parent').fill('Atlantide')
    await page.locator('#aliases').fill('Paris 2\nMPE')
    await check(page)
    t.match(await page.locator('#siren-fault').innerText(), /clé de contrôle/)
    t.match(await page.locator('#parent-fault').innerText(), /Aucune organisation inscrite/)
    t.equal(await page.locator('#aliases').inputValue(), 'Paris 2\nMPE')
    await page.locator('#siren').fill('217 500 016')
    await page.locator('#parent').fill('')
    await check(page)
    t.match(
      await page.locator('#apercu').innerText(),
      /mairie-de-paris-essai[^]*nom proche[^]*Ville de Paris/,
    )
    t.equal(await lastEvent(), undefined, 'nothing is recorded by a check')
    await save(page, 'Inscrire')
    t.match(page.url(), /\/organisations\/mairie-de-paris-essai\?inscrite=oui$/)
    t.match(
      await page.locator('[role="status"]').innerText(),
      /^C’est enregistré\s: l’organisation est inscrite\.$/,
    )
    t.strictSame(await lastEvent(), [
      'OrganisationRegistered',
      { name: 'Mairie de Paris essai', kind: 'commune', siren: '217500016', aliases: ['Paris 2', 'MPE'] },
    ])
  })

  t.test('renamed, and the new name corrected', async (t) => {
    await page.goto(`${address}?quoi=nom`)
    await page.locator('#from').fill('un jour')
    await save(page)
    t.match(await page.locator('#from-fault').innerText(), /Date non comprise/)
    t.match(await page.locator('#name-fault').innerText(), /À renseigner/)
    await page.locator('#name').fill('Paris esai')
    await page.locator('#from').fill('mars 2025')
    await save(page)
    t.match(await page.locator('h1').innerText(), 'Modifier Paris esai')
    await page.getByRole('link', { name: /^Corriger Changement de nom/ }).click()
    t.equal(await page.locator('#from').inputValue(), 'en mars 2025')
    await page.locator('#name').fill('Paris essai')
    await save(page)
    t.match(await page.locator('#reason-fault').innerText(), /À renseigner/)
    await page.locator('#reason').fill('faute de frappe')
    await check(page)
    t.match(await page.locator('#apercu').innerText(), /Paris esai[^]*Paris essai/)
    await save(page)
    t.match((await lastEvent())?.[1], { changes: { name: 'Paris essai' }, reason: 'faute de frappe' })
    t.match(await page.locator('main').innerText(), /Paris essai[^]*corrigé, .*\s: faute de frappe/)
  })

  t.test('succeeded by another, with the effect on both', async (t) => {
    await page.goto(`${address}?quoi=succession`)
    await save(page)
    for (const field of ['direction', 'other', 'manner'])
      t.ok(await page.locator(`#${field}-fault`).innerText(), field)
    await page.locator('#direction').selectOption('successor')
    await page.locator('#other').fill('val de')
    await page.locator('#manner').selectOption('merger')
    await page.locator('#from').fill('2026')
    await check(page)
    t.match(await page.locator('#other-fault').innerText(), /Plusieurs organisations conviennent|Aucune/)
    await page.locator('#other').fill('ville-de-paris')
    await check(page)
    t.match(await page.locator('#apercu').innerText(), /Effet chez le successeur/)
    await save(page)
    t.match(await lastEvent(), ['OrganisationSucceeded', { successor: 'ville-de-paris', from: '2026' }])
  })

  t.test('ended; what moved meanwhile is said first', async (t) => {
    await page.goto(`${address}?quoi=fin`)
    const other = await application.visit({ javaScriptEnabled: false })
    await other.goto(`${address}?quoi=identifiant`)
    await other.locator('#siren').fill('130025265')
    await save(other)
    await page.locator('#lastDay').fill('31/12/2025')
    await save(page)
    t.match(await page.locator('.notice.caution').innerText(), /autre chose a été enregistré/)
    t.equal(await page.locator('#lastDay').inputValue(), '31/12/2025')
    await save(page)
    t.strictSame(await lastEvent(), ['OrganisationEnded', { lastDay: '2025-12-31' }])
  })

  t.test('no fault of accessibility, and nothing wider than 320 pixels', async (t) => {
    const narrow = await application.visit({ viewport: { width: 320, height: 640 } })
    for (const path of ['/organisations/nouvelle', address, `${address}?quoi=succession`]) {
      await narrow.goto(path)
      t.strictSame(await accessibilityFaults(narrow), [], path)
      t.ok(await fitsItsWidth(narrow), path)
    }
    const absent = await narrow.goto('/organisations/atlantide/modifier')
    t.equal(absent?.status(), 404)
  })
})
