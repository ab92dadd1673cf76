import t from 'tap'
import { describeSteps } from '#projections/asked/steps/describe-steps.js'
import { fact, history, type Telling } from '#test/support/histories.js'

const steps = (...tellings: readonly Telling[]) => describeSteps(history(...tellings))

t.test('a role carries a step or supports it, and in a partnership every role carries', (t) => {
  const carries = (...told: Parameters<typeof fact>) => steps(fact(...told)).map(({ role }) => role.carries)
  t.strictSame(carries('lab', 'begun', { role: 'partner', occurred: '2012' }), [false])
  t.strictSame(carries('lab', 'begun', { role: 'lead', occurred: '2012' }), [true])
  t.strictSame(carries('partnership', 'begun', { role: 'partner', occurred: '2012' }), [true])
  t.end()
})

t.test(
  'where sources contradict each other about one code, the details say that it is one of theirs',
  (t) => {
    const met = (reference: string, nature: string) =>
      fact('setback', 'begun', { occurred: '2012', source: { reference }, attributes: { nature } })
    const details = (...tellings: readonly Telling[]) =>
      steps(...tellings).flatMap((step) => step.details.map(({ fr }) => fr))
    t.strictSame(details(met('a', 'budget-cut'), met('b', 'no-lab')), [
      'nature : coupe budgétaire ou pas de labo, selon la source',
    ])
    t.strictSame(
      details(
        met('a', 'budget-cut'),
        fact('setback', 'changed', { occurred: '2013', attributes: { nature: 'no-lab' } }),
      ),
      ['nature : coupe budgétaire ou pas de labo'],
      'what it became contradicts nothing',
    )
    t.end()
  },
)
