import t from 'tap'
import type { Page } from 'playwright-core'
import { post } from '#test/support/call.js'
import { accessibilityFaults, browseApplication, noBrowser } from '#test/support/browser.js'

const check = (page: Page) => page.getByRole('button', { name: 'Vérifier', exact: true }).last().click()
const save = (page: Page, name = 'Enregistrer') => page.getByRole('button', { name, exact: true }).click()

t.test('a step amended on its page, without JavaScript', { skip: noBrowser }, async (t) => {
  const application = await browseApplication()
  const { server } = application
  t.teardown(application.close)
  const page = await application.visit({ javaScriptEnabled: false })
  // The checker is a script itself.
  const checked = await application.visit()
  const faultsHere = async () => {
    await checked.goto(page.url())
    return accessibilityFaults(checked)
  }
  await post(server, '/v1/organisations', { id: 'rennes', name: 'Ville de Rennes', kind: 'commune' })
  const record = async (step: object): Promise<string> => {
    const { json } = await post(server, '/v1/organisations/rennes/steps', { role: 'lead', ...step })
    return (json as { readonly stepId: string }).stepId
  }
  const transfo = await record({ kind: 'transfo', stage: 'started', occurred: '2013', title: 'La Transfo' })
  const lab = await record({ kind: 'lab', stage: 'begun', occurred: '2015-09', attributes: { team: 3 } })
  const planned = await record({ kind: 'lab', stage: 'planned', expected: '2027' })

  t.test('its facts in words, with how the date was understood', async (t) => {
    await page.goto(`/etapes/${lab}`)
    const shown = await page.locator('main').innerText()
    t.match(shown, /Ville de Rennes \(pilote\)/)
    t.match(shown, /Quand\s+en septembre 2015\s+Taille/)
    t.match(shown, /Jours possibles\s+du 1er au 30 septembre 2015/)
    t.match(shown, /Taille de l’équipe\s+3/)
    t.strictSame(await faultsHere(), [])
  })

  t.test('still true, on a date or today', async (t) => {
    await page.getByRole('link', { name: 'Toujours vrai' }).click()
    await page.locator('#when').fill('le 31 février')
    await page.locator('#note').fill('appeler le 06 12 34 56 78')
    await save(page)
    t.match(await page.locator('#when-fault').innerText(), /L’année manque|Ce mois n’a pas/)
    await page.locator('#when').fill('juin 2026')
    await save(page)
    t.match(await page.locator('#note-fault').innerText(), /les ôter/)
    await page.locator('#note').fill('')
    await check(page)
    t.match(await page.locator('#apercu').innerText(), /Rien n’est encore enregistré/)
    await save(page)
    t.match(await page.getByRole('status').innerText(), /La confirmation est enregistrée/)
    t.match(await page.locator('main').innerText(), /confirmé en juin 2026/)
    const absent = await page.goto(`/etapes/${planned}/confirmer`)
    t.equal(absent?.status(), 404, 'what was only announced is not true yet')
  })

  t.test('what it came out of, said and taken back', async (t) => {
    await page.goto(`/etapes/${lab}/relier`)
    await save(page)
    t.match(await page.getByRole('alert').innerText(), /Choisir au moins une étape/)
    await page.getByLabel('Transfo « La Transfo », commencée en 2013').check()
    await save(page)
    t.match(await page.locator('main').innerText(), /Issue de\s+Transfo «\sLa Transfo\s», commencée en 2013/)
    await page.goto(`/etapes/${transfo}`)
    t.match(await page.locator('main').innerText(), /Suivie de\s+laboratoire d’innovation/)
    await page.goto(`/etapes/${lab}`)
    await page.getByRole('link', { name: 'Retirer Transfo « La Transfo », commencée en 2013' }).click()
    await page.locator('#reason').fill('une autre en est issue')
    await save(page, 'Retirer')
    t.notMatch(await page.locator('main').innerText(), /Issue de/)
  })

  t.test('a fact taken back stays with its reason', async (t) => {
    await page.goto(`/etapes/${lab}`)
    await page.getByRole('link', { name: /^Retirer laboratoire d’innovation, confirmé/ }).click()
    await save(page, 'Retirer')
    t.match(await page.locator('#reason-fault').innerText(), /À renseigner/)
    await page.locator('#reason').fill('en double')
    await check(page)
    t.match(await page.locator('#apercu').innerText(), /Avant|Sa position ne change pas/)
    await save(page, 'Retirer')
    const card = await page.locator('article', { hasText: 'confirmé' }).innerText()
    t.match(card, /retiré[^]*en double[^]*local:pages/)
    t.notMatch(card, /Corriger/)
    t.strictSame(await faultsHere(), [])
  })

  t.test('the story goes on from the page', async (t) => {
    await page.goto(`/etapes/${lab}`)
    await page.getByRole('link', { name: 'Raconter la suite' }).click()
    t.equal(await page.locator('[name="step.rennes"]:checked').inputValue(), lab)
    await page.locator('#stage').selectOption('ended')
    await page.locator('[id="role.rennes"]').selectOption('lead')
    await page.locator('#when').fill('2014')
    await save(page)
    t.match(await page.locator('#when-fault').innerText(), /La fin .* précède le début/)
    await page.locator('#when').fill('fin 2025')
    await save(page)
    t.match(page.url(), new RegExp(`/etapes/${lab}\\?enregistre`))
    t.match(await page.locator('main').innerText(), /fermé/)
    t.equal((await page.goto('/etapes/nulle-part'))?.status(), 404)
  })
})
