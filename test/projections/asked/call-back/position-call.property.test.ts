import fc from 'fast-check'
import t from 'tap'
import { answerAt } from '#domain/maturity/answer.js'
import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { dayOfCivil, type Day } from '#domain/time/day.js'
import {
  describeStaleCall,
  describeUnsettledCall,
} from '#projections/asked/call-back/describe-position-call.js'
import { stalePiecesIn } from '#projections/asked/call-back/stale-pieces.js'
import { isStanding } from '#projections/asked/explanation/pieces.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { ALL_KNOWN, groundOf, suppose, withEvents } from '#projections/asked/what-if/suppose.js'
import { amendedLives } from '#test/support/amended-lives.js'
import { eventId, stepId } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'

const named: ModelNamed = {
  model: FIRST_MODEL,
  hash: 'hash',
  labels: FIRST_MODEL_DOCUMENT.labels,
  unobserved: FIRST_MODEL_DOCUMENT.unobserved,
}
/** After everything in these lives was recorded. */
const days = fc.integer({ min: dayOfCivil(2019, 4, 1), max: dayOfCivil(2029, 1, 1) }).map((day) => day as Day) // a count of days

const assessed = (streams: LineageEvents, today: Day) =>
  assessOrganisation(
    streams,
    FIRST_MODEL,
    { ...ALL_KNOWN, asOf: today, horizon: (today + 1) as Day },
    { causes: false },
  ).trajectory

t.test(
  'what is stale rests on something stale, and confirming all of it is enough where all of it stands',
  (t) => {
    let [stale, enough] = [0, 0]
    const property = fc.property(amendedLives, days, (streams, today) => {
      const trajectory = assessed(streams, today)
      const { period, position } = answerAt(trajectory, today)
      if (period !== 'within' || position.summary.state !== 'stale') return true
      stale += 1
      const { rank } = position.summary
      const evaluated = trajectory.position.ranked[rank - 1]
      if (evaluated === undefined) return false
      const pieces = stalePiecesIn(evaluated, today, trajectory.leafEvidence)
      const call = describeStaleCall({ streams, named, today }, today)
      const confirmable = call.steps.filter((step) => step.confirmable)
      const allStand = pieces.every(({ piece, contrary }) => isStanding(piece) && !contrary)
      if (pieces.length === 0) return false
      if (!allStand || confirmable.length < pieces.length) return true
      enough += 1
      const facts = confirmable.map(({ stepId: id, kind }, place) => ({
        id: eventId(900 + place),
        kind: kind as 'lab', // a kind of the catalogue
        stage: 'confirmed' as const,
        fact: { stepId: stepId(id), role: 'lead' as const },
      }))
      const supposed = suppose(groundOf(streams), facts, today)
      if (!supposed.supposed) return false
      const after = answerAt(assessed(withEvents(streams, supposed.events), today), today).position
      return after.ranks.possible.includes(rank)
    })
    holds(t, property, 150)
    t.ok(stale > 10, `${stale} stale positions were met`)
    t.ok(enough > 2, `${enough} of them could be confirmed`)
    t.end()
  },
)

t.test('every sentence is whole, in both languages, whatever the history', (t) => {
  const whole = (fr: string, en: string): boolean =>
    [fr, en].every((text) => /^\S.*[.?]$/su.test(text) && !/undefined|NaN|\s{2}/.test(text))
  const property = fc.property(amendedLives, days, (streams, today) =>
    [
      describeStaleCall({ streams, named, today }, today),
      describeUnsettledCall({ streams, named, today }),
    ].every(({ why, settles }) => whole(why.fr, why.en) && whole(settles.fr, settles.en)),
  )
  holds(t, property, 60)
  t.end()
})
