import t from 'tap'
import type { Page } from 'playwright-core'
import { kinds, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { formOfKind } from '#src/web/forms/form-of-kind.js'
import { browseApplication, noBrowser } from '#test/support/browser.js'
import { FAULTS, visiting } from '#test/support/sound-page.js'

/** The controls that the fields of a kind of its own are filled in with. */
const controlsOf = (kind: KindCode): readonly string[] =>
  formOfKind(kind).fields.flatMap(({ group, input }) => (group === 'kind' ? input : []))

/** Kinds that have every control between them, those with most controls first, and one that has none. */
const representatives = kinds
  .map(({ code }) => code)
  .toSorted((one, other) => new Set(controlsOf(other)).size - new Set(controlsOf(one)).size)
  .reduce<readonly KindCode[]>((taken, kind) => {
    const met = new Set(taken.flatMap(controlsOf))
    const controls = controlsOf(kind)
    const isFirstWithout = controls.length === 0 && taken.every((each) => controlsOf(each).length > 0)
    return isFirstWithout || controls.some((control) => !met.has(control)) ? [...taken, kind] : taken
  }, [])

const openAll = (page: Page) =>
  page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')

t.test('the pages that record stop nobody, at 320 pixels', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)
  const page = await application.visit({ viewport: { width: 320, height: 640 } })
  const { open, sound, press } = visiting(page)

  t.test(
    'the kinds, and the forms of kinds that have every control between them, all unfolded',
    async (t) => {
      await open(t, '/enregistrer')
      await open(t, '/organisations/ville-de-paris/enregistrer?genre=zzz')
      await open(t, '/enregistrer?kind=nulle-part', 404)
      for (const kind of representatives) {
        await page.goto(`/organisations/ville-de-paris/enregistrer?kind=${kind}`)
        await openAll(page)
        await sound(t, kind)
      }
    },
  )

  t.test('a form with every fault, checked, recorded', async (t) => {
    await page.goto('/enregistrer?kind=lab')
    await press('Enregistrer')
    await sound(t, 'nobody took part', FAULTS)
    t.match(await page.locator('#organisation-fault').innerText(), /Ajouter au moins une organisation/)
    await page.locator('#cherche').fill('ville de paris')
    await press('Chercher')
    await sound(t, 'found', '[aria-label="Organisations trouvées"]')
    await press('Ajouter Ville de Paris')
    await sound(t, 'added', '[aria-label="Ville de Paris"]')
    await openAll(page)
    const wrong = {
      when: '31/02/2024',
      expected: 'jadis',
      statedOn: 'entre 2011 et 2012',
      'attributes.team': 'beaucoup',
      'cost.scope': 'la résidence',
      'follows.others': 'Un Séminaire !',
      documents: 'un titre seul',
      title: 'x'.repeat(301),
    }
    for (const [name, text] of Object.entries(wrong)) await page.locator(`[id="${name}"]`).fill(text)
    await press('Vérifier')
    await sound(t, 'faults', FAULTS)
    for (const [name, text] of Object.entries(wrong)) {
      t.equal(await page.locator(`[id="${name}"]`).inputValue(), text)
      const place = name === 'cost.scope' ? 'cost.min' : name
      t.equal(await page.locator(`[id="${place}-fault"]`).count(), 1, name)
      await page.locator(`[id="${name}"]`).fill('')
    }
    await page.locator('[id="role.ville-de-paris"]').selectOption('lead')
    await page.locator('#when').fill('vers mars 2024')
    await page.locator('[id="attributes.team"]').fill('de 3 à 5')
    await press('Vérifier')
    await sound(t, 'preview', '#apercu')
    await press('Enregistrer')
    await sound(t, 'recorded', '.notice.done')
    t.match(await page.locator('article').innerText(), /Taille de l’équipe\s+de 3 à 5/)
  })
})
