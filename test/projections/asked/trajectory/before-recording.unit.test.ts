import t from 'tap'
import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import type { KnownBy } from '#domain/organisation/known-events.js'
import { instantAtEndOf } from '#domain/time/day.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { describeTrajectory } from '#projections/asked/trajectory/describe-trajectory.js'
import { questionOf } from '#domain/trajectory/question.js'
import { dayOf, eventsTold, fact, organisationId, registered } from '#test/support/histories.js'

const { labels, unobserved } = FIRST_MODEL_DOCUMENT
const named = { model: FIRST_MODEL, hash: 'hash', labels, unobserved }

t.test('before the import, the answer says which reading was asked and that the other tells more', (t) => {
  const events = eventsTold(registered(), fact('lab', 'begun', { occurred: '2014-06', statedOn: '2014-10' }))
  const told = (knownBy: KnownBy) => {
    const question = questionOf(
      { asOf: dayOf('2015-01-01'), knownAt: instantAtEndOf(dayOf('2015-01-01')), knownBy },
      Date.UTC(2026, 5, 1),
    )
    const streams = { id: organisationId('org'), events, predecessors: [] }
    const assessed = assessOrganisation(streams, FIRST_MODEL, question)
    return describeTrajectory(assessed, named, question)
  }
  const recorded = told('recorded')
  t.match(
    recorded.standing.sentence.fr,
    /: rien n’était encore enregistré ici à ce moment ; la lecture « par les/,
  )
  t.strictSame(
    recorded.warnings.map(({ code }) => code),
    ['recorded-later'],
  )
  const documented = told('documented')
  t.equal(documented.standing.position?.code, 'batisseur')
  t.notMatch(documented.standing.sentence.fr, /enregistré ici/)
  t.end()
})
