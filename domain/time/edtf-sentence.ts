import { match } from 'ts-pattern'
import { isDatable, shiftUnit, unitOfRange, type CalendarUnit } from './calendar-unit.js'
import { civilOfDay, FIRST_DAY, type Day, type Duration } from './day.js'
import type { DayRange } from './day-range.js'
import {
  beforeDate,
  singleDate,
  type BeforeDate,
  type ImpreciseDate,
  type IntervalDate,
  type SingleDate,
} from './edtf.js'
import type { Language } from '#domain/kernel/labels.js'
import type { Detail, Mention, Wording } from './wording.js'
import { englishWording } from './wording-english.js'
import { frenchWording } from './wording-french.js'

/** What each language has to say about time. */
export const wordings: Readonly<Record<Language, Wording>> = { fr: frenchWording, en: englishWording }

/**
 * When something was, as one would write it after «a eu lieu» or «a duré»: «vers 2012», «au printemps 2012»,
 * «de juillet 2011 à mars 2013», «depuis 2018», «avant le 27 novembre 2015». Without capital or full stop.
 */
export const sentenceOf = (date: ImpreciseDate, language: Language): string =>
  match(date)
    .with({ kind: 'single' }, (single) => singleSentence(single, language))
    .with({ kind: 'interval' }, (interval) => periodSentence(interval, language))
    .with({ kind: 'before' }, (before) => beforeSentence(before, language))
    .exhaustive()

/** The days among which something undated lies: «entre 2009 et avril 2010», «en 2018 ou plus tard». */
export const windowSentence = (date: ImpreciseDate, language: Language): string => {
  if (date.kind !== 'interval') return sentenceOf(date, language)
  const { begin, end } = date
  const wording = wordings[language]
  if (typeof end === 'string') return wording.orLater(singleSentence(begin, language))
  if (begin.text === end.text) return singleSentence(begin, language)
  return wording.between(mention(begin, detailBefore(begin, end)), mention(end))
}

/** When something was, to the day: «le 15 mars 2012», `on 15 March 2012`. */
export const sentenceOfDay = (day: Day, language: Language): string =>
  wordings[language].at({ unit: 'day', day })

/**
 * Some day of a range, as computed from several dates: «en 2012» when the range is a unit of the calendar, «avant le
 * 27 novembre 2015» when it begins with the first day of all, else «entre le 3 mars 2012 et le 5 avril 2013».
 */
export const sentenceOfRange = (range: DayRange, language: Language): string => {
  const unit = unitOfRange(range)
  if (unit !== undefined) return wordings[language].at(unit)
  const [begin, end] = [dayDate(range.earliest), dayDate(range.latest)]
  if (range.earliest === FIRST_DAY) return beforeSentence(beforeDate(end), language)
  return wordings[language].between(mention(begin, detailBefore(begin, end)), mention(end))
}

/** From which day to which, to the day: «du 1er au 31 mars 2024»; with one bound, «le 1er janvier 2018 ou plus tard». */
export const sentenceOfBounds = (
  { earliest, latest }: Partial<DayRange>,
  language: Language,
): string | undefined => {
  const wording = wordings[language]
  if (earliest !== undefined && latest !== undefined) {
    const [begin, end] = [dayDate(earliest), dayDate(latest)]
    return wording.period(mention(begin, detailBefore(begin, end)), mention(end))
  }
  if (earliest !== undefined) return wording.orLater(wording.at(dayDate(earliest).unit))
  return latest === undefined ? undefined : wording.atTheLatest(wording.at(dayDate(latest).unit))
}

const dayDate = (day: Day): SingleDate => singleDate({ unit: 'day', day })

/** A day's own name, without article or preposition: «15 mars 2012», `15 March 2012`. */
export const nameOfDay = (day: Day, language: Language): string =>
  wordings[language].name({ unit: 'day', day })

/** The name of a range that is a unit of the calendar: «octobre 2011», `autumn 2012`; undefined for any other. */
export const nameOfRange = (range: DayRange, language: Language): string | undefined => {
  const unit = unitOfRange(range)
  return unit && wordings[language].name(unit)
}

/** Since some day of a range: «depuis février 2015», «depuis l’automne 2012», else «depuis le 3 mars 2012 au plus tard». */
export const sinceRange = (range: DayRange, language: Language): string => {
  const wording = wordings[language]
  const unit = unitOfRange(range)
  if (unit !== undefined) return wording.since({ unit, detail: 'full' })
  return wording.sinceAtTheLatest({ unit: { unit: 'day', day: range.latest }, detail: 'full' })
}

/** What is asked of some day of a range: «quel jour de 2014», «quel jour entre le 3 et le 5 mai 2014». */
export const whichDayOf = (range: DayRange, language: Language): string => {
  const unit = unitOfRange(range)
  return unit === undefined
    ? `${wordings[language].whichDayAmong} ${sentenceOfRange(range, language)}`
    : wordings[language].whichDay(unit)
}

/** «18 mois», «3 ans», «90 jours». Whole years are told as years. */
export const sentenceOfDuration = (duration: Duration, language: Language): string =>
  wordings[language].duration(duration)

const singleSentence = ({ unit, mark }: SingleDate, language: Language): string => {
  const wording = wordings[language]
  return match(mark)
    .with(undefined, () => wording.at(unit))
    .with('approximate', () => wording.around(unit))
    .with('uncertain', () => wording.perhaps(wording.at(unit)))
    .with('uncertain-approximate', () => wording.perhaps(wording.around(unit)))
    .exhaustive()
}

const periodSentence = ({ begin, end }: IntervalDate, language: Language): string => {
  const wording = wordings[language]
  if (end === 'open') return wording.since(mention(begin))
  if (end === 'unknown') return wording.endUnknown(mention(begin))
  if (begin.text === end.text) return wording.periodWithin(singleSentence(begin, language))
  return wording.period(mention(begin, detailBefore(begin, end)), mention(end))
}

/** «Avant» leaves out the day it names, so it names what follows; a vague date has no such neighbour. */
const beforeSentence = ({ last }: BeforeDate, language: Language): string => {
  const wording = wordings[language]
  const next = shiftUnit(last.unit, 1)
  return last.mark === undefined && isDatable(next)
    ? wording.before(next)
    : wording.atTheLatest(singleSentence(last, language))
}

const mention = ({ unit, mark }: SingleDate, detail: Detail = 'full'): Mention => ({
  unit,
  detail,
  ...(mark === undefined ? {} : { mark }),
})

/** What the first of two dates may leave to the second: its year, or also its month. */
const detailBefore = (first: SingleDate, second: SingleDate): Detail =>
  first.mark === undefined && second.mark === undefined ? sharedBy(first.unit, second.unit) : 'full'

const sharedBy = (one: CalendarUnit, other: CalendarUnit): Detail => {
  if (one.unit === 'day' && other.unit === 'day') {
    const [a, b] = [civilOfDay(one.day), civilOfDay(other.day)]
    return a.year !== b.year ? 'full' : a.month !== b.month ? 'yearless' : 'day-of-month'
  }
  if (one.unit === 'day' || one.unit !== other.unit || one.year !== other.year) return 'full'
  return isWinter(one) || isWinter(other) ? 'full' : 'yearless'
}

/** A winter's name has two years, of which none is the other season's for sure. */
const isWinter = (unit: CalendarUnit): boolean => unit.unit === 'season' && unit.number === 4
