import { readFileSync } from 'node:fs'
import t from 'tap'
import { FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import type { ModelDocument } from '#domain/maturity/model/model.js'
import { dayOfIso } from '#domain/time/day.js'
import { ModelComparison, type Move } from '#projections/asked/model-comparison/comparison-view.js'
import { answerTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { compareModels } from '#src/tasks/models/use-cases/compare-models.js'
import { modelsWorld, sampleLog } from '#test/support/models-world.js'

const golden = (name: string): string =>
  readFileSync(new URL(`../../../../../test/golden/models/${name}`, import.meta.url), 'utf8')

const asOf = dayOfIso('2016-06-01')
if (asOf === undefined) throw new Error('not a day')
const world = await modelsWorld(await sampleLog())

const compared = async (
  ...[from, to, more]: readonly [
    from: { readonly reference: string } | { readonly text: string },
    to: { readonly reference: string } | { readonly text: string },
    more?: { readonly listed?: number },
  ]
) => {
  const outcome = await compareModels(world, { from, to, question: { asOf }, ...more })
  if (outcome.outcome !== 'compared') throw new Error(outcome.outcome)
  return outcome.comparison
}

const first = { reference: 'premier-modele' }
const facets = { reference: 'facettes-innovation' }

const told = ({ from, to, rules }: Move): string =>
  `${from.code ?? '-'} (${from.state}) → ${to.code ?? '-'} (${to.state}) : ` +
  rules
    .map(({ effect, rank, path, because }) =>
      [
        effect,
        rank.code,
        path,
        ...because.map((leaf) => `${leaf.model}:${leaf.path}:${String(leaf.met)}`),
      ].join(' '),
    )
    .join(', ')

const linesOf = ({ movers, counts, moved, compared: all, ended }: ModelComparison): readonly string[] => [
  ...movers.flatMap(({ name, position, dimensions }) => [
    ...(position === null ? [] : [`${name} | position : ${told(position)}`]),
    ...dimensions.map((move) => `${name} | ${move.dimension.code} : ${told(move)}`),
  ]),
  `${moved} of ${all}, ${ended} ended`,
  ...counts.position.map(
    ({ from, fromState, to, toState, organisations }) =>
      `${organisations} ${from ?? '-'} (${fromState}) → ${to ?? '-'} (${toState})`,
  ),
]

t.test('the real history under the facets: exactly these organisations stand elsewhere', async (t) => {
  const comparison = await compared(first, facets)
  t.strictSame(ModelComparison.parse(JSON.parse(JSON.stringify(comparison))), comparison)
  t.strictSame([...linesOf(comparison), ''], golden('premier-modele-facettes-innovation.txt').split('\n'))
  t.strictSame(
    comparison.dimensionsOnlyIn.to.map(({ code }) => code),
    ['enhancement', 'adaptive', 'mission', 'anticipatory'],
  )
})

t.test(
  'what a comparison says of an organisation is what its trajectory says under each model',
  async (t) => {
    const comparison = await compared(first, facets)
    for (const { id, position } of comparison.movers) {
      for (const side of ['from', 'to'] as const) {
        const answer = await answerTrajectory(world, id as Parameters<typeof answerTrajectory>[1], {
          asOf,
          model: comparison[side].hash,
        })
        if (answer.outcome !== 'answered') throw new Error(answer.outcome)
        const { standing } = answer.view
        t.strictSame(
          [standing.position?.code ?? null, standing.state, standing.positions],
          [position?.[side].code, position?.[side].state, position?.[side].readings],
          `${id} ${side}`,
        )
      }
    }
    t.ok(comparison.movers.length > 30)
  },
)

/** The first model as version 2, in which a level asks for more. */
const stricter = (): ModelDocument => {
  const document = structuredClone(FIRST_MODEL_DOCUMENT) as {
    version: number
    dimensions: { code: string; levels: { criterion: unknown }[] }[]
  }
  document.version = 2
  const level = document.dimensions.find(({ code }) => code === 'experimentation')?.levels[1]
  if (level === undefined) throw new Error('no such level')
  level.criterion = {
    count: ['residency-completed', 'experiment-completed', 'scaling-completed'],
    atLeast: 2,
    fresh: 'P6Y',
  }
  return document as unknown as ModelDocument
}

t.test('a new version of the same model: who moves, and by which criterion', async (t) => {
  const comparison = await compared(first, { text: JSON.stringify(stricter()) })
  t.strictSame(linesOf(comparison), golden('premier-modele-stricter.txt').trimEnd().split('\n'))
  t.strictSame(comparison.dimensionsOnlyIn, { from: [], to: [] })
  for (const { dimensions } of comparison.movers) {
    t.strictSame(
      dimensions.flatMap(({ rules }) => rules.flatMap(({ because }) => because.map(({ path }) => path))),
      dimensions.flatMap(() => ['/dimensions/1/levels/1/criterion', '/dimensions/1/levels/1/criterion']),
    )
  }
})

t.test('a model compared with itself moves nobody, and everybody is counted', async (t) => {
  const comparison = await compared(first, first)
  t.strictSame([comparison.moved, comparison.movers], [0, []])
  t.equal(
    comparison.counts.position.reduce((sum, { organisations }) => sum + organisations, 0),
    comparison.compared,
  )
  t.equal(comparison.compared + comparison.ended + comparison.notKnown, 112)
})

t.test('the list can be cut, and says so; the counts cannot', async (t) => {
  const [all, cut] = [await compared(first, facets), await compared(first, facets, { listed: 2 })]
  t.strictSame(cut.movers, all.movers.slice(0, 2))
  t.equal(cut.moversLeftOut, all.movers.length - 2)
  t.strictSame(cut.counts, all.counts)
})

t.test('before anything was recorded nobody is known', async (t) => {
  const outcome = await compareModels(world, { from: first, to: facets, question: { asOf, knownAt: 0 } })
  t.strictSame(
    outcome.outcome === 'compared' && [outcome.comparison.compared, outcome.comparison.notKnown],
    [0, 112],
  )
})

t.test('what can’t be compared is told', async (t) => {
  const unknown = await compareModels(world, { from: first, to: { reference: 'nulle-part' } })
  t.equal(unknown.outcome === 'model-unknown' && unknown.known.includes('premier-modele@1'), true)
  const invalid = await compareModels(world, { from: { text: '{' }, to: first })
  t.equal(invalid.outcome === 'model-invalid' && invalid.check.faults[0]?.code, 'not-json')
  const unreadable = await compareModels(
    {
      ...world,
      log: {
        ...world.log,
        readStream: (stream, slice) =>
          stream === 'organisation-ville-de-paris'
            ? Promise.reject(new Error('torn page'))
            : world.log.readStream(stream, slice),
      },
    },
    { from: first, to: facets, question: { asOf } },
  )
  t.strictSame(unreadable.outcome === 'compared' && unreadable.comparison.unreadable, [
    { id: 'ville-de-paris', reason: 'torn page' },
  ])
  const gone = new AbortController()
  gone.abort()
  t.strictSame(await compareModels(world, { from: first, to: facets, signal: gone.signal }), {
    outcome: 'stopped',
  })
})
