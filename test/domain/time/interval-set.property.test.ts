import fc from 'fast-check'
import t from 'tap'
import { day, type Day } from '#domain/time/day.js'
import {
  complement,
  contains,
  intersection,
  interval,
  intervalAt,
  intervalSet,
  isSubset,
  NEVER,
  sameDays,
  union,
  type Interval,
  type IntervalSet,
} from '#domain/time/interval-set.js'
import { holds } from '#test/support/holds.js'

/** The naive set: one answer for each day from 0 to LAST, the last of which stands for all days after it. */
const LAST = 30
const universe: readonly Day[] = Array.from({ length: LAST + 1 }, (_, index) => day(index))

const intervals: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: LAST }), fc.option(fc.integer({ min: 0, max: LAST }), { freq: 6 }))
  .map(([begin, end]) => ({ begin: day(begin), end: end === null ? null : day(end) }))
const drafts = fc.array(intervals, { maxLength: 6 })
const sets = drafts.map(intervalSet)

const naive = (drawn: readonly Interval[]): readonly boolean[] =>
  universe.map((one) => drawn.some(({ begin, end }) => begin <= one && (end === null || one < end)))

const asDays = (set: IntervalSet): readonly boolean[] => universe.map((one) => contains(set, one))

const isNormal = (set: IntervalSet): boolean =>
  set.every(({ begin, end }, index) => {
    const next = set[index + 1]
    return end === null ? next === undefined : begin < end && (next === undefined || end < next.begin)
  })

const check = <Values extends unknown[]>(name: string, property: fc.IProperty<Values>) =>
  t.test(name, (t) => {
    holds(t, property, 400)
    t.end()
  })

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

check(
  'a set holds the days of its intervals, in normal form, whatever their order',
  fc.property(drafts, (drawn) => {
    const set = intervalSet(drawn)
    return same(asDays(set), naive(drawn)) && isNormal(set) && same(set, intervalSet([...drawn].reverse()))
  }),
)

check(
  'a union holds the days of any, an intersection those of both',
  fc.property(sets, sets, sets, (one, other, third) => {
    const [a, b, c] = [asDays(one), asDays(other), asDays(third)]
    const [all, both] = [union(one, other, third), intersection(one, other)]
    return (
      isNormal(all) &&
      isNormal(both) &&
      same(
        asDays(all),
        a.map((held, index) => held || b[index] === true || c[index] === true),
      ) &&
      same(
        asDays(both),
        a.map((held, index) => held && b[index] === true),
      )
    )
  }),
)

check(
  'a complement holds the other days from its first day on',
  fc.property(sets, fc.integer({ min: 0, max: LAST }), (set, from) => {
    const rest = complement(set, day(from))
    return (
      isNormal(rest) &&
      same(
        asDays(rest),
        asDays(set).map((held, index) => index >= from && !held),
      ) &&
      sameDays(complement(rest, day(from)), intersection(set, interval(day(from), null)))
    )
  }),
)

check(
  'two sets are the same when their days are, and one lies in the other when its days do',
  fc.property(sets, sets, (one, other) => {
    const [a, b] = [asDays(one), asDays(other)]
    return (
      sameDays(one, other) === same(a, b) &&
      isSubset(one, other) === a.every((held, index) => !held || b[index] === true) &&
      isSubset(intersection(one, other), one) &&
      isSubset(one, union(one, other)) &&
      sameDays(union(one, one), one)
    )
  }),
)

check(
  'the interval at a day is the longest run of held days around it',
  fc.property(sets, fc.constantFrom(...universe), (set, one) => {
    const found = intervalAt(set, one)
    const held = asDays(set)
    if (found === undefined) return held[one] === false
    const begins = found.begin === 0 || held[found.begin - 1] === false
    const ends = found.end === null || (found.end > one && held[found.end] === false)
    return (
      found.begin <= one && begins && ends && held.slice(found.begin, found.end ?? undefined).every(Boolean)
    )
  }),
)

t.test('the empty and the endless', (t) => {
  t.strictSame(interval(day(5), day(5)), NEVER)
  t.strictSame(interval(day(5), day(4)), NEVER)
  t.strictSame(union(), NEVER)
  t.strictSame(complement(NEVER, day(3)), [{ begin: 3, end: null }])
  t.strictSame(complement(interval(day(3), null), day(3)), NEVER)
  t.strictSame(union(interval(day(1), day(2)), interval(day(2), day(3))), [{ begin: 1, end: 3 }])
  t.equal(isSubset(NEVER, NEVER), true)
  t.equal(isSubset(interval(day(1), null), interval(day(1), day(900))), false)
  t.end()
})
