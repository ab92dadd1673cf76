import t from 'tap'
import type { Page } from 'playwright-core'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { accessibilityFaults, browseApplication, noBrowser } from '#test/support/browser.js'

const ids = ['ville-de-paris', 'departement-val-de-marne', 'departement-val-d-oise']

const check = (page: Page) => page.getByRole('button', { name: 'Vérifier', exact: true }).last().click()
const save = (page: Page) => page.getByRole('button', { name: 'Enregistrer', exact: true }).click()

/** Searches for an organisation and adds the first that is found. */
const addOrganisation = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Ajouter une organisation').fill(name)
  await page.getByRole('button', { name: 'Chercher', exact: true }).click()
  await page
    .getByRole('button', { name: /^Ajouter / })
    .first()
    .click()
}

t.test('recording in a browser', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  const { house } = application
  t.teardown(application.close)

  /** The events of an organisation since it had so many. */
  const eventsOf = async (id: string) => house.log.readStream(streamOfOrganisation(OrganisationId.parse(id)))
  const lengths = () => Promise.all(ids.map(async (id) => (await eventsOf(id)).length))

  for (const javaScriptEnabled of [true, false]) {
    t.test(
      `a seminar of three, its date corrected; ${javaScriptEnabled ? 'with' : 'without'} JavaScript`,
      async (t) => {
        const before = await lengths()
        const page = await application.visit({ javaScriptEnabled })
        await page.goto('/enregistrer')
        await page.getByRole('link', { name: 'Séminaire', exact: true }).click()
        for (const id of ids) await addOrganisation(page, id.replaceAll('-', ' '))
        await page.locator('#when').fill('vers mars 2024')
        await page.locator('#title').fill('Séminaire à trois')
        for (const id of ids) await page.locator(`[id="role.${id}"]`).selectOption('participant')
        await check(page)
        const preview = await page.locator('#apercu').innerText()
        t.match(
          preview,
          /Ville de Paris[^]*séminaire «\sSéminaire à trois\s», tenu vers mars 2024 \(participant\)/,
        )
        t.match(preview, javaScriptEnabled ? /Avant[^]*Après/ : /Sa position ne change pas\s: Bâtisseur/)
        t.match(await page.locator('.understood').first().innerText(), /Compris\s: vers mars 2024/)
        t.strictSame(await lengths(), before, 'a check records nothing')
        await save(page)
        t.match(page.url(), /\/etapes\/seminar-[0-9a-f]{8}\?enregistre=oui$/)
        t.match(await page.getByRole('status').innerText(), /C’est enregistré/)
        t.strictSame(
          await lengths(),
          before.map((length) => length + 1),
        )

        await page.getByRole('link', { name: /^Corriger / }).click()
        t.equal(await page.locator('#when').inputValue(), 'vers mars 2024')
        await page.locator('#when').fill('printemps 2024')
        await page.locator('#reason').fill('l’invitation disait le printemps')
        await check(page)
        t.match(await page.locator('#apercu').innerText(), /Quand[^]*vers mars 2024[^]*au printemps 2024/)
        await save(page)
        const card = await page.locator('article').innerText()
        t.match(card, /tenu au printemps 2024/)
        t.match(card, /vers mars 2024 → au printemps 2024[^]*l’invitation disait le printemps[^]*local:pages/)
        const last = (await eventsOf('ville-de-paris')).at(-1)
        t.match(last?.data, { changes: { occurred: '2024-21', within: null } })
      },
    )
  }

  t.test('a fault stands at its field, and what was typed stays', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations/ville-de-paris/enregistrer?kind=seminar')
    await page.locator('#when').fill('31/02/2024')
    await page.locator('#title').fill('Titre à garder')
    await page.getByRole('checkbox', { name: 'agents', exact: true }).check()
    await page.getByText('Source et documents').click()
    await page.locator('#documents').fill('un titre seul')
    await save(page)
    const summary = page.locator('[data-role="fault-summary"]')
    t.match(await summary.innerText(), /Rôle – Ville de Paris\s: Choisir dans la liste/)
    t.match(await summary.innerText(), /Quand\s: Ce mois n’a pas ce jour/)
    t.equal(await page.locator(':focus').getAttribute('data-role'), 'fault-summary')
    await summary.getByRole('link', { name: /^Quand/ }).click()
    t.equal(await page.locator(':focus').getAttribute('name'), 'when')
    t.match(await page.locator('#when-fault').innerText(), /Vérifier le jour/)
    t.match(await page.locator('#documents-fault').innerText(), /Chaque ligne a un titre/)
    t.equal(await page.locator('#when').inputValue(), '31/02/2024')
    t.equal(await page.locator('#title').inputValue(), 'Titre à garder')
    t.equal(await page.locator('#documents').inputValue(), 'un titre seul')
    t.ok(await page.getByRole('checkbox', { name: 'agents', exact: true }).isChecked())
    t.strictSame(await accessibilityFaults(page), [])
    await page.locator('#when').fill('mars 2030')
    await page.locator('#documents').fill('')
    await page.locator('[id="role.ville-de-paris"]').selectOption('lead')
    await save(page)
    t.match(await page.locator('#when-fault').innerText(), /choisir «\sannonce\s»/)
  })

  t.test('by keyboard alone', async (t) => {
    const page = await application.visit()
    /** Goes on by Tab until the focus stands on what has this name, a field or a button. */
    const tabTo = async (name: string): Promise<void> => {
      for (let stop = 0; stop < 80; stop += 1) {
        await page.keyboard.press('Tab')
        const focused: unknown = await page.evaluate(
          '[document.activeElement.id, document.activeElement.innerText.trim()]',
        )
        if (Array.isArray(focused) && focused.includes(name)) return
      }
      throw new Error(`no way to ${name} by keyboard`)
    }
    await page.goto('/organisations/ville-de-paris/enregistrer')
    await tabTo('genre')
    await page.keyboard.type('visite')
    await tabTo('Visite accueillie')
    await page.keyboard.press('Enter')
    await page.waitForURL(/kind=visit/)
    await tabTo('role.ville-de-paris')
    await page.keyboard.type('hôte')
    await tabTo('when')
    await page.keyboard.type('juin 2025')
    await page.keyboard.press('Enter')
    await page.locator('#apercu').waitFor()
    t.match(await page.locator('#apercu').innerText(), /visite accueillie, .* en juin 2025/)
    await tabTo('Enregistrer')
    await tabTo('when')
    await tabTo('Vérifier')
    await tabTo('Enregistrer')
    await page.keyboard.press('Enter')
    await page.waitForURL(/enregistre=oui/)
  })
})
