import t from 'tap'
import { obstaclesIn, type Obstacle } from '#projections/asked/obstacles/obstacles.js'
import { stepsTaken, stepsTakenRowOf } from '#projections/kept/steps-taken/steps-taken.js'
import { eventsTold, fact, organisationId, registered, type Telling } from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const rowOf = (id: string, ...tellings: readonly Telling[]) =>
  rowDerived(stepsTakenRowOf(foldedAlone(organisationId(id), eventsTold(registered(id), ...tellings))))

/** The months of the only setback, met and overcome on these days. */
const months = (begun: string, ended: string): Obstacle['months'] =>
  obstaclesIn(
    stepsTaken.viewOf([
      rowOf(
        'a',
        fact('setback', 'begun', { occurred: begun }),
        fact('setback', 'ended', { occurred: ended }),
      ),
    ]),
  )[0]?.months

t.test('how long: full months at least, begun months at most', async (t) => {
  t.strictSame(months('2012-01-15', '2012-04-15'), { min: 3, max: 3 })
  t.strictSame(months('2012-01-15', '2012-04-16'), { min: 3, max: 4 })
  t.strictSame(months('2012-01-15', '2012-04-14'), { min: 2, max: 3 })
  t.strictSame(months('2012-01', '2012-04'), { min: 2, max: 4 })
  t.strictSame(months('2012', '2013'), { min: 0, max: 24 })
  t.strictSame(months('../2012-01-15', '2012-04-15'), { min: 3 }, 'nobody says since when')
})

t.test('at which step, what came out of it, and what came later', async (t) => {
  const taken = stepsTaken.viewOf([
    rowOf(
      'b-region',
      fact('transfo', 'started', { occurred: '2011', stepId: 't' }),
      fact('seminar', 'happened', { occurred: '2010', stepId: 'before', follows: ['t'] }),
      fact('setback', 'begun', {
        occurred: '2012',
        stepId: 's',
        follows: ['t'],
        attributes: { nature: 'no-lab' },
      }),
      fact('interest', 'happened', { occurred: '2013', stepId: 'i', follows: ['s'] }),
    ),
    rowOf('a-region', fact('scaling', 'started', { occurred: '2020', stepId: 'x', follows: ['t'] })),
    rowOf('c-region', fact('setback', 'begun', { occurred: '2013', programme: 'rebonds' })),
  ])
  t.strictSame(
    obstaclesIn(taken).map(({ met, nature, at, atKinds, overcome, led, later }) => ({
      met: met.organisation.name,
      nature,
      at: at.map(({ step }) => step.kind),
      atKinds,
      overcome,
      led: led.map(({ step }) => step.kind),
      later: later.map(({ step, organisation }) => `${step.kind} ${organisation.name}`),
    })),
    [
      {
        met: 'b-region',
        nature: 'no-lab',
        at: ['transfo'],
        atKinds: ['transfo'],
        overcome: false,
        led: ['interest'],
        later: ['scaling a-region'],
      },
      {
        met: 'c-region',
        nature: undefined,
        at: [],
        atKinds: ['experiment', 'inquiry'],
        overcome: false,
        led: [],
        later: [],
      },
    ],
  )
  t.equal(obstaclesIn(taken, { kinds: ['inquiry'] }).length, 1, 'by its programme')
  t.equal(obstaclesIn(taken, { kinds: ['transfo'], nature: 'no-lab' }).length, 1)
  t.equal(obstaclesIn(taken, { kinds: ['lab'] }).length, 0)
})
