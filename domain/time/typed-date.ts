import { isDatable, shiftUnit, type CalendarUnit } from './calendar-unit.js'
import { civilOfDay } from './day.js'
import {
  beforeDate,
  intervalDate,
  parseEdtf,
  singleDate,
  type EdtfText,
  type ImpreciseDate,
  type SingleDate,
} from './edtf.js'
import { folded } from '#domain/kernel/folded-key.js'
import { readTypedUnit, type TypedDateRefusal, type TypedUnit } from './typed-unit.js'
import { frenchMonths } from './wording-french.js'

/**
 * What a typed date was understood to be. `date`: one moment, however vague. `period`: something ran from one date
 * to another («de mars à juin 2011», «depuis 2018»). `window`: something undated happened meanwhile («entre mars
 * et juin 2011», «avant mars 2012»).
 */
export type TypedDate =
  | {
      readonly understood: true
      readonly kind: 'date' | 'period' | 'window'
      readonly edtf: EdtfText
      readonly date: ImpreciseDate
    }
  | { readonly understood: false; readonly code: TypedDateRefusal }

const LONGEST = 120

/**
 * Reads a date as people type it, in French or in English, or as EDTF. Numbers are always day, month, year; a year
 * has four digits. Nothing is guessed: what is ambiguous or impossible is refused with its code.
 */
export const readTypedDate = (text: string): TypedDate => {
  const edtf = parseEdtf(text.trim().toUpperCase())
  if (edtf !== undefined) return understood(kindOfEdtf[edtf.kind], edtf)
  if (text.length > LONGEST) return refused('unrecognised')
  const plain = folded(text)
  for (const { pattern, read } of constructions) {
    const groups = pattern.exec(plain)?.groups
    if (groups !== undefined) return read(groups['date'] ?? '')
  }
  return firstUnderstood([moment(plain), ...ran(plain)])
}

const kindOfEdtf = { single: 'date', interval: 'period', before: 'window' } as const

const understood = (kind: 'date' | 'period' | 'window', date: ImpreciseDate): TypedDate => ({
  understood: true,
  kind,
  edtf: date.text,
  date,
})
const refused = (code: TypedDateRefusal): TypedDate => ({ understood: false, code })

const separators = {
  window: / (?:et|and) /g,
  period: / (?:a|au|aux|jusqu'(?:a|au|aux|en)|to|until|till|-|->) /g,
  years: /(?<=^\d{4})-(?=\d{4}$)/g,
} as const

/** Sentences that begin or end with words of their own; the first that fits decides. */
const constructions: readonly { readonly pattern: RegExp; readonly read: (date: string) => TypedDate }[] = [
  { pattern: /^(?:entre|between) (?<date>.+)$/, read: (sides) => between(sides) },
  { pattern: /^(?:debut et fin|beginning and end) (?<date>.+)$/, read: (date) => withOne(date, within) },
  {
    pattern: /^(?:depuis|since) (?<date>.+), (?:fin inconnue|end unknown)$/,
    read: (date) => endless(date, 'unknown'),
  },
  { pattern: /^(?:depuis|since) (?<date>.+)$/, read: (date) => endless(date, 'open') },
  {
    pattern: /^(?:a partir|a compter|from) (?<date>.+), (?:fin inconnue|end unknown)$/,
    read: (date) => endless(date, 'unknown'),
  },
  {
    pattern: /^(?:a partir|a compter|from(?!.* (?:to|until|till) )) (?<date>.+)$/,
    read: (date) => endless(date, 'unknown'),
  },
  { pattern: /^(?:avant|before) (?<date>.+)$/, read: (date) => withOne(date, before) },
  { pattern: /^(?:apres|after) (?<date>.+)$/, read: (date) => withOne(date, after) },
  {
    pattern: /^(?:au plus tard|at the latest|no later than) (?<date>.+)$/,
    read: (date) => withOne(date, atTheLatest),
  },
  { pattern: /^(?<date>.+) (?:au plus tard|at the latest)$/, read: (date) => withOne(date, atTheLatest) },
  {
    pattern: /^(?<date>.+) (?:ou plus tard|ou apres|or later|or after)$/,
    read: (date) => withOne(date, orLater),
  },
]

const moment = (text: string): TypedDate => withOne(text, (typed) => understood('date', single(typed)))

const withOne = (text: string, read: (typed: TypedUnit) => TypedDate): TypedDate => {
  const typed = readTypedUnit(text)
  return typeof typed === 'string' ? refused(typed) : read(typed)
}

const single = ({ unit, mark }: TypedUnit): SingleDate => singleDate(unit, mark)

const within = (typed: TypedUnit): TypedDate => asInterval('period', single(typed), single(typed))

const endless = (text: string, end: 'open' | 'unknown'): TypedDate =>
  withOne(text, (typed) => asInterval('period', single(typed), end))

const orLater = (typed: TypedUnit): TypedDate => asInterval('window', single(typed), 'open')

const atTheLatest = (typed: TypedUnit): TypedDate => understood('window', beforeDate(single(typed)))

const before = (typed: TypedUnit): TypedDate =>
  beside(typed, -1, (neighbour) => understood('window', beforeDate(neighbour)))

const after = (typed: TypedUnit): TypedDate =>
  beside(typed, 1, (neighbour) => asInterval('window', neighbour, 'open'))

/** What is before «fin mars» may still be in March: a part that was told coarser has no known neighbour. */
const beside = (typed: TypedUnit, by: 1 | -1, read: (neighbour: SingleDate) => TypedDate): TypedDate => {
  if (typed.coarser) return refused('unrecognised')
  const unit = shiftUnit(typed.unit, by)
  return isDatable(unit) ? read(single({ ...typed, unit })) : refused('out-of-range')
}

const asInterval = (
  kind: 'period' | 'window',
  begin: SingleDate,
  end: SingleDate | 'open' | 'unknown',
): TypedDate => {
  const date = intervalDate(begin, end)
  return date === undefined ? refused('reversed') : understood(kind, date)
}

const between = (sides: string): TypedDate =>
  firstUnderstood(splits(sides, separators.window).map(([begin, end]) => twoDates('window', begin, end)))

/** The readings of «de mars à juin 2011», «mars 2011 - juin 2012», «2011-2013»; none when there are no two sides. */
const ran = (text: string): readonly TypedDate[] =>
  [...splits(text, separators.years), ...splits(text, separators.period)].map(([begin, end]) =>
    twoDates('period', begin, end),
  )

const splits = (text: string, separator: RegExp): readonly (readonly [string, string])[] =>
  [...text.matchAll(separator)].map((found) => [
    text.slice(0, found.index),
    text.slice(found.index + found[0].length),
  ])

/** The reading that was understood; else the refusal that says most. */
const firstUnderstood = (readings: readonly TypedDate[]): TypedDate =>
  readings.find((reading) => reading.understood) ??
  readings.find((reading) => !reading.understood && reading.code !== 'unrecognised') ??
  refused('unrecognised')

const twoDates = (kind: 'period' | 'window', first: string, second: string): TypedDate => {
  const end = readTypedUnit(second)
  if (typeof end === 'string') return refused(end)
  const begin = readBegin(first, end.unit)
  return typeof begin === 'string' ? refused(begin) : asInterval(kind, single(begin), single(end))
}

/** A first date may leave to the second what both share: «du 3 au 15 mars 2012». */
const readBegin = (text: string, end: CalendarUnit): TypedUnit | TypedDateRefusal => {
  const alone = readTypedUnit(text)
  if (typeof alone !== 'string') return alone
  const completed = completions(text, end).map(readTypedUnit)
  return (
    completed.find((reading) => typeof reading !== 'string') ??
    completed.find((reading) => reading !== 'unrecognised') ??
    alone
  )
}

const partNames = { quarter: 'trimestre', semester: 'semestre' } as const

const completions = (text: string, end: CalendarUnit): readonly string[] => {
  switch (end.unit) {
    case 'decade':
    case 'year':
      return []
    case 'quarter':
    case 'semester':
      return [`${text} ${partNames[end.unit]} ${end.year}`, `${text} ${end.year}`]
    case 'season':
      return end.number === 4 ? [] : [`${text} ${end.year}`]
    case 'month':
      return [`${text} ${end.year}`]
    case 'day': {
      const { year, month } = civilOfDay(end.day)
      return [
        `${text} ${folded(frenchMonths[month - 1] ?? '')} ${year}`,
        `${text}/${year}`,
        `${text} ${year}`,
      ]
    }
  }
}
