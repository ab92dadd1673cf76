import t from 'tap'
import type { Page } from 'playwright-core'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { post } from '#test/support/call.js'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()

t.test('recording in a browser, again and meanwhile', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  const { house, server } = application
  t.teardown(application.close)

  const eventsOf = async (id: string) => house.log.readStream(streamOfOrganisation(OrganisationId.parse(id)))

  t.test(
    'the same form sent twice records once; changed, it is a new one only when that is meant',
    async (t) => {
      const page = await application.visit()
      await page.goto('/organisations/ville-de-paris/enregistrer?kind=note')
      await page.locator('[id="role.ville-de-paris"]').selectOption('lead')
      await page.locator('#title').fill('Une seule fois')
      const length = (await eventsOf('ville-de-paris')).length
      await save(page)
      await page.goBack()
      await page.locator('#title').fill('Une seule fois')
      await save(page)
      t.match(page.url(), /enregistre=oui/)
      t.equal((await eventsOf('ville-de-paris')).length, length + 1)
      await page.goBack()
      await page.locator('#title').fill('Une autre')
      await save(page)
      t.match(await page.getByRole('alert').innerText(), /a déjà servi, avec un autre contenu/)
      t.equal((await eventsOf('ville-de-paris')).length, length + 1)
      await save(page)
      t.equal((await eventsOf('ville-de-paris')).length, length + 2)
    },
  )

  t.test('what moved meanwhile is said with both versions, and nothing typed is lost', async (t) => {
    const recorded = await post(server, '/v1/organisations/ville-de-paris/steps', {
      kind: 'seminar',
      stage: 'happened',
      role: 'lead',
      occurred: '2023',
      title: 'Titre d’abord',
      follows: ['ailleurs.etape-1'],
    })
    const { stepId, events } = recorded.json as { stepId: string; events: readonly { id: string }[] }
    const page = await application.visit()
    await page.goto(`/etapes/${stepId}/faits/${events[0]?.id ?? ''}/corriger`)
    await page.locator('#place').evaluate((field) => field.closest('details')?.setAttribute('open', ''))
    await page.locator('#place').fill('Rennes')
    await page.locator('#reason').fill('vu sur place')
    await post(server, `/v1/steps/${stepId}/corrections`, {
      target: events[0]?.id,
      changes: { title: 'Titre ensuite' },
      reason: 'r',
    })
    await save(page)
    const notice = await page.locator('.notice.caution:focus').innerText()
    t.match(notice, /Titre[^]*Titre d’abord[^]*Titre ensuite/)
    t.equal(await page.locator('#title').inputValue(), 'Titre ensuite', 'not touched: it follows')
    t.equal(await page.locator('#place').inputValue(), 'Rennes')
    t.strictSame(await accessibilityFaults(page), [])
    await save(page)
    t.match(await page.locator('article').innerText(), /Titre ensuite[^]*Rennes/)
    t.match((await eventsOf('ville-de-paris')).at(-1)?.data, {
      changes: { place: 'Rennes', follows: undefined },
    })

    await page.goto('/organisations/ville-de-paris/enregistrer?kind=note')
    await page.locator('[id="role.ville-de-paris"]').selectOption('lead')
    await page.locator('#title').fill('Saisie en cours')
    await post(server, '/v1/organisations/ville-de-paris/steps', {
      kind: 'seminar',
      stage: 'happened',
      role: 'lead',
      occurred: '2022',
      title: 'Entre-temps',
    })
    await save(page)
    t.match(await page.locator('.notice.caution:focus').innerText(), /Ville de Paris[^]*«\sEntre-temps\s»/)
    t.equal(await page.locator('#title').inputValue(), 'Saisie en cours')
    await save(page)
    t.match(page.url(), /enregistre=oui/)
  })

  t.test('what one types is understood and previewed while one types', async (t) => {
    const page = await application.visit()
    const complaints: string[] = []
    page.on('console', (message) => void complaints.push(message.text()))
    await page.goto('/organisations/ville-de-paris/enregistrer?kind=seminar')
    await page.locator('#when').fill('31/02/2024')
    const said = page.locator('#when + .understood')
    await said.getByText('Ce mois n’a pas ce jour').waitFor()
    await page.locator('[id="role.ville-de-paris"]').selectOption('lead')
    await page.locator('#when').fill('entre mars et juin 2011')
    await said.getByText('(du 1er mars au 30 juin 2011)').waitFor()
    await page.locator('#apercu').getByText('tenu entre mars et juin 2011').waitFor()
    t.strictSame(complaints, [], 'nothing is refused on the way')
  })

  t.test('every page has no fault of accessibility, fits 320 pixels, and stays small', async (t) => {
    const lab = (await eventsOf('ville-de-paris')).find(({ type }) => type === 'TransfoStarted')
    const step = JSON.stringify(lab?.data['stepId']).replaceAll('"', '')
    const page = await application.visit({ viewport: { width: 320, height: 640 } })
    for (const address of [
      '/enregistrer',
      '/enregistrer?genre=zzz',
      '/enregistrer?organisation=ville-de-paris&organisation=departement-val-de-marne&kind=residency',
      '/organisations/ville-de-paris/enregistrer?kind=membership',
      `/etapes/${step}`,
      `/etapes/${step}/faits/${lab?.id ?? ''}/corriger`,
      `/etapes/${step}/faits/${lab?.id ?? ''}/retirer`,
      `/etapes/${step}/confirmer`,
      `/etapes/${step}/relier`,
      `/etapes/${step}?langue=en`,
    ]) {
      const answer = await page.goto(address)
      t.equal(answer?.status(), 200, address)
      t.ok(((await answer?.body())?.length ?? Number.POSITIVE_INFINITY) < 100_000)
      t.strictSame(await accessibilityFaults(page), [], address)
      t.ok(await fitsItsWidth(page), address)
    }
  })
})
