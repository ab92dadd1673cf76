import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { answerAt } from '#domain/maturity/answer.js'
import { FIRST_MODEL, FIRST_MODEL_DOCUMENT } from '#domain/maturity/shipped-models/shipped-models.js'
import { highestOf } from '#domain/maturity/spells.js'
import { ranksByReading } from '#domain/maturity/trajectory.js'
import { addDuration } from '#domain/time/day.js'
import { foldedOrganisation } from '#projections/kept/kept-model.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { highestOn, sinceSummary, standingOn } from '#projections/kept/standings/standing-on.js'
import { standingsRowOf, type StandingsRow } from '#projections/kept/standings/standings.js'
import { amendedLives } from '#test/support/amended-lives.js'
import { dayOf } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const named = { model: FIRST_MODEL, hash: 'hash' }

/** From the first day of all, where `..` begins, to long after everything has gone stale. */
const days = fc
  .oneof(
    fc.integer({ min: dayOf('2011-01-01'), max: dayOf('2035-01-01') }),
    fc.constantFrom(dayOf('1900-01-01'), dayOf('1950-01-01')),
  )
  .map((day) => day as ReturnType<typeof dayOf>) // a count of days

const rowOf = (streams: Parameters<typeof assessOrganisation>[0]): StandingsRow =>
  JSON.parse(JSON.stringify(rowDerived(standingsRowOf(named)(foldedOrganisation(streams))))) as StandingsRow // as a store gives it back

t.test('on any day the row says what the trajectory answers', (t) => {
  const property = fc.property(
    amendedLives,
    fc.array(days, { minLength: 1, maxLength: 8 }),
    (streams, asked) => {
      const row = rowOf(streams)
      return asked.every((asOf) => {
        const horizon = addDuration(asOf, { months: 120, days: 0 })
        const question = { asOf, horizon, knownAt: Number.MAX_SAFE_INTEGER, knownBy: 'recorded' as const }
        const { period, position } = answerAt(
          assessOrganisation(streams, FIRST_MODEL, question).trajectory,
          asOf,
        )
        const { ranks, ...standing } = standingOn(row, asOf)
        return isDeepStrictEqual(
          { ...standing, ranks: ranksByReading(ranks) },
          {
            period,
            summary: position.summary,
            since: position.since,
            until: position.until,
            ranks: position.ranks,
          },
        )
      })
    },
  )
  holds(t, property, 200)
  t.end()
})

t.test('a summary holds from its first day on, and was another on the eve', (t) => {
  const property = fc.property(amendedLives, days, (streams, day) => {
    const row = rowOf(streams)
    const [since, asked] = [sinceSummary(row, day), standingOn(row, day).summary]
    const same = (other: typeof day): boolean => {
      const { rank, state } = standingOn(row, other).summary
      return rank === asked.rank && state === asked.state
    }
    const eve = (since - 1) as typeof day
    return same(since) && (since === row.begins || since === dayOf('1900-01-01') || !same(eve))
  })
  holds(t, property, 100)
  t.end()
})

t.test('the highest that nothing refutes is that of the summary', (t) => {
  const property = fc.property(amendedLives, days, (streams, day) => {
    const row = rowOf(streams)
    const { ranks, summary } = standingOn(row, day)
    return (
      highestOn(row, day, 'unrefuted') === summary.rank &&
      highestOn(row, day, 'certain') === summary.held &&
      highestOn(row, day, 'possible') === highestOf(ranks.possible)
    )
  })
  holds(t, property, 100)
  t.end()
})

t.test('a row names the model under which it was computed', (t) => {
  const { id } = FIRST_MODEL_DOCUMENT
  const row = standingsRowOf({ model: FIRST_MODEL, hash: id })(
    foldedAlone('region-a' as StandingsRow['id'], []),
  )
  t.strictSame(row.derived && row.row.model, id)
  t.end()
})
