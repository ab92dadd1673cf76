import t from 'tap'
import { isBehind, mayRecord, MOST_BEHIND, nowOf } from '#domain/clock/clock-rule.js'

const last = Date.parse('2026-07-01T10:00:00.000Z')
const at = (clock: number, acceptedThrough = 0) => ({ clock, lastRecorded: last, acceptedThrough })

t.test('now is the later of the clock and the log', (t) => {
  t.equal(nowOf(at(last - 1)), last)
  t.equal(nowOf(at(last + 1)), last + 1)
  t.end()
})

t.test('five minutes are what machines may differ by; more is for people to look at', (t) => {
  t.notOk(isBehind(at(last - MOST_BEHIND)))
  t.ok(isBehind(at(last - MOST_BEHIND - 1)))
  t.ok(mayRecord(at(last - MOST_BEHIND)))
  t.notOk(mayRecord(at(last - MOST_BEHIND - 1)))
  t.notOk(isBehind({ clock: 0, lastRecorded: 0 }), 'an empty log is ahead of nobody')
  t.end()
})

t.test('what staff accepted is accepted that far, and no further', (t) => {
  t.ok(mayRecord(at(last - 3_600_000, last)))
  t.notOk(mayRecord(at(last - 3_600_000, last - 1)))
  t.ok(isBehind(at(last - 3_600_000, last)), 'and goes on being said')
  t.end()
})
