import { match } from 'ts-pattern'
import type { Labels } from '#domain/kernel/labels.js'
import { civilOfDay, day as dayOf, dayOfCivil, FIRST_DAY, type Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { intersection, interval, type IntervalSet } from '#domain/time/interval-set.js'
import type { MembershipOnRecord } from './membership-on-record.js'

/**
 * Where an organisation stands in a year by its memberships of one association. Membership is told year by year. `member`:
 * known for it. `perhaps`: the dates are too vague to be sure, or nothing tells of it between two years for which it is
 * known. `to-renew`: known for the year before, and nothing tells of this one. `lapsed`: known for an earlier year, or
 * ended. `none`: never before.
 */
export const memberStates = {
  member: { fr: 'adhésion connue', en: 'known member' },
  perhaps: { fr: 'adhésion possible', en: 'possible member' },
  'to-renew': { fr: 'à renouveler', en: 'to be renewed' },
  lapsed: { fr: 'sans suite connue', en: 'lapsed' },
  none: { fr: 'aucune connue', en: 'none on record' },
} as const satisfies Readonly<Record<string, Labels>>
export type MemberState = keyof typeof memberStates

export type MemberInYear =
  | { readonly state: 'none' }
  | { readonly state: 'member' | 'to-renew'; readonly years: YearsAsMember }
  | {
      readonly state: 'perhaps'
      /** Nothing tells of this year, but of others around it. */
      readonly because?: 'between-years'
      readonly years: YearsAsMember
    }
  | {
      readonly state: 'lapsed'
      /** Told as ended, not heard of since, or the organisation itself exists no longer. */
      readonly because: 'ended' | 'not-renewed' | 'organisation-ended'
      readonly years: YearsAsMember
    }

/** The first and the last year up to the asked one for which it is known, for certain or perhaps. */
interface YearsAsMember {
  readonly first: number
  readonly last: number
}

/**
 * The one rule of membership, for lists, filters and exports. Nothing is guessed behind the last news; `gone`: the
 * organisation existed no longer when the year began, so that nobody can renew.
 */
export const memberInYear = (
  memberships: readonly MembershipOnRecord[],
  year: number,
  { gone }: { readonly gone: boolean },
): MemberInYear => {
  const all = yearsKnown(memberships)
  const known = all.filter((one) => one.year <= year)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return { state: 'none' }
  const years = { first: first.year, last: last.year }
  if (last.year === year) {
    if (last.certain) return { state: 'member', years }
    return { state: 'perhaps', ...(knownAround(all, year) && { because: 'between-years' }), years }
  }
  return match({ over: isOver(memberships, year), gone, yearBefore: last.year === year - 1 })
    .with({ over: true }, () => ({ state: 'lapsed', because: 'ended', years }) as const)
    .with({ gone: true }, () => ({ state: 'lapsed', because: 'organisation-ended', years }) as const)
    .with({ yearBefore: true }, () => ({ state: 'to-renew', years }) as const)
    .otherwise(() => ({ state: 'lapsed', because: 'not-renewed', years }) as const)
}

export interface KnownYear {
  readonly year: number
  /** Whatever the imprecise dates were. */
  readonly certain: boolean
}

/** The last year before, and the first after, for which it is known for certain; undefined where there is none on one side. */
export const knownAround = (
  years: readonly KnownYear[],
  year: number,
): { readonly before: number; readonly after: number } | undefined => {
  const sure = years.filter(({ certain }) => certain)
  const before = sure.findLast((one) => one.year < year)?.year
  const after = sure.find((one) => one.year > year)?.year
  return before === undefined || after === undefined ? undefined : { before, after }
}

/** The first of the unbroken years up to this one for which it is known for certain. */
export const unbrokenSince = (years: readonly KnownYear[], year: number): number =>
  years.some((one) => one.year === year - 1 && one.certain) ? unbrokenSince(years, year - 1) : year

/**
 * Every year for which a membership is known, in order: those that facts name or news tell of, and those of one that was
 * told from its begin to its end. It is renewed every year, so between its begin and later news it is only possible.
 */
export const yearsKnown = (memberships: readonly MembershipOnRecord[]): readonly KnownYear[] => {
  const certain = new Map<number, boolean>()
  const add = (year: number, sure: boolean): void =>
    void certain.set(year, sure || certain.get(year) === true)
  for (const { surely, possibly, heard, ended, years } of memberships) {
    for (const { year } of years) add(year, true)
    for (const { year, certain: sure } of heard.flatMap((news) => yearsOfNews(news, possibly)))
      add(year, sure)
    for (const year of yearsOf(until(possibly, lastOf(heard.map(({ latest }) => latest))))) add(year, false)
    if (ended === undefined) continue
    for (const year of yearsOf(until(surely, lastOf(heard.map(({ earliest }) => earliest))))) add(year, true)
  }
  return [...certain]
    .map(([year, sure]) => ({ year, certain: sure }))
    .toSorted((one, other) => one.year - other.year)
}

/** Whether all of them had surely ended before the year began. */
const isOver = (memberships: readonly MembershipOnRecord[], year: number): boolean => {
  const begin = dayOfCivil(year, 1, 1)
  return memberships.every(({ ended }) => ended !== undefined && ended.latest < begin)
}

/** Up to and with the day of the last news: from then on nobody heard of it. Of what began nobody knows when, nothing. */
const until = (days: IntervalSet, last: Day | undefined): IntervalSet =>
  last === undefined
    ? []
    : intersection(
        days.filter(({ begin }) => begin > FIRST_DAY),
        interval(FIRST_DAY, dayOf(last + 1)),
      )

const lastOf = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)

/** News of a day some time in a year tell of that year; where the day may lie in several, perhaps of each. */
const yearsOfNews = ({ earliest, latest }: DayRange, possibly: IntervalSet): readonly KnownYear[] => {
  if (earliest <= FIRST_DAY) return []
  const told = yearsOf(intersection(possibly, interval(earliest, dayOf(latest + 1))))
  return told.map((year) => ({
    year,
    certain: told.length === 1 && civilOfDay(earliest).year === civilOfDay(latest).year,
  }))
}

/** The years in which bounded days lie. */
const yearsOf = (days: IntervalSet): readonly number[] =>
  days.flatMap(({ begin, end }) => {
    const first = civilOfDay(begin).year
    const last = end === null ? first : civilOfDay(dayOf(end - 1)).year
    return Array.from({ length: last - first + 1 }, (_, place) => first + place)
  })
