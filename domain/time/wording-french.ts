import { match } from 'ts-pattern'
import { of, to, written, type Noun } from '#domain/kernel/french/noun.js'
import type { CalendarUnit } from './calendar-unit.js'
import { civilOfDay } from './day.js'
import type { Mark } from './edtf.js'
import type { Detail, Mention, Wording } from './wording.js'

/** January first. */
export const frenchMonths = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** Spring first, as the EDTF numbers them. */
export const frenchSeasons = ['printemps', 'été', 'automne', 'hiver'] as const

export const frenchWording: Wording = {
  at: (unit) =>
    match(unit)
      .with({ unit: 'day' }, () => written(noun(unit)))
      .with({ unit: 'year' }, { unit: 'month' }, () => `en ${written(noun(unit))}`)
      .with({ unit: 'decade' }, () => `dans ${written(noun(unit))}`)
      .with({ unit: 'season' }, { unit: 'quarter' }, { unit: 'semester' }, () => to(noun(unit)))
      .exhaustive(),
  around: (unit) => `vers ${written(noun(unit))}`,
  perhaps: (sentence) => `peut-être ${sentence}`,
  period: (begin, end) => `${mention(begin, of)} ${mention(end, to)}`,
  periodWithin: (sentence) => `début et fin ${sentence}`,
  since: (begin) => `depuis ${mention(begin, written)}`,
  sinceAtTheLatest: (begin) => `depuis ${mention(begin, written)} au plus tard`,
  endUnknown: (begin) => `à partir ${mention(begin, of)}, fin inconnue`,
  between: (begin, end) => `entre ${mention(begin, written)} et ${mention(end, written)}`,
  orLater: (sentence) => `${sentence} ou plus tard`,
  before: (unit) => `avant ${written(noun(unit))}`,
  atTheLatest: (sentence) => `au plus tard ${sentence}`,
  whichDay: (unit) => `quel jour ${of(noun(unit))}`,
  whichDayAmong: 'quel jour',
  name: (unit) => noun(unit).words,
  duration: ({ months, days }) =>
    [
      ...(months === 0 ? [] : [months % 12 === 0 ? counted(months / 12, 'an') : `${months} mois`]),
      ...(days === 0 && months > 0 ? [] : [counted(days, 'jour')]),
    ].join(' et '),
}

const noun = (unit: CalendarUnit, detail: Detail = 'full'): Noun => {
  const year = (text: string | number): string => (detail === 'full' ? ` ${text}` : '')
  return match(unit)
    .returnType<Noun>()
    .with({ unit: 'decade' }, (decade) => ({ article: 'les', words: `années ${decade.year}` }))
    .with({ unit: 'year' }, (whole) => ({ article: 'none', words: String(whole.year) }))
    .with({ unit: 'semester' }, { unit: 'quarter' }, (part) => ({
      article: 'le',
      words: ordinal(part.number) + year(`${partNames[part.unit]} ${part.year}`),
    }))
    .with({ unit: 'season' }, (season) => ({
      article: season.number === 1 ? 'le' : 'l’',
      words:
        (frenchSeasons[season.number - 1] ?? '') +
        year(season.number === 4 ? `${season.year}-${season.year + 1}` : season.year),
    }))
    .with({ unit: 'month' }, (month) => ({
      article: 'none',
      words: (frenchMonths[month.number - 1] ?? '') + year(month.year),
    }))
    .with({ unit: 'day' }, (exact) => {
      const civil = civilOfDay(exact.day)
      const dayOfMonth = civil.day === 1 ? '1er' : String(civil.day)
      const month = detail === 'day-of-month' ? '' : ` ${frenchMonths[civil.month - 1] ?? ''}`
      return { article: 'le', words: dayOfMonth + month + year(civil.year) }
    })
    .exhaustive()
}

const partNames = { semester: 'semestre', quarter: 'trimestre' } as const
const ordinal = (number: number): string => (number === 1 ? '1er' : `${number}e`)
const counted = (count: number, word: string): string => `${count} ${word}${count >= 2 ? 's' : ''}`

type Preposition = (noun: Noun) => string

const mention = ({ unit, mark, detail }: Mention, preposition: Preposition): string =>
  preposition(noun(unit, detail)) + (mark === undefined ? '' : marks[mark])

const marks = {
  approximate: ' environ',
  uncertain: ' (peut-être)',
  'uncertain-approximate': ' environ (peut-être)',
} as const satisfies Record<Mark, string>
