import t from 'tap'
import { handleCommand } from '#src/handling/writing/write-organisation.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server, house } = opened
t.teardown(() => opened.close())

t.test('the history tells the steps in the order in which they happened', async (t) => {
  const { status, json, headers } = await get(server, '/v1/organisations/region-champagne-ardenne/steps')
  t.equal(status, 200)
  t.match(headers['etag'], /^"\d+"$/)
  const { steps } = json as {
    readonly steps: readonly {
      readonly kind: string
      readonly facts: readonly {
        readonly earliest: string
        readonly stage: string
        readonly sentence: unknown
      }[]
    }[]
  }
  const begins = steps.map(({ facts }) => facts.map(({ earliest }) => earliest).sort()[0])
  t.strictSame(begins, [...begins].sort())
  t.strictSame(
    steps.filter(({ kind }) => kind === 'transfo').map(({ facts }) => facts.map(({ stage }) => stage)),
    [['started', 'completed']],
  )
  t.match(steps.flatMap(({ facts }) => facts)[0]?.sentence, { fr: /./, en: /./ })
})

t.test('what was corrected reads as corrected, with its amendment; the log as it was written', async (t) => {
  await post(server, '/v1/organisations', { id: 'corrected', name: 'Corrigée', kind: 'commune' })
  const recorded = await post(server, '/v1/organisations/corrected/steps', {
    kind: 'seminar',
    stage: 'happened',
    role: 'lead',
    occurred: '2012',
  })
  const { events, stepId } = recorded.json as { events: readonly { id: string }[]; stepId: string }
  const target = events[0]?.id ?? ''
  const corrected = await handleCommand(house, {
    organisation: 'corrected' as never,
    command: {
      command: 'CorrectFact',
      id: '5f0e2f6e-7d3c-4a27-8d3c-27e27e27e002' as never,
      data: { target, changes: { occurred: '2013' }, reason: 'lu dans le bilan' } as never,
    },
  })
  t.equal(corrected.outcome, 'recorded')

  const told = await get(server, '/v1/organisations/corrected/steps?as=corrected')
  t.equal(told.headers['etag'], '"2"')
  t.match(told.json, {
    steps: [
      {
        stepId,
        facts: [
          {
            eventId: target,
            earliest: '2013-01-01',
            latest: '2013-12-31',
            content: { occurred: '2013', role: 'lead' },
            amendments: [{ type: 'corrected', reason: 'lu dans le bilan' }],
          },
        ],
      },
    ],
  })

  const asWritten = await get(server, '/v1/organisations/corrected/steps?as=recorded')
  t.equal(asWritten.headers['etag'], '"2"')
  const { events: log } = asWritten.json as {
    events: readonly { type: string; revision: number; data: { occurred?: string } }[]
  }
  t.strictSame(
    log.map(({ type, revision, data }) => [revision, type, data.occurred]),
    [
      [0, 'OrganisationRegistered', undefined],
      [1, 'SeminarHeld', '2012'],
      [2, 'StepCorrected', undefined],
    ],
  )
})

t.test('an organisation without steps has an empty history, an unknown one none', async (t) => {
  await post(server, '/v1/organisations', { id: 'idle', name: 'Sans étape', kind: 'commune' })
  const { status, json } = await get(server, '/v1/organisations/idle/steps')
  t.equal(status, 200)
  t.strictSame(json, { steps: [] })
  for (const as of ['corrected', 'recorded']) {
    const answered = await get(server, `/v1/organisations/atlantide/steps?as=${as}`)
    isProblem(t, answered, { status: 404, code: 'organisation-unknown' })
  }
  const { faults } = isProblem(t, await get(server, '/v1/organisations/idle/steps?as=dreamt'), {
    status: 400,
    code: 'invalid-input',
  })
  t.match(faults, [{ path: 'query.as' }])
})
