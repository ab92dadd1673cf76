import { folded } from '#domain/kernel/folded-key.js'
import { isDatable, unitOfEdtf, yearPart, type CalendarUnit, type YearPart } from './calendar-unit.js'
import { dayOfCivil, lengthOfMonth } from './day.js'
import type { Mark } from './edtf.js'
import { englishMonths, englishSeasons } from './wording-english.js'
import { frenchMonths, frenchSeasons } from './wording-french.js'

/** Why a typed date is not understood. `typed-date-remedies` says to a person what to do. */
export type TypedDateRefusal =
  | 'empty'
  | 'unrecognised'
  | 'year-missing'
  | 'two-digit-year'
  | 'impossible-day'
  | 'impossible-month'
  | 'ambiguous-winter'
  | 'out-of-range'
  | 'reversed'

/** A unit as it was typed. `coarser`: what was typed is a part of it that has no EDTF («fin mars 2012»). */
export interface TypedUnit {
  readonly unit: CalendarUnit
  readonly mark?: Mark
  readonly coarser: boolean
}

/**
 * Reads one folded date, with its preposition and its mark: «vers mars 2012», «le 1er mars 2012», «t1 2016»,
 * «15/03/2012» (day, month, year: never the American order), «march 15, 2012».
 */
export const readTypedUnit = (text: string): TypedUnit | TypedDateRefusal => {
  const { core, mark } = withoutMarks(text)
  if (core === '') return 'empty'
  const vague = partOfUnit.exec(core)
  const unit = readUnit(vague?.groups?.['whole'] ?? core)
  if (typeof unit === 'string') return unit
  const covering = vague === null ? unit : coveringPart(vague.groups?.['part'] ?? '', unit)
  if (covering === undefined) return 'unrecognised'
  if (!isDatable(covering)) return 'out-of-range'
  return { unit: covering, coarser: vague !== null, ...(mark === undefined ? {} : { mark }) }
}

const approximately =
  /^(?:vers|environ|autour|aux alentours|aux environs|circa|ca?\.|~|around|about|approximately)(?: |(?<=~))/
const approximatelyAfter = / ?(?: environ| approximativement|~)$/
const perhaps = /^(?:peut-etre|perhaps|maybe|possibly) /
const perhapsAfter = / ?(?:\(?\?\)?|\(peut-etre\)| peut-etre|\(perhaps\)| perhaps)$/
const bothAfter = / ?%$/
const prepositions =
  /^(?:(?:en|le|la|les|du|des(?= annees)|de|au|aux|a|dans|courant|on|in|the|of|from|during) |(?:l|d|de l|a l|dans l)')/

/** Takes off, from both ends, what is said around the date itself. */
const withoutMarks = (text: string): { readonly core: string; readonly mark?: Mark } => {
  let core = text
  let [isApproximate, isUncertain] = [false, false]
  for (;;) {
    const [about, maybe, both] = [
      core.replace(approximately, '').replace(approximatelyAfter, ''),
      core.replace(perhaps, '').replace(perhapsAfter, ''),
      core.replace(bothAfter, ''),
    ]
    isApproximate ||= about !== core || both !== core
    isUncertain ||= maybe !== core || both !== core
    const bare = core.replace(prepositions, '')
    const shortest = [about, maybe, both, bare].find((rest) => rest !== core)
    if (shortest === undefined) break
    core = shortest.trim()
  }
  if (isApproximate) return { core, mark: isUncertain ? 'uncertain-approximate' : 'approximate' }
  return isUncertain ? { core, mark: 'uncertain' } : { core }
}

/** «début 2013», «fin mars 2012», «mi-mars 2012»: told by the smallest unit that surely covers it. */
const partOfUnit =
  /^(?<part>debut|fin|mi|milieu|early|mid|late|(?:the )?beginning of|(?:the )?end of)[ -](?:de |du |d')?(?<whole>.+)$/

const coveringPart = (part: string, unit: CalendarUnit): CalendarUnit | undefined => {
  if (unit.unit === 'month') return unit
  if (unit.unit !== 'year' || part.startsWith('mi')) return undefined
  return yearPart('semester', unit.year, /^(?:fin|late|.*end of)/.test(part) ? 2 : 1)
}

type Read = CalendarUnit | TypedDateRefusal

const readUnit = (text: string): Read => {
  const written = unitOfEdtf(text.toUpperCase())
  if (written !== undefined) return written
  for (const { pattern, read } of spellings) {
    const found = pattern.exec(text)
    if (found !== null) return read(...found.slice(1).map((group) => group as string | undefined))
  }
  return 'unrecognised'
}

const number = (text: string | undefined): number => Number(text)
const ordinal = String.raw`(\d|premier|deuxieme|second|troisieme|quatrieme|first|third|fourth)(?:er|e|eme|st|nd|rd|th)?`
const part = '(trimestre|quarter|semestre|half|semester)'
const link = String.raw`(?:de |of |de l'annee )?`

/** What people write, the most particular first: the first pattern that fits decides. */
const spellings: readonly {
  readonly pattern: RegExp
  readonly read: (...groups: readonly (string | undefined)[]) => Read
}[] = [
  { pattern: /^(\d{4})$/, read: (year) => ({ unit: 'year', year: number(year) }) },
  { pattern: /^(\d{4})-(\d{1,2})$/, read: (year, month) => monthOf(number(year), number(month)) },
  { pattern: /^(\d{1,2})[-/. ](\d{4})$/, read: (month, year) => monthOf(number(year), number(month)) },
  {
    pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/,
    read: (year, _, month, day) => dayOf(number(year), number(month), number(day)),
  },
  {
    pattern: /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})$/,
    read: (day, _, month, year) => dayOf(number(year), number(month), number(day)),
  },
  { pattern: /^\d{1,2}([-/.])\d{1,2}\1\d{2}$|^(?:annees )?\d{2}s?$/, read: () => 'two-digit-year' },
  { pattern: /^\d{1,2}[-/.]\d{1,2}$/, read: () => 'year-missing' },
  { pattern: /^(?:annees|decennie|annees-) ?(\d{4})$/, read: (year) => decadeOf(number(year)) },
  { pattern: /^(\d{4})'?s$/, read: (year) => decadeOf(number(year)) },
  {
    pattern: new RegExp(`^${ordinal} ${part} ${link}(\\d{4})$`),
    read: (which, name, year) => partOf(partNamed(name), number(year), ordinalOf(which)),
  },
  {
    pattern: /^([tqsh]) ?(\d)[ -]?(\d{4})$/,
    read: (name, which, year) => partOf(partNamed(name), number(year), number(which)),
  },
  {
    pattern: /^(\d{4})[ -]?([tqsh])(\d)$/,
    read: (year, name, which) => partOf(partNamed(name), number(year), number(which)),
  },
  { pattern: new RegExp(`^${ordinal} ${part}$`), read: () => 'year-missing' },
  { pattern: /^[tqsh] ?\d$/, read: () => 'year-missing' },
  {
    pattern: /^(?:hiver|winter) (?:de |of )?(\d{4}) ?[-/] ?(\d{2}|\d{4})$/,
    read: (year, next) => winterOf(number(year), next ?? ''),
  },
  {
    pattern: /^(\d{1,2})(?: ?er|e|st|nd|rd|th)? (?:of )?([a-z]+)\.?,? (\d{4})$/,
    read: (day, month, year) => dayNamed(day, month, year),
  },
  {
    pattern: /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    read: (month, day, year) => dayNamed(day, month, year),
  },
  {
    pattern: /^([a-z]+)\.?,? (?:de |of )?(\d{4})$/,
    read: (name, year) => named(name ?? '', number(year)),
  },
  {
    pattern: /^(?:\d{1,2}(?:er|st|nd|rd|th)? )?([a-z]+)\.?(?: '?\d{1,2})?$/,
    read: (name) =>
      monthNumber(name ?? '') === undefined && seasonNumber(name ?? '') === undefined
        ? 'unrecognised'
        : 'year-missing',
  },
]

const monthOf = (year: number, month: number): Read => yearPart('month', year, month) ?? 'impossible-month'

const dayOf = (year: number, month: number, dayOfMonth: number): Read => {
  if (month < 1 || month > 12) return 'impossible-month'
  if (dayOfMonth < 1 || dayOfMonth > lengthOfMonth(year, month)) return 'impossible-day'
  return { unit: 'day', day: dayOfCivil(year, month, dayOfMonth) }
}

const decadeOf = (year: number): Read => (year % 10 === 0 ? { unit: 'decade', year } : 'unrecognised')

const partOf = (unit: YearPart, year: number, which: number): Read =>
  yearPart(unit, year, which) ?? 'unrecognised'

const partNamed = (name: string | undefined): YearPart => (/^[tq]/.test(name ?? '') ? 'quarter' : 'semester')

const ordinalWords = [
  ['premier', 'first'],
  ['deuxieme', 'second'],
  ['troisieme', 'third'],
  ['quatrieme', 'fourth'],
]
const ordinalOf = (word = ''): number =>
  /^\d$/.test(word) ? Number(word) : ordinalWords.findIndex((words) => words.includes(word)) + 1

/** A winter is named by its two years, since with one of them half of its readers think of the other. */
const winterOf = (year: number, next: string): Read =>
  String(year + 1).endsWith(next) ? { unit: 'season', year, number: 4 } : 'unrecognised'

const named = (name: string, year: number): Read => {
  const season = seasonNumber(name)
  if (season === 4) return 'ambiguous-winter'
  if (season !== undefined) return { unit: 'season', year, number: season }
  const month = monthNumber(name)
  return month === undefined ? 'unrecognised' : monthOf(year, month)
}

const dayNamed = (day: string | undefined, name = '', year?: string): Read => {
  const month = monthNumber(name)
  return month === undefined ? 'unrecognised' : dayOf(number(year), month, number(day))
}

const monthNames = frenchMonths.map((french, index) => [folded(french), folded(englishMonths[index] ?? '')])

/** By its name or any beginning of it, of three letters or more, that is no other month's: «janv», «sept», not «jui». */
const monthNumber = (name: string): number | undefined => {
  const exact = monthNames.findIndex((names) => names.includes(name))
  if (exact >= 0) return exact + 1
  const begun = monthNames.flatMap((names, index) =>
    name.length >= 3 && names.some((full) => full.startsWith(name)) ? [index + 1] : [],
  )
  return begun.length === 1 ? begun[0] : undefined
}

const seasonNames = frenchSeasons.map((french, index) => [
  folded(french),
  englishSeasons[index] ?? '',
  ...(french === 'automne' ? ['fall'] : []),
])

const seasonNumber = (name: string): number | undefined => {
  const index = seasonNames.findIndex((names) => names.includes(name))
  return index < 0 ? undefined : index + 1
}
