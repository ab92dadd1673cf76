import { z } from 'zod'
import { edtfOfUnit, rangeOfUnit, unitOfEdtf, type CalendarUnit } from './calendar-unit.js'
import { FIRST_DAY, type Day } from './day.js'
import type { DayRange } from './day-range.js'

/**
 * Imprecise dates in the part of the Extended Date/Time Format (ISO 8601-2:2019) that the domain needs.
 * Everything here has one spelling only: two dates are the same when their texts are.
 */

/** A text that `parseEdtf` understands: what an event stores. */
export type EdtfText = string & z.core.$brand<'EdtfText'>

/** `~` approximate, `?` uncertain, `%` both. A mark is shown, and changes no range. */
export type Mark = 'approximate' | 'uncertain' | 'uncertain-approximate'

/** One date: some day within a unit of the calendar. */
export interface SingleDate {
  readonly kind: 'single'
  readonly text: EdtfText
  readonly unit: CalendarUnit
  readonly range: DayRange
  readonly mark?: Mark
}

/** `A/B`, `A/..`, `A/`: it begins some day within `begin`. */
export interface IntervalDate {
  readonly kind: 'interval'
  readonly text: EdtfText
  readonly begin: SingleDate
  readonly end: IntervalEnd
}

/** `open`: it has not ended. `unknown`: nobody says whether or when. Both compute as no end, and differ in words. */
export type IntervalEnd = SingleDate | 'open' | 'unknown'

/** `../B`: on or before the last day of `last`. */
export interface BeforeDate {
  readonly kind: 'before'
  readonly text: EdtfText
  readonly last: SingleDate
}

export type ImpreciseDate = SingleDate | IntervalDate | BeforeDate

/** Reads an EDTF; undefined when it is not one, dates anything outside 1900 to 2199, or ends before it begins. */
export const parseEdtf = (text: string): ImpreciseDate | undefined => {
  const sides = text.split('/')
  const [first = '', second] = sides
  if (second === undefined) return parseSingle(first)
  if (sides.length > 2) return undefined
  if (first === '..') {
    const last = parseSingle(second)
    return last && beforeDate(last)
  }
  const begin = parseSingle(first)
  const end = parseEnd(second)
  return begin && end && intervalDate(begin, end)
}

const parseEnd = (text: string): IntervalEnd | undefined =>
  text === '..' ? 'open' : text === '' ? 'unknown' : parseSingle(text)

const markOfSign: Readonly<Record<string, Mark>> = {
  '~': 'approximate',
  '?': 'uncertain',
  '%': 'uncertain-approximate',
}
const signOfMark = { approximate: '~', uncertain: '?', 'uncertain-approximate': '%' } as const

const parseSingle = (text: string): SingleDate | undefined => {
  const mark = markOfSign[text.slice(-1)]
  const unit = unitOfEdtf(mark === undefined ? text : text.slice(0, -1))
  return unit && singleDate(unit, mark)
}

/** Some day within a unit of the calendar (of the years 1900 to 2199). */
export const singleDate = (unit: CalendarUnit, mark?: Mark): SingleDate => ({
  kind: 'single',
  text: (edtfOfUnit(unit) + (mark === undefined ? '' : signOfMark[mark])) as EdtfText,
  unit,
  range: rangeOfUnit(unit),
  ...(mark === undefined ? {} : { mark }),
})

/** From one date to another; undefined when the end surely lies before the beginning. */
export const intervalDate = (begin: SingleDate, end: IntervalEnd): IntervalDate | undefined => {
  if (typeof end === 'object' && end.range.latest < begin.range.earliest) return undefined
  const written = end === 'open' ? '..' : end === 'unknown' ? '' : end.text
  return { kind: 'interval', text: `${begin.text}/${written}` as EdtfText, begin, end }
}

/** On or before the last day of a date. */
export const beforeDate = (last: SingleDate): BeforeDate => ({
  kind: 'before',
  text: `../${last.text}` as EdtfText,
  last,
})

/** The days on which a single moment may have been: a date's own, or all from 1900-01-01 for `../B`. */
export const rangeOf = (date: SingleDate | BeforeDate): DayRange =>
  date.kind === 'single' ? date.range : { earliest: FIRST_DAY, latest: date.last.range.latest }

/** The days on which it may have begun; what has no beginning of its own began when it was. */
export const beginRangeOf = (date: ImpreciseDate): DayRange =>
  date.kind === 'interval' ? date.begin.range : rangeOf(date)

/** The days on which it may have ended, or why there is none. What was one moment ended when it was. */
export const endRangeOf = (date: ImpreciseDate): DayRange | 'open' | 'unknown' => {
  if (date.kind !== 'interval') return rangeOf(date)
  return typeof date.end === 'string' ? date.end : date.end.range
}

/** The days among which an undated thing lies, both included; `latest` null when nothing bounds it. */
export interface Window {
  readonly earliest: Day
  readonly latest: Day | null
}

/** A date read as a window: from the first day of its first date to the last day of its second. */
export const windowOf = (date: ImpreciseDate): Window => {
  const end = endRangeOf(date)
  return { earliest: beginRangeOf(date).earliest, latest: typeof end === 'string' ? null : end.latest }
}

const REMEMBERED = 4096
const remembered = new Map<EdtfText, ImpreciseDate>()

/** The date of a text that was already validated; the latest few thousand are remembered. */
export const imprecise = (text: EdtfText): ImpreciseDate => {
  const known = remembered.get(text)
  if (known !== undefined) return known
  const date = parseEdtf(text)
  if (date === undefined) throw new TypeError(`Not an EDTF date, though branded as one: ${text}`)
  if (remembered.size >= REMEMBERED) remembered.clear()
  remembered.set(text, date)
  return date
}

/**
 * The interval between two columns of a table, where `..` in the second tells that it goes on, and a blank that
 * nobody says; undefined when a side is not one date, or the end surely lies before the beginning.
 */
export const intervalOfColumns = (begin: string, end: string): IntervalDate | undefined => {
  const from = parseSingle(begin)
  const to = parseEnd(end)
  return from && to && intervalDate(from, to)
}

const edtfText = (accepts: (date: ImpreciseDate) => boolean, message: string) =>
  z
    .string()
    .max(24)
    .refine((text) => {
      const date = parseEdtf(text)
      return date !== undefined && accepts(date)
    }, message)
    .brand<'EdtfText'>()

/** Any imprecise date, kept as its text: when something was (`2012-03`, `2011-07/2013-03`, `../2015-11-26`). */
export const Edtf = edtfText(() => true, 'date EDTF attendue, par exemple 2012, 2012-03~ ou 2011-07/2013-03')
export type Edtf = EdtfText

/** One date, not an interval: the day on which a source spoke, the begin or the end of something. */
export const EdtfSingle = edtfText(
  (date) => date.kind === 'single',
  'une seule date EDTF attendue, par exemple 2012, 2012-03 ou 2012-03-15~',
)

/** The days among which something undated lies: read by `windowOf`. Any imprecise date can be one. */
export const EdtfWindow = edtfText(
  () => true,
  'période EDTF attendue, par exemple 2009/2010-04, 2018/.. ou ../2015-11-26',
)
