import t from 'tap'
import { post } from '#test/support/call.js'
import { browseApplication, noBrowser } from '#test/support/browser.js'
import { FAULTS, visiting } from '#test/support/sound-page.js'

t.test('the pages that amend stop nobody, at 320 pixels', { skip: noBrowser }, async (t) => {
  const application = await browseApplication()
  const { server } = application
  t.teardown(application.close)
  const page = await application.visit({ viewport: { width: 320, height: 640 } })
  const { open, sound, press } = visiting(page)
  const paris = { id: 'ville-de-paris', name: 'Ville et Département de Paris', kind: 'commune' }
  await post(server, '/v1/organisations', paris)
  const record = async (step: object) => {
    const { json } = await post(server, '/v1/organisations/ville-de-paris/steps', { role: 'lead', ...step })
    return json as { readonly stepId: string; readonly events: readonly { readonly id: string }[] }
  }
  const title = 'Laboratoire d’innovation de la Ville et du Département de Paris, dit « le Labo »'
  await record({ kind: 'transfo', stage: 'started', occurred: '2016-11', title: `La Transfo, puis ${title}` })
  const { stepId, events } = await record({ kind: 'lab', stage: 'begun', occurred: '2019-09', title })
  const fact = `/etapes/${stepId}/faits/${events[0]?.id ?? ''}`

  t.test('a step: corrected, confirmed, linked, taken back, each with its faults', async (t) => {
    await open(t, `/etapes/${stepId}`)
    for (const [address, fault, right, save] of [
      [`${fact}/corriger`, { when: 'jadis' }, { when: 'vers 2018', reason: 'un brouillon' }, 'Enregistrer'],
      [`/etapes/${stepId}/confirmer`, { when: 'jadis' }, { when: 'juin 2026' }, 'Enregistrer'],
      [`/etapes/${stepId}/relier`, {}, { 'follows.others': 'ailleurs.etape-1' }, 'Enregistrer'],
      [`${fact}/retirer`, {}, { reason: 'en double' }, 'Retirer'],
    ] as const) {
      t.equal((await page.goto(address))?.status(), 200, address)
      for (const [name, text] of Object.entries(fault)) await page.locator(`[id="${name}"]`).fill(text)
      await press(save)
      await sound(t, `${address}, faulty`, FAULTS)
      for (const [name, text] of Object.entries(right)) await page.locator(`[id="${name}"]`).fill(text)
      await press('Vérifier')
      await sound(t, `${address}, checked`, '#apercu')
      await press(save)
      await page.locator('.notice.done:focus').waitFor()
    }
    await sound(t, 'all done')
    const link = page.getByRole('link', { name: /^Retirer ailleurs/ })
    await page.goto((await link.getAttribute('href')) ?? '')
    await sound(t, 'a link to take back')
    await open(t, `${fact}/corriger`, 404)
  })

  t.test('an organisation: registered, changed, corrected', async (t) => {
    await open(t, '/organisations/nouvelle')
    await press('Inscrire')
    await sound(t, 'nothing filled in', FAULTS)
    await page.locator('#name').fill('Mairie de Paris')
    await page.locator('#kind').selectOption('commune')
    await press('Vérifier')
    await sound(t, 'called alike', '#apercu')
    const address = '/organisations/ville-de-paris/modifier'
    await open(t, address)
    for (const [act, field, text] of [
      ['nom', 'from', 'un jour'],
      ['identifiant', 'siren', '12'],
      ['fin', 'lastDay', 'jadis'],
      ['succession', 'other', 'val de'],
    ] as const) {
      await page.goto(`${address}?quoi=${act}`)
      await page.locator(`#${field}`).fill(text)
      await press('Vérifier')
      await sound(t, `${act}, faulty`, FAULTS)
    }
    await page.goto(`${address}?quoi=nom`)
    await page.locator('#name').fill('Paris')
    await press('Vérifier')
    await sound(t, 'renamed, checked', '#apercu')
    await press('Enregistrer')
    await page.locator('.notice.done:focus').waitFor()
    await page.getByRole('link', { name: /^Corriger Changement de nom/ }).click()
    await page.waitForURL(/corriger=/)
    await press('Enregistrer')
    await sound(t, 'nothing corrected', '.notice.fault')
  })
})
