import t from 'tap'
import { CallBacksAnswer } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { openApplication } from '#test/support/open-application.js'

const opened = await openApplication({ sample: true })
const { server } = opened
t.teardown(() => opened.close())

const ask = async (query = ''): Promise<CallBacksAnswer> => {
  const { status, json, text } = await get(server, `/v1/call-backs${query}`)
  t.equal(status, 200, text)
  return CallBacksAnswer.parse(json)
}

const confirm = async (steps: readonly unknown[], key?: string) => {
  const { status, json, text } = await post(
    server,
    '/v1/call-backs/confirmations',
    { steps },
    key === undefined ? {} : { 'idempotency-key': key },
  )
  t.equal(status, 200, text)
  const { results } = json as { results: readonly { stepId: string; result: string; code?: string }[] }
  return results.map(({ stepId, result, code }) =>
    [stepId, result, ...(code === undefined ? [] : [code])].join(' '),
  )
}

t.test('the whole real history: how many, for which reason, and by which model', async (t) => {
  const { total, facets, calls, model, months, asOf, next } = await ask()
  t.strictSame([asOf, months, total, calls.length, model?.id], ['2026-07-01', 6, 101, 20, 'premier-modele'])
  t.strictSame(facets.reason, [
    { value: 'stale', count: 58 },
    { value: 'going-stale', count: 9 },
    { value: 'plan-unheard', count: 15 },
    { value: 'end-unheard', count: 13 },
    { value: 'unsettled', count: 6 },
  ])
  const all: CallBacksAnswer['calls'] = []
  for (let cursor = next; cursor !== undefined;) {
    const page: CallBacksAnswer = await ask(`?cursor=${cursor}`)
    all.push(...page.calls)
    cursor = page.next
  }
  t.equal(calls.length + all.length, total, 'the pages hold every call')
  const listed = [...calls, ...all].map(({ day }) => day)
  t.strictSame(listed, listed.toSorted(), 'by day')
})

t.test('a call says why, what to ask, what it settles, and of which step', async (t) => {
  const { calls } = await ask('?kind=region&reason=plan-unheard')
  t.match(calls[0], {
    organisation: { id: 'region-ile-de-france' },
    day: '2014-11-28',
    why: {
      fr: 'Séminaire « Journée de sensibilisation pour 150 à 200 cadres », annoncé en octobre 2014, attendu le 27 novembre 2014 : rien ne dit ce qu’il est devenu.',
    },
    ask: { fr: 'S’est-il fait, et quand ? Est-il reporté, ou abandonné ?' },
    steps: [{ stepId: 'histoire.h096', confirmable: false }],
  })
})

t.test('«toujours vrai» for several: each has its result, and the same again doubles nothing', async (t) => {
  const before = await ask('?reason=stale&limit=100')
  const about = (id: string) => before.calls.find(({ organisation }) => organisation.id === id)
  t.match(about('pole-emploi'), {
    ask: {
      fr: 'Est-ce toujours vrai : laboratoire d’innovation « Le Lab Pôle emploi », ouvert le 24 septembre 2014 (dernière nouvelle en 2019) ?',
    },
    settles: {
      fr: 'Si tout est confirmé : bâtisseur depuis le 24 septembre 2014 ; sans autre nouvelle d’ici là, à confirmer à partir du 1er juillet 2029.',
    },
  })
  const steps = [
    { stepId: 'histoire.h159', organisation: 'pole-emploi' },
    { stepId: 'histoire.h155', organisation: 'ca-plaine-vallee' },
    { stepId: 'histoire.h096', organisation: 'region-ile-de-france' },
    { stepId: 'nowhere', organisation: 'pole-emploi' },
  ]
  const told = ['histoire.h096 refused stage-not-of-kind', 'nowhere failed step-not-found']
  t.strictSame(await confirm(steps, 'a-key'), ['histoire.h159 recorded', 'histoire.h155 recorded', ...told])
  t.strictSame(await confirm(steps, 'a-key'), ['histoire.h159 repeated', 'histoire.h155 repeated', ...told])
  const after = await ask('?reason=stale&limit=100')
  t.strictSame(
    before.calls
      .map(({ organisation }) => organisation.id)
      .filter((id) => !after.calls.some(({ organisation }) => organisation.id === id)),
    ['ca-plaine-vallee', 'pole-emploi'],
    'who was confirmed, an inherited step included, is no longer to be called',
  )
  const { json } = await get(server, '/v1/organisations/pole-emploi/trajectory')
  t.match(json, { standing: { state: 'held', holdsUntil: '2029-07-01' } }, 'as it was said')
})

t.test('what is asked wrongly is refused with its field', async (t) => {
  for (const query of ['?months=-1', '?reason=bored', '?kind=planet', '?limit=0', '?sort=rank']) {
    isProblem(t, await get(server, `/v1/call-backs${query}`), { status: 400, code: 'invalid-input' })
  }
  isProblem(t, await get(server, '/v1/call-backs?cursor=x'), { status: 400, code: 'bad-cursor' })
  isProblem(t, await post(server, '/v1/call-backs/confirmations', { steps: [] }), {
    status: 400,
    code: 'invalid-input',
  })
})
