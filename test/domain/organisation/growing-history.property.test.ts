import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import t from 'tap'
import { growingHistory, historyOf, type OrganisationHistory } from '#domain/organisation/history.js'
import { amendedLives } from '#test/support/amended-lives.js'
import { holds } from '#test/support/holds.js'

t.test(
  'a history that grows in place is that of a fresh fold, and what was given away stays as it is',
  (t) => {
    const property = fc.property(
      amendedLives,
      fc.array(fc.nat(30), { maxLength: 6 }),
      ({ events }, looks) => {
        const growing = growingHistory()
        const kept: { readonly after: number; readonly history: OrganisationHistory }[] = []
        for (const [place, event] of events.entries()) {
          growing.add(event)
          if (looks.includes(place)) kept.push({ after: place + 1, history: growing.kept() })
          if (!isDeepStrictEqual(growing.now(), historyOf(events.slice(0, place + 1)))) return false
        }
        return kept.every(({ after, history }) =>
          isDeepStrictEqual(history, historyOf(events.slice(0, after))),
        )
      },
    )
    holds(t, property, 200)
    t.end()
  },
)
