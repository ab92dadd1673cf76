import { match } from 'ts-pattern'
import type { CalendarUnit } from './calendar-unit.js'
import { civilOfDay } from './day.js'
import type { Detail, Mention, Wording } from './wording.js'

/** January first. */
export const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** Spring first, as the EDTF numbers them. */
export const englishSeasons = ['spring', 'summer', 'autumn', 'winter'] as const

export const englishWording: Wording = {
  at: (unit) => (unit.unit === 'day' ? `on ${noun(unit)}` : `in ${noun(unit)}`),
  around: (unit) => `around ${noun(unit)}`,
  perhaps: (sentence) => `perhaps ${sentence}`,
  period: (begin, end) => `from ${mention(begin)} to ${mention(end)}`,
  periodWithin: (sentence) => `beginning and end ${sentence}`,
  since: (begin) => `since ${mention(begin)}`,
  sinceAtTheLatest: (begin) => `since ${mention(begin)} at the latest`,
  endUnknown: (begin) => `from ${mention(begin)}, end unknown`,
  between: (begin, end) => `between ${mention(begin)} and ${mention(end)}`,
  orLater: (sentence) => `${sentence} or later`,
  before: (unit) => `before ${noun(unit)}`,
  atTheLatest: (sentence) => `at the latest ${sentence}`,
  whichDay: (unit) => `on which day of ${noun(unit)}`,
  whichDayAmong: 'on which day',
  name: (unit) => noun(unit).replace(/^the /, ''),
  duration: ({ months, days }) =>
    [
      ...(months === 0 ? [] : [months % 12 === 0 ? counted(months / 12, 'year') : counted(months, 'month')]),
      ...(days === 0 && months > 0 ? [] : [counted(days, 'day')]),
    ].join(' and '),
}

const noun = (unit: CalendarUnit, detail: Detail = 'full'): string => {
  const rest = (text: string): string => (detail === 'full' ? ` ${text}` : '')
  return match(unit)
    .with({ unit: 'decade' }, ({ year }) => `the ${year}s`)
    .with({ unit: 'year' }, ({ year }) => String(year))
    .with(
      { unit: 'semester' },
      ({ year, number }) => `the ${number === 1 ? 'first' : 'second'}${rest(`half of ${year}`)}`,
    )
    .with(
      { unit: 'quarter' },
      ({ year, number }) => `the ${ordinals[number - 1] ?? ''}${rest(`quarter of ${year}`)}`,
    )
    .with(
      { unit: 'season' },
      ({ year, number }) =>
        (englishSeasons[number - 1] ?? '') + rest(number === 4 ? `${year}-${year + 1}` : String(year)),
    )
    .with({ unit: 'month' }, ({ year, number }) => (englishMonths[number - 1] ?? '') + rest(String(year)))
    .with({ unit: 'day' }, (exact) => {
      const civil = civilOfDay(exact.day)
      const month = detail === 'day-of-month' ? '' : ` ${englishMonths[civil.month - 1] ?? ''}`
      return `${civil.day}${month}${rest(String(civil.year))}`
    })
    .exhaustive()
}

const ordinals = ['first', 'second', 'third', 'fourth'] as const

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

const mention = ({ unit, mark, detail }: Mention): string => {
  const about = mark === 'approximate' || mark === 'uncertain-approximate' ? 'about ' : ''
  const perhaps = mark === 'uncertain' || mark === 'uncertain-approximate' ? ' (perhaps)' : ''
  return about + noun(unit, detail) + perhaps
}
