import t from 'tap'
import type { Page } from 'playwright-core'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { accessibilityFaults, browseApplication, noBrowser } from '#test/support/browser.js'
import { post } from '#test/support/call.js'

const check = (page: Page) => page.getByRole('button', { name: 'Vérifier', exact: true }).last().click()
const save = (page: Page, name = 'Enregistrer') => page.getByRole('button', { name, exact: true }).click()

/** How the forms that this page sent so far were answered; what a script asks meanwhile is no form that is sent. */
const answersIn = (page: Page): readonly number[] => {
  const answers: number[] = []
  page.on('response', (response) => {
    const request = response.request()
    if (request.method() === 'POST' && request.isNavigationRequest()) answers.push(response.status())
  })
  return answers
}

/** Sends the form as it stands twice at once, as a double click does where no script keeps it from that. */
const twice = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const form = document.querySelector('main form[method=post]')
    const send = async () => {
      const body = new URLSearchParams(new FormData(form))
      body.set('action', 'enregistrer')
      const { url } = await fetch(form.getAttribute('action'), { method: 'POST', body })
      return new URL(url).pathname + new URL(url).search
    }
    return Promise.all([send(), send()])
  })()`)

t.test('forms that were sent, gone back to and shown again', { skip: noBrowser }, async (t) => {
  const application = await browseApplication()
  const { server, house } = application
  t.teardown(application.close)
  await post(server, '/v1/organisations', { id: 'rennes', name: 'Ville de Rennes', kind: 'commune' })
  const { json } = await post(server, '/v1/organisations/rennes/steps', {
    ...{ kind: 'lab', stage: 'begun', role: 'lead', occurred: '2015-09' },
  })
  const { stepId, events } = json as { stepId: string; events: readonly { id: string }[] }
  const length = async () =>
    (await house.log.readStream(streamOfOrganisation(OrganisationId.parse('rennes')))).length

  /** Each form, the field in which something is wrong, and what sets it right: each run tells something of its own. */
  const forms: readonly {
    readonly address: string
    readonly field: string
    readonly right: (page: Page, year: string) => Promise<void>
  }[] = [
    {
      address: '/organisations/rennes/enregistrer?kind=note',
      field: '#when',
      right: async (page, year) => {
        await page.locator('[id="role.rennes"]').selectOption('lead')
        await page.locator('#when').fill(year)
      },
    },
    {
      address: `/etapes/${stepId}/faits/${events[0]?.id ?? ''}/corriger`,
      field: '#when',
      right: async (page, year) => {
        await page.locator('#when').fill(year)
        await page.locator('#reason').fill('un brouillon')
      },
    },
    {
      address: `/etapes/${stepId}/confirmer`,
      field: '#when',
      right: (page, year) => page.locator('#when').fill(`juin ${year}`),
    },
    {
      address: '/organisations/rennes/modifier?quoi=nom',
      field: '#from',
      right: async (page, year) => {
        await page.locator('#name').fill(`Rennes, ${year}`)
        await page.locator('#from').fill(year)
      },
    },
  ]

  for (const [javaScriptEnabled, year] of [
    [true, '2021'],
    [false, '2022'],
  ] as const) {
    for (const { address, field, right } of forms) {
      t.test(`${address}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async (t) => {
        const page = await application.visit({ javaScriptEnabled })
        const answers = answersIn(page)
        const faultsShown = async (when: string) => {
          await page.locator('[data-role="fault-summary"]:focus').waitFor()
          t.equal(await page.locator(field).inputValue(), 'jadis', when)
        }
        await page.goto(address)
        await page.locator(field).fill('jadis')
        await check(page)
        await faultsShown('sent with a fault')
        t.notMatch(page.url(), /jadis/, 'what was typed is not in the address')
        await page.reload()
        await faultsShown('reloaded')
        t.strictSame(answers, [303])

        await right(page, year)
        await check(page)
        await page.locator('#apercu:focus').waitFor()
        await page.reload()
        await page.locator('#apercu:focus').waitFor()
        await page.goBack()
        await page.locator('[data-role="fault-summary"]').waitFor()
        t.equal(await page.locator(field).inputValue(), 'jadis', 'back at the faults')
        await page.goForward()
        await page.locator('#apercu').waitFor()
        t.strictSame(answers, [303, 303])

        const before = await length()
        await save(page)
        await page.locator('.notice.done').waitFor()
        await page.reload()
        await page.locator('.notice.done').waitFor()
        await page.goBack()
        await page.locator('#apercu').waitFor()
        t.strictSame(answers, [303, 303, 303], 'nothing was sent again')
        t.equal(await length(), before + 1)
        await save(page)
        await page.locator('.notice.done').waitFor()
        t.equal(await length(), before + 1, 'sent again on purpose, it has one effect')
      })
    }
  }

  t.test('sent twice at once, a form has one effect and one answer', async (t) => {
    const page = await application.visit()
    for (const { address, right } of forms) {
      await page.goto(address)
      await right(page, '2023')
      const before = await length()
      const [one, other] = await twice(page)
      t.match(one, /^\/(etapes|organisations)\/.*=oui$/, address)
      t.equal(other, one, address)
      t.equal(await length(), before + 1, address)
    }
    const note = await post(server, '/v1/organisations/rennes/steps', {
      ...{ kind: 'note', stage: 'happened', role: 'lead', occurred: '2020' },
    })
    const told = note.json as { stepId: string; events: readonly { id: string }[] }
    const fact = `/etapes/${told.stepId}/faits/${told.events[0]?.id ?? ''}`
    await page.goto(`${fact}/retirer`)
    await page.locator('#reason').fill('en double')
    t.strictSame(await twice(page), Array(2).fill(`/etapes/${told.stepId}?retire=oui`))
    t.equal((await page.goto(`${fact}/retirer`))?.status(), 404)
    t.match(await page.locator('main').innerText(), /Ce fait est déjà retiré/)
  })

  t.test('two tabs of one form have one effect', async (t) => {
    const page = await application.visit()
    await page.goto('/organisations/nouvelle')
    const other = await page.context().newPage()
    await other.goto(page.url())
    for (const tab of [page, other]) {
      await tab.locator('#name').fill('Ville de Brest')
      await tab.locator('#kind').selectOption('commune')
      await save(tab, 'Inscrire')
      await tab.waitForURL(/\/organisations\/ville-de-brest\?inscrite=oui$/)
    }
    const brest = streamOfOrganisation(OrganisationId.parse('ville-de-brest'))
    t.equal((await house.log.readStream(brest)).length, 1)
  })

  t.test('what is not kept any more is said, and the form is there', async (t) => {
    const page = await application.visit()
    for (const [address, field] of [
      ['/enregistrer?kind=note&organisation=rennes', '#when'],
      [`/etapes/${stepId}/confirmer`, '#when'],
      ['/organisations/nouvelle', '#name'],
      ['/a-rappeler', '#calls'],
      ['/imports', '#files'],
    ] as const) {
      const asked = `${address}${address.includes('?') ? '&' : '?'}saisie=partie`
      t.equal((await page.goto(asked))?.status(), 200, address)
      t.match(await page.locator('.notice.caution:focus').innerText(), /n’est plus gardé/, address)
      t.equal(await page.locator(field).count(), 1, address)
      t.strictSame(await accessibilityFaults(page), [], address)
    }
  })

  t.test('what was kept is said in the language of whoever reads it', async (t) => {
    const page = await application.visit()
    await page.goto(`/etapes/${stepId}/confirmer`)
    await page.locator('#when').fill('jadis')
    await check(page)
    await page.locator('#when-fault').waitFor()
    await page.getByRole('link', { name: 'English' }).click()
    await page.waitForURL(/langue=en/)
    t.equal(await page.locator('#when').inputValue(), 'jadis')
    t.match(await page.locator('#when-fault').innerText(), /Date not understood/i)
  })

  t.test('what one is asked for while one types is shown once, and kept no longer', async (t) => {
    const page = await application.visit()
    const shown: string[] = []
    page.on('response', (response) => {
      if (response.url().includes('saisie=')) shown.push(response.url())
    })
    await page.goto('/organisations/rennes/enregistrer?kind=note')
    await page.locator('[id="role.rennes"]').selectOption('lead')
    await page.locator('#when').fill('mars 2019')
    await page.locator('#apercu').getByText('mars 2019').waitFor()
    await page.goto(shown.at(-1) ?? '')
    t.match(await page.locator('.notice.caution').innerText(), /n’est plus gardé/)
  })
})
