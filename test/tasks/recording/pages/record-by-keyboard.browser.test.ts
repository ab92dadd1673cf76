import t from 'tap'
import type { Page } from 'playwright-core'
import { post } from '#test/support/call.js'
import { byKeyboard } from '#test/support/by-keyboard.js'
import { browseApplication, noBrowser } from '#test/support/browser.js'

const taking = {
  'ville-de-paris': 'Ville de Paris',
  'departement-val-de-marne': 'Département Val-de-Marne',
  'departement-val-d-oise': "Département Val-d'Oise",
}

t.test('recording by keyboard alone', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)
  const { json } = await post(application.server, '/v1/organisations/ville-de-paris/steps', {
    kind: 'lab',
    stage: 'begun',
    role: 'lead',
    occurred: '2019-09',
    title: 'Labo au clavier',
  })
  const { stepId: lab } = json as { readonly stepId: string }
  const valueOf = (page: Page, id: string) => page.locator(`[id="${id}"]`).inputValue()

  for (const javaScriptEnabled of [true, false]) {
    const how = `${javaScriptEnabled ? 'with' : 'without'} JavaScript`

    t.test(`a seminar of three, corrected, linked and taken back; ${how}`, async (t) => {
      const page = await application.visit({ javaScriptEnabled })
      const { begins, tabTo, type, write, press, go, rewrite } = byKeyboard(page)
      await page.goto('/enregistrer')
      await tabTo('genre')
      await type('seminaire')
      await go()
      await tabTo('Séminaire')
      await go()

      await tabTo('cherche')
      await write('personne')
      await go()
      t.match(await begins(), /^Aucune organisation ne porte ce nom/)
      for (const [id, name] of Object.entries(taking)) {
        await tabTo('cherche', id === 'ville-de-paris' ? 'Shift+Tab' : 'Tab')
        await rewrite(id.replaceAll('-', ' '))
        await go()
        t.match(await begins(), 'Organisations trouvées')
        await tabTo(`Ajouter ${name}`)
        await go()
        t.match(await begins(), name)
        await tabTo(`role.${id}`)
        await type(id === 'ville-de-paris' ? 'pilote' : 'participant')
      }
      await tabTo('when')
      await write('31/02/2024')
      await tabTo('title')
      await write(`Séminaire ${how}`)
      await tabTo('agents')
      await press('Space')
      await tabTo('Vérifier')
      await go()
      t.match(await begins(), /^Rien n’a été enregistré/)
      await tabTo(/^Quand : Ce mois n’a pas ce jour/)
      await press('Enter')
      await page.locator('#when:focus').waitFor()
      await rewrite('vers mars 2024')
      await go() // Enter checks
      t.match(await begins(), 'apercu')
      const preview = await page.locator('#apercu').innerText()
      t.match(preview, /Ville de Paris[^]*tenu vers mars 2024 \(pilote\)[^]*Val-d.Oise[^]*\(participant\)/)
      t.equal(await valueOf(page, 'title'), `Séminaire ${how}`)
      t.equal(await valueOf(page, 'role.departement-val-de-marne'), 'participant')
      t.ok(await page.getByRole('checkbox', { name: 'agents', exact: true }).isChecked())
      await tabTo('Enregistrer')
      await go()
      t.match(page.url(), /\/etapes\/seminar-[0-9a-f]{8}\?enregistre=oui$/)
      t.match(await begins(), /^C’est enregistré/)

      // Found again in the story of the organisation, whose many stops are the same with scripts: once is enough.
      if (!javaScriptEnabled) {
        await tabTo('Voir où en est Ville de Paris')
        await go()
        await tabTo(new RegExp(`Séminaire ${how}`, 'i'))
        await go()
      }
      await tabTo(/^Corriger séminaire/)
      await go()
      await tabTo('when')
      await rewrite('printemps 2024')
      await tabTo('reason')
      await write('l’invitation disait le printemps')
      await tabTo('Vérifier')
      await go()
      t.match(await begins(), 'apercu')
      t.match(await page.locator('#apercu').innerText(), /vers mars 2024[^]*au printemps 2024/)
      t.equal(await valueOf(page, 'reason'), 'l’invitation disait le printemps')
      await tabTo('Enregistrer')
      await go()
      t.match(await begins(), /^La correction est enregistrée/)
      t.match(await page.locator('article').innerText(), /tenu au printemps 2024/)

      await tabTo('Dire d’où elle est issue')
      await go()
      await tabTo(/^Laboratoire d’innovation « Labo au clavier »/)
      await press('Space')
      await tabTo('Enregistrer')
      await go()
      t.match(await begins(), /^Le lien est enregistré/)
      await tabTo(/^Retirer laboratoire d’innovation « Labo au clavier »/)
      await go()
      t.match(await page.locator('main').innerText(), /Retirer un lien[^]*issue de\s: laboratoire/)
      await tabTo('reason')
      await write('un autre')
      await tabTo('Retirer')
      await go()
      t.match(await begins(), /^Le retrait est enregistré/)

      await tabTo(/^Retirer séminaire/)
      await go()
      await tabTo('Retirer')
      await go()
      t.match(await begins(), /^Rien n’a été enregistré/)
      await tabTo('Raison : À renseigner.')
      await press('Enter')
      await page.locator('#reason:focus').waitFor()
      await write('en double')
      await tabTo('Retirer')
      await go()
      t.match(await begins(), /^Le retrait est enregistré/)
      t.match(await page.locator('article').innerText(), /retiré[^]*en double/)
    })

    t.test(`still true, and what followed; ${how}`, async (t) => {
      const page = await application.visit({ javaScriptEnabled })
      const { begins, focused, tabTo, write, press, go } = byKeyboard(page)
      await page.goto(`/etapes/${lab}`)
      await tabTo('Toujours vrai')
      await go()
      await tabTo('when')
      await write('juin 2026')
      await go()
      t.equal(await begins(), 'apercu')
      t.equal(await valueOf(page, 'when'), 'juin 2026')
      await tabTo('Enregistrer')
      await go()
      t.match(await begins(), /^La confirmation est enregistrée/)

      await page.goto('/organisations/ville-de-paris/enregistrer?kind=lab')
      await tabTo('Une nouvelle étape')
      await press('ArrowUp')
      t.match((await focused()).name, /^Laboratoire d’innovation « Labo au clavier »/)
      t.equal(await page.locator('[name="step.ville-de-paris"]:checked').inputValue(), lab)
    })
  }

  t.test('the stops are in the order of the form, there and back, and nothing holds the focus', async (t) => {
    const page = await application.visit()
    const { focused, press, tabTo } = byKeyboard(page)
    await page.goto('/organisations/ville-de-paris/enregistrer?kind=seminar')
    await tabTo('Changer de genre')
    const there: string[] = []
    while (there.at(-1) !== 'English' && there.length < 40) {
      await press('Tab')
      there.push((await focused()).name)
    }
    t.strictSame(there, [
      ...['role.ville-de-paris', 'Retirer Ville de Paris', 'cherche', 'Chercher'],
      ...['stage', 'when', 'expected', 'title'],
      ...['attributes.format', 'attributes.participants', 'agents', 'élus', 'public', 'attributes.days'],
      ...['Programme, lieu, coût, suites', 'Source et documents', 'Récit'],
      ...['Vérifier', 'Enregistrer', 'Interface pour les programmes', 'English'],
    ])
    const back = [there.at(-1) ?? '']
    while (back.length < there.length) {
      await press('Shift+Tab')
      back.push((await focused()).name)
    }
    t.strictSame(back, there.toReversed())
  })
})
