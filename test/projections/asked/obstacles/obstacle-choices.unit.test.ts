import t from 'tap'
import { foldedAlone } from '#test/support/row-derived.js'
import { obstacleChoices } from '#projections/asked/obstacles/obstacle-choices.js'
import { obstaclesIn } from '#projections/asked/obstacles/obstacles.js'
import { stepsTaken, stepsTakenRowOf } from '#projections/kept/steps-taken/steps-taken.js'
import { eventsTold, fact, organisationId, registered } from '#test/support/histories.js'

const derived = stepsTakenRowOf(
  foldedAlone(
    organisationId('a'),
    eventsTold(
      registered('a'),
      fact('transfo', 'started', { stepId: 't' }),
      fact('lab', 'begun', { stepId: 'l' }),
      fact('setback', 'begun', { stepId: '1', follows: ['t'], attributes: { nature: 'no-lab' }, note: 'n' }),
      fact('setback', 'begun', { stepId: '2', follows: ['t'], attributes: { nature: 'demotivation' } }),
      fact('setback', 'begun', { stepId: '3', follows: ['l'], attributes: { nature: 'demotivation' } }),
      fact('setback', 'begun', { stepId: '4' }),
    ),
  ),
)
const all = derived.derived ? obstaclesIn(stepsTaken.viewOf([derived.row])) : []

const counts = (choices: readonly { readonly value: string; readonly count: number }[]) =>
  Object.fromEntries(choices.map(({ value, count }) => [value, count]))

t.test('only what finds something can be chosen, with how much it would find', async (t) => {
  const { kinds, natures } = obstacleChoices(all, {})
  t.strictSame(counts(kinds), { transfo: 2, lab: 1 })
  t.strictSame(counts(natures), { demotivation: 2, 'no-lab': 1 })
})

t.test('beside the other choice that was made; what was asked for stays in the list', async (t) => {
  const { kinds, natures } = obstacleChoices(all, { kinds: ['lab'], nature: 'no-lab' })
  t.strictSame(counts(kinds), { transfo: 1, lab: 0 })
  t.strictSame(counts(natures), { demotivation: 1, 'no-lab': 0 })
})

t.test('what the record tells of a setback comes along', async (t) => {
  t.strictSame(
    all.map(({ met }) => met.step.told),
    ['n', undefined, undefined, undefined],
  )
})
