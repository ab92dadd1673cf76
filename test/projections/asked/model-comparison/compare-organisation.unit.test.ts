import t from 'tap'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import { dayOfIso, type Day } from '#domain/time/day.js'
import { compareOrganisation } from '#projections/asked/model-comparison/compare-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { ended, fact, eventsTold, registered } from '#test/support/histories.js'

const wording = (text: string) => ({ fr: text, en: text })
type Ranked = readonly (readonly [code: string, criterion: CriterionDocument])[]

const model = (levels: Ranked, positions: Ranked, inheritance: 'full' | 'none' = 'full'): ModelNamed => {
  const rank = ([code, criterion]: Ranked[number]) => ({
    code,
    labels: wording(code),
    reason: wording(`because of ${code}`),
    criterion,
  })
  const document: ModelDocument = {
    id: 'essai',
    version: 1,
    labels: wording('essai'),
    reason: wording('essai'),
    inheritance,
    unobserved: { position: wording('none'), level: wording('none') },
    dimensions: [{ code: 'd', labels: wording('d'), reason: wording('d'), levels: levels.map(rank) }],
    positions: positions.map((one, index) => ({ ...rank(one), export: `AA${'ABCD'.charAt(index)}` })),
  }
  return {
    model: parseModel(document),
    hash: '',
    labels: document.labels,
    unobserved: document.unobserved,
  }
}

const day = (iso: string): Day => {
  const found = dayOfIso(iso)
  if (found === undefined) throw new Error(iso)
  return found
}

const asOf = day('2016-06-01')
const question = { asOf, knownAt: Date.UTC(2030, 0, 1), knownBy: 'recorded', horizon: asOf } as const
const compared = (events: readonly RecordedEvent[], from: ModelNamed, to: ModelNamed) =>
  compareOrganisation({ id: OrganisationId.parse('ici'), events, predecessors: [] }, { from, to }, question)

const seminars = (atLeast: number): CriterionDocument => ({ count: ['seminar'], atLeast })
const one: Ranked = [['one', seminars(1)]]
const oneTwo: Ranked = [...one, ['two', seminars(2)]]
const inD = (atLeast: number): CriterionDocument => ({ level: 'd', atLeast })

const twoSeminars = eventsTold(
  registered(),
  fact('seminar', 'happened', { stepId: 's1', occurred: '2015-01-01' }),
  fact('seminar', 'happened', { stepId: 's2', occurred: '2015-02-01' }),
)

const moverOf = (...asked: Parameters<typeof compared>) => {
  const outcome = compared(...asked)
  return outcome.outcome === 'compared' ? outcome.mover : outcome.outcome
}

const rulesOf = (...asked: Parameters<typeof compared>) => {
  const mover = moverOf(...asked)
  if (typeof mover !== 'object') return mover
  const told = (rules: (typeof mover.dimensions)[number]['rules']) =>
    rules.map(({ effect, rank, model: side, path, because }) => [
      `${effect} ${rank.code}: ${rank.reason.en}`,
      `${side} ${path}`,
      ...because.map((leaf) => `${leaf.model} ${leaf.path} ${leaf.met ? 'met' : 'unmet'}`),
    ])
  return {
    position: told(mover.position?.rules ?? []),
    dimensions: mover.dimensions.map((m) => told(m.rules)),
  }
}

t.test('the same criteria under other codes of the document move nobody', (t) => {
  t.equal(moverOf(twoSeminars, model(oneTwo, one), model(oneTwo, one)), undefined)
  t.end()
})

t.test('a threshold that was raised: the level that is lost, and the leaf that differs', (t) => {
  const raised: Ranked = [...one, ['two', seminars(3)]]
  t.strictSame(rulesOf(twoSeminars, model(oneTwo, [['p', inD(2)]]), model(raised, [['p', inD(2)]])), {
    position: [
      [
        'lost p: because of p',
        'to /positions/0/criterion',
        'from /dimensions/0/levels/1/criterion met',
        'to /dimensions/0/levels/1/criterion unmet',
      ],
    ],
    dimensions: [
      [
        [
          'lost two: because of two',
          'to /dimensions/0/levels/1/criterion',
          'from /dimensions/0/levels/1/criterion met',
          'to /dimensions/0/levels/1/criterion unmet',
        ],
      ],
    ],
  })
  t.end()
})

t.test('a level that one model adds or removes is named by the model that has it', (t) => {
  const added = rulesOf(twoSeminars, model(one, one), model(oneTwo, one))
  t.strictSame(added, {
    position: [],
    dimensions: [
      [
        [
          'added two: because of two',
          'to /dimensions/0/levels/1/criterion',
          'to /dimensions/0/levels/1/criterion met',
        ],
      ],
    ],
  })
  const removed = rulesOf(twoSeminars, model(oneTwo, one), model(one, one))
  t.strictSame(typeof removed === 'object' && removed.dimensions[0]?.[0]?.slice(0, 2), [
    'removed two: because of two',
    'from /dimensions/0/levels/1/criterion',
  ])
  t.end()
})

t.test('a criterion that both share is not named, one that stands under a negation is', (t) => {
  const both: CriterionDocument = { all: [seminars(1), { standing: 'lab', fresh: null }] }
  const neither: CriterionDocument = { all: [seminars(1), { not: { standing: 'lab', fresh: null } }] }
  t.strictSame(rulesOf(twoSeminars, model([['one', both]], one), model([['one', neither]], one)), {
    position: [],
    dimensions: [[['gained one: because of one', 'to /dimensions/0/levels/0/criterion']]],
  })
  t.end()
})

t.test('models that only order their positions otherwise say so', (t) => {
  const [a, b]: Ranked = [
    ['a', seminars(1)],
    ['b', seminars(2)],
  ]
  if (a === undefined || b === undefined) throw new Error('unreachable')
  t.strictSame(rulesOf(twoSeminars, model(one, [a, b]), model(one, [b, a])), {
    position: [['order a: because of a', 'to /positions/1/criterion']],
    dimensions: [],
  })
  t.end()
})

t.test('the state alone is a move: what is stale under one and held under the other', (t) => {
  const fresh: Ranked = [['one', { count: ['seminar'], atLeast: 1, fresh: 'P3M' }]]
  const mover = moverOf(twoSeminars, model(one, one), model(fresh, one))
  t.strictSame(
    typeof mover === 'object' &&
      mover.dimensions.map(({ from, to }) => [from.code, from.state, to.code, to.state]),
    [['one', 'held', 'one', 'stale']],
  )
  t.end()
})

t.test('who had ended, or was not registered, is not compared', (t) => {
  t.equal(
    moverOf(eventsTold(registered(), ended('2015-12-31')), model(one, one), model(oneTwo, one)),
    'ended',
  )
  t.equal(moverOf([], model(one, one), model(oneTwo, one)), 'not-known')
  t.end()
})
