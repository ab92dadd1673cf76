import type { Page } from 'playwright-core'
import t from 'tap'
import { accessibilityFaults, browseApplication, fitsItsWidth, noBrowser } from '#test/support/browser.js'

/** What a reader sees, with plain spaces. */
const seen = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replace(/\s+/g, ' ')

t.test('whom to call back, in a browser', { skip: noBrowser }, async (t) => {
  const application = await browseApplication({ sample: true })
  t.teardown(application.close)

  t.test('find whom to call, and why, with the filters', async (t) => {
    const page = await application.visit()
    await page.goto('/')
    await page.getByRole('link', { name: 'À rappeler' }).click()
    t.equal(await seen(page, '#calls'), '101 appels à faire')
    await page.getByLabel('Raison').selectOption('plan-unheard')
    await page.waitForURL(/reason=plan-unheard/)
    await page.getByLabel('Type d’organisation').selectOption('departement')
    await page.waitForURL(/kind=departement/)
    t.equal(await seen(page, '#calls'), '3 appels à faire')
    t.strictSame(await page.locator('.call h3').allInnerTexts(), [
      'Département Meurthe-et-Moselle',
      'Département Meurthe-et-Moselle',
      'Département Val-de-Marne',
    ])
    const card = await seen(page, '.call >> nth=0')
    t.match(card, /attendu le 18 décembre 2014 : rien ne dit ce qu’il est devenu\./)
    t.match(card, /S’est-il fait, et quand \? Est-il reporté, ou abandonné \?/)
    t.equal(
      await page.getByRole('link', { name: 'Enregistrer sa suite' }).first().getAttribute('href'),
      '/organisations/departement-meurthe-et-moselle/enregistrer?kind=seminar&stage=happened&step=histoire.h097',
    )
    t.equal(await page.locator('input[name="steps"]').count(), 0, 'what was only announced is not still true')
    t.strictSame(await accessibilityFaults(page), [])
  })

  t.test('«toujours vrai» for several at once, by keyboard alone, and what became of each', async (t) => {
    const page = await application.visit()
    await page.goto('/a-rappeler?reason=stale&kind=etablissement_public_national&order=name')
    const before = await page.locator('.call h3').allInnerTexts()
    t.ok(before.includes('France Travail'))
    t.strictSame(await accessibilityFaults(page), [])
    const button = page.getByRole('button', { name: /^Confirmer ce qui est coché/ })
    for (const box of await page.getByRole('checkbox').all()) {
      await box.focus()
      await page.keyboard.press('Space')
    }
    t.equal(await button.innerText(), 'Confirmer ce qui est coché (3)')
    await page.getByLabel('Quand c’était encore vrai').focus()
    await page.keyboard.type('juin 2026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/compte-rendu/)
    t.equal(await seen(page, '.notice'), '3 étapes confirmées.')
    t.strictSame(await accessibilityFaults(page), [])
    await page.getByRole('link', { name: 'Revenir à la liste des appels' }).click()
    t.equal(new URL(page.url()).search, '?reason=stale&kind=etablissement_public_national&order=name')
    const after = await page.locator('.call h3').allInnerTexts()
    t.strictSame(
      before.filter((name) => !after.includes(name)),
      ['Caisse des Dépôts et Consignations', 'France Travail'],
    )
  })

  t.test(
    'without JavaScript the same works, and a fault stands at its field with all that was ticked',
    async (t) => {
      const page = await application.visit({ javaScriptEnabled: false })
      await page.goto('/a-rappeler')
      await page.getByLabel('Raison').selectOption('end-unheard')
      await page.getByRole('button', { name: 'Appliquer les filtres' }).click()
      const [first, second] = await page.getByRole('checkbox').all()
      await first?.check()
      await second?.check()
      await page.getByLabel('Quand c’était encore vrai').fill('un de ces jours')
      const answered = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.getByRole('button', { name: 'Confirmer ce qui est coché' }).click()
      t.equal((await answered).status(), 303, 'to the list with what was ticked and typed')
      t.equal(await page.getByRole('alert').count(), 1)
      t.equal(await page.getByRole('checkbox', { checked: true }).count(), 2)
      const when = page.getByLabel('Quand c’était encore vrai')
      t.strictSame(
        [await when.inputValue(), await when.getAttribute('aria-invalid')],
        ['un de ces jours', 'true'],
      )
      await when.fill('2099')
      await page.getByLabel('D’où on le tient').fill('appel au 01 23 45 67 89')
      await page.getByRole('button', { name: 'Confirmer ce qui est coché' }).click()
      t.equal(
        await page.getByRole('checkbox', { checked: true }).count(),
        2,
        'nothing was recorded, nothing is lost',
      )
      t.equal(await page.locator('[aria-invalid="true"]').count(), 1)
      await page.getByLabel('D’où on le tient').fill('appel téléphonique')
      await when.fill('')
      await page.getByRole('button', { name: 'Confirmer ce qui est coché' }).click()
      t.equal(await seen(page, '.notice'), '2 étapes confirmées.')
    },
  )

  t.test('nothing ticked, nothing found, and a report that is gone say what to do', async (t) => {
    const page = await application.visit()
    await page.goto('/a-rappeler?reason=stale')
    await page.getByRole('button', { name: 'Confirmer ce qui est coché' }).click()
    t.match(await seen(page, '[role="alert"]'), /Rien n’est coché\s: cocher au moins une étape/)
    await page.goto('/a-rappeler?kind=fondation&reason=plan-unheard')
    t.match(await seen(page, '.notice'), /Aucun appel ne répond à ces filtres/)
    t.strictSame(await accessibilityFaults(page), [])
    t.equal((await page.goto('/a-rappeler/compte-rendu/parti'))?.status(), 404)
    t.match(await seen(page, '.notice'), /n’est plus gardé/)
  })

  t.test('on a phone nothing is cut off, and the page stays small', async (t) => {
    const page = await application.visit({ viewport: { width: 320, height: 640 } })
    const answer = await page.goto('/a-rappeler')
    t.ok(await fitsItsWidth(page))
    t.ok(((await answer?.body())?.byteLength ?? 0) < 100_000)
    await page.goto('/a-rappeler?langue=en')
    t.match(await seen(page, '.call >> nth=1'), /nothing tells what became of it/)
  })
})

t.test('with nothing on record, the page says how to begin', { skip: noBrowser }, async (t) => {
  const application = await browseApplication()
  t.teardown(application.close)
  const page = await application.visit()
  await page.goto('/a-rappeler')
  t.match(await seen(page, '.notice'), /Rien n’est encore enregistré\. Importer un fichier/)
  t.strictSame(await accessibilityFaults(page), [])
  await page.goto('/adherents')
  t.match(await seen(page, '.notice'), /Personne n’est connu comme adhérent/)
  t.strictSame(await accessibilityFaults(page), [])
})
