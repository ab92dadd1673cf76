import t from 'tap'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server, house } = opened
t.teardown(() => opened.close())

interface Written {
  readonly outcome: string
  readonly stepId: string
  readonly organisation: string
  readonly revision: number
  readonly events: readonly { readonly id: string; readonly type: string; readonly data: unknown }[]
  readonly effect?: { readonly before: Standing; readonly after: Standing }
}
interface Standing {
  readonly state: string
  readonly position: { readonly code: string } | null
}
const written = ({ json }: { readonly json: unknown }): Written => json as Written

/** A new commune with one fact of one step. */
const withFact = async (id: string, fact: Readonly<Record<string, unknown>>) => {
  await post(server, '/v1/organisations', { id, name: id, kind: 'commune' })
  const recorded = await post(server, `/v1/organisations/${id}/steps`, fact)
  t.equal(recorded.status, 201, recorded.text)
  const { stepId, events } = written(recorded)
  return { stepId, target: events[0]?.id ?? '' }
}
const seminar = { kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2025-03' }
const lab = { kind: 'lab', stage: 'begun', role: 'lead', occurred: '2015', title: 'Le Labo' }

interface StepAnswer {
  readonly organisations: readonly {
    readonly organisation: string
    readonly step?: { readonly follows: readonly string[] }
    readonly facts: readonly {
      readonly eventId: string
      readonly stage: string
      readonly earliest: string
      readonly retracted: boolean
      readonly told?: { readonly occurred?: string }
      readonly content: { readonly occurred?: string; readonly role?: string }
      readonly amendments: readonly {
        readonly type: string
        readonly reason: string
        readonly changes?: unknown
      }[]
    }[]
    readonly links: readonly { readonly eventId: string; readonly follows: readonly string[] }[]
  }[]
  readonly together: readonly { readonly organisation: string; readonly step: { readonly stepId: string } }[]
}
const shown = async (step: string, query = ''): Promise<StepAnswer['organisations'][number]> => {
  const { status, json, text } = await get(server, `/v1/steps/${step}${query}`)
  t.equal(status, 200, text)
  const [only] = (json as StepAnswer).organisations
  if (only === undefined) throw new Error('no organisation')
  return only
}

t.test('a fact is corrected where it was told, and its step tells how it came to read so', async (t) => {
  const { stepId, target } = await withFact('corrected-there', seminar)
  const body = {
    target,
    changes: { occurred: '2013-03', title: 'Journée' },
    reason: 'lu dans le bilan',
    source: { reference: 'Bilan 2014' },
    statedOn: '2014',
  }
  const corrected = await post(server, `/v1/steps/${stepId}/corrections`, body, { 'if-match': '"1"' })
  t.equal(corrected.status, 201, corrected.text)
  t.equal(corrected.headers['etag'], '"2"')
  t.match(corrected.json, { outcome: 'recorded', organisation: 'corrected-there', stepId, revision: 2 })
  const { facts } = await shown(stepId)
  t.match(facts, [
    {
      eventId: target,
      earliest: '2013-03-01',
      retracted: false,
      told: { occurred: '2025-03' },
      content: { occurred: '2013-03', title: 'Journée' },
      amendments: [
        {
          type: 'corrected',
          reason: 'lu dans le bilan',
          changes: { occurred: '2013-03', title: 'Journée' },
          statedOn: '2014',
          source: 'Bilan 2014',
        },
      ],
    },
  ])
  const asWritten = await get(server, `/v1/steps/${stepId}?as=recorded`)
  t.match(asWritten.json, {
    events: [{ type: 'SeminarHeld', data: { occurred: '2025-03' } }, { type: 'StepCorrected' }],
  })
})

t.test('a dry run shows the position before and after, and writes nothing', async (t) => {
  const { stepId, target } = await withFact('tried', seminar)
  const head = await house.log.head()
  const retraction = { target, reason: 'en double' }
  const tried = await post(server, `/v1/steps/${stepId}/retraction?dryRun=true`, retraction)
  t.equal(tried.status, 200, tried.text)
  const { outcome, effect } = written(tried)
  t.equal(outcome, 'would-record')
  t.equal(effect?.before.position?.code, 'curieux')
  t.equal(effect?.after.position, null)
  t.equal(await house.log.head(), head)

  t.equal((await post(server, `/v1/steps/${stepId}/retraction`, retraction)).status, 201)
  const standing = await get(server, '/v1/organisations/tried/trajectory')
  t.match(standing.json, { standing: { position: null } })
  const { facts, step } = await shown(stepId)
  t.equal(step, undefined)
  t.match(facts, [{ retracted: true, amendments: [{ type: 'retracted', reason: 'en double' }] }])
  const again = await post(server, `/v1/steps/${stepId}/retraction`, { target, reason: 'encore' })
  t.match(again.json, { outcome: 'unchanged' })
})

t.test('a confirmation keeps the role and the kind of the step, and may be of today', async (t) => {
  const { stepId } = await withFact('confirming', lab)
  const confirmed = await post(server, `/v1/steps/${stepId}/confirmation`, {
    occurred: '2026-06',
    source: { reference: 'Page du laboratoire' },
  })
  t.equal(confirmed.status, 201, confirmed.text)
  t.match(written(confirmed).events, [{ type: 'StepConfirmed', data: { kind: 'lab', role: 'lead', stepId } }])
  const today = await post(server, `/v1/steps/${stepId}/confirmation`, {})
  t.equal(today.status, 201, today.text)
  t.match((await shown(stepId)).facts.at(-1), { stage: 'confirmed', earliest: '2026-07-01' })

  const { stepId: punctual } = await withFact('not-lasting', seminar)
  const refused = await post(server, `/v1/steps/${punctual}/confirmation`, {})
  t.equal(refused.status, 422)
  t.match(refused.json, { code: 'stage-not-of-kind' })
})

t.test('a step is linked to those that it came out of, and a link is taken back like a fact', async (t) => {
  const { stepId } = await withFact('linking', lab)
  const linked = await post(server, `/v1/steps/${stepId}/links`, { follows: ['transfo', 'residence'] })
  t.equal(linked.status, 201, linked.text)
  const { step, links } = await shown(stepId)
  t.strictSame(step?.follows, ['transfo', 'residence'])
  const [link] = links
  const retracted = await post(server, `/v1/steps/${stepId}/retraction`, {
    target: link?.eventId,
    reason: 'autre laboratoire',
  })
  t.equal(retracted.status, 201, retracted.text)
  t.strictSame((await shown(stepId)).step?.follows, [])
  const itself = await post(server, `/v1/steps/${stepId}/links`, { follows: [stepId] })
  isProblem(t, itself, { status: 422, code: 'link-to-itself' })
})

t.test(
  'the same key and the same content have one effect; another content, or another amendment, none',
  async (t) => {
    const { stepId, target } = await withFact('keyed', seminar)
    const key = { 'idempotency-key': 'k1' }
    const correction = { target, changes: { title: 'A' }, reason: 'vérifié' }
    const first = await post(server, `/v1/steps/${stepId}/corrections`, correction, key)
    const second = await post(server, `/v1/steps/${stepId}/corrections`, correction, key)
    t.equal(first.status, 201)
    t.equal(second.status, 200)
    t.strictSame(written(second).events, written(first).events)
    for (const [path, body] of [
      ['corrections', { ...correction, changes: { title: 'B' } }],
      ['retraction', { target, reason: 'vérifié' }],
    ] as const) {
      const reused = await post(server, `/v1/steps/${stepId}/${path}`, body, key)
      isProblem(t, reused, { status: 409, code: 'command-reused' })
    }
  },
)

t.test('what does not fit is refused with its code', async (t) => {
  const { stepId, target } = await withFact('refusing', seminar)
  const { stepId: elsewhere } = await withFact('elsewhere', seminar)
  const reason = 'vérifié'
  const correct = (step: string, body: unknown, headers = {}) =>
    post(server, `/v1/steps/${step}/corrections`, body, headers)
  isProblem(t, await correct('nowhere', { target, changes: { title: 'A' }, reason }), {
    status: 404,
    code: 'step-not-found',
  })
  isProblem(t, await get(server, '/v1/steps/nowhere'), { status: 404, code: 'step-not-found' })
  isProblem(t, await correct(elsewhere, { target, changes: { title: 'A' }, reason }), {
    status: 404,
    code: 'fact-unknown',
  })
  isProblem(t, await correct(stepId, { target, changes: { stepId: 'other' }, reason }), {
    status: 422,
    code: 'correction-invalid',
  })
  isProblem(t, await correct(stepId, { target, changes: { occurred: '2030' }, reason }), {
    status: 422,
    code: 'fact-in-future',
  })
  isProblem(t, await correct(stepId, { target, changes: { title: 'A' }, reason }, { 'if-match': '"7"' }), {
    status: 412,
    code: 'moved',
  })
  isProblem(t, await correct(stepId, { target, changes: { title: 'A' } }), {
    status: 400,
    code: 'invalid-input',
  })
})

t.test('a history can be asked as it was known, and up to a day', async (t) => {
  const { stepId, target } = await withFact('two-clocks', seminar)
  const before = '2020-01-01'
  const unknown = await get(server, `/v1/organisations/two-clocks/steps?knownAt=${before}`)
  t.strictSame(unknown.json, { steps: [] })
  isProblem(t, await get(server, `/v1/steps/${stepId}?knownAt=${before}`), {
    status: 404,
    code: 'step-not-found',
  })
  const known = await get(server, '/v1/organisations/two-clocks/steps?knownAt=2026-07-01')
  t.match(known.json, { steps: [{ facts: [{ eventId: target }] }] })
  const early = await get(server, '/v1/organisations/two-clocks/steps?asOf=2025-02-28')
  t.strictSame(early.json, { steps: [] })
  const partly = await get(
    server,
    '/v1/organisations/region-champagne-ardenne/steps?asOf=2011-12-31&knownBy=documented',
  )
  const { steps } = partly.json as {
    steps: readonly { readonly facts: readonly { readonly earliest: string }[] }[]
  }
  t.ok(steps.length > 0)
  t.ok(steps.every(({ facts }) => facts.every(({ earliest }) => earliest <= '2011-12-31')))
})

t.test('a collective step shows the parts of all', async (t) => {
  const { json } = await get(server, '/v1/organisations/region-auvergne/steps')
  const { steps } = json as { steps: readonly { readonly stepId: string; readonly jointId?: string }[] }
  const step = steps.find(({ jointId }) => jointId !== undefined)?.stepId ?? ''
  const answered = await get(server, `/v1/steps/${step}`)
  const { organisations, together } = answered.json as StepAnswer
  t.strictSame(
    organisations.map(({ organisation }) => organisation),
    ['region-auvergne'],
  )
  t.strictSame(
    together.map(({ organisation }) => organisation),
    ['cc-du-pays-de-pionsat'],
  )
})

t.test('a successor confirms what it inherited in its own stream, and then must be named', async (t) => {
  const { stepId } = await withFact('predecessor', lab)
  await post(server, '/v1/organisations', { id: 'heir', name: 'heir', kind: 'commune' })
  const told = await post(server, '/v1/organisations/predecessor/succession', {
    successor: 'heir',
    manner: 'merger',
    from: '2020-01-01',
  })
  t.equal(told.status, 201, told.text)
  const alone = await post(server, `/v1/steps/${stepId}/confirmation`, { occurred: '2025' })
  isProblem(t, alone, { status: 422, code: 'organisation-ended' })
  const confirmed = await post(server, `/v1/steps/${stepId}/confirmation`, {
    occurred: '2025',
    organisation: 'heir',
  })
  t.equal(confirmed.status, 201, confirmed.text)
  t.equal(written(confirmed).organisation, 'heir')
  const shared = await post(server, `/v1/steps/${stepId}/confirmation`, { occurred: '2026' })
  t.strictSame(isProblem(t, shared, { status: 409, code: 'step-shared' }), {
    organisations: ['heir', 'predecessor'],
  })
  const answered = await get(server, `/v1/steps/${stepId}`)
  t.strictSame(
    (answered.json as StepAnswer).organisations.map(({ organisation }) => organisation),
    ['heir', 'predecessor'],
  )
})
