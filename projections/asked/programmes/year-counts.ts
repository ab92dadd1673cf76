import { programmeOf, programmes } from '#domain/programmes/programmes.js'
import type { DayRange } from '#domain/time/day-range.js'
import { day, dayOfCivil } from '#domain/time/day.js'
import {
  allParts,
  engagementsOf,
  grouped,
  organisationsOf,
  standingOf,
  yearsOf,
  type PartOfOrganisation,
} from './parts-in-programme.js'
import { datedDaysOf } from '#projections/kept/programmes/programmes-row.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'

/** `possible` comes on top of `certain`: what may have been in the year, or in another one. */
export interface Count {
  readonly certain: number
  readonly possible: number
}

/**
 * The same years counted three ways. `steps`: a collective step once, in the year in which the first of those who took it
 * began. `participations`: once for each organisation that took it. `organisations`: each once, however much it took.
 */
export interface Counts {
  readonly steps: Count
  readonly participations: Count
  readonly organisations: Count
}

export interface YearCounts extends Counts {
  readonly year: number
}

export interface CountsOverYears {
  readonly years: readonly YearCounts[]
  /** Of the whole period, where each is counted once; not the sum of the years. */
  readonly period: Counts
  /** Steps of which nobody says since when, and that are in no year. */
  readonly undated: number
}

export interface CountsOfProgramme extends CountsOverYears {
  readonly programme: string
  readonly inCatalogue: boolean
}

export interface CountsByYear {
  /** Both included. */
  readonly from: number
  readonly to: number
  readonly programmes: readonly CountsOfProgramme[]
  /** Of the programmes of the catalogue together: an organisation in several counts once. */
  readonly catalogue: CountsOverYears
  /** Of everything that facts name as a programme. */
  readonly all: CountsOverYears
}

/** Both included; by default from the first to the last year in which anything may have been. */
export interface YearsAsked {
  readonly from?: number
  readonly to?: number
}

/**
 * How many took part in which programme, by year. A step counts in the year in which it began or happened; where nobody
 * tells its beginning, in that of its end. Setbacks, announcements, targets, support and what was held around a programme
 * are no participation, and neither is the operator’s own part, whose steps count as steps. `thisYear` stands in where nothing is dated.
 */
export const countsByYear = (taken: ProgrammesTaken, asked: YearsAsked, thisYear: number): CountsByYear => {
  const parts = allParts(taken).filter(
    ({ part }) => part.programme !== undefined && ['took-part', 'ran'].includes(standingOf(part)),
  )
  const [first, last] = yearsOf(parts) ?? [thisYear, thisYear]
  const from = asked.from ?? Math.min(first, asked.to ?? first)
  const to = asked.to ?? Math.max(last, from)
  const byProgramme = new Map(grouped(parts, ({ part }) => part.programme ?? ''))
  return {
    from,
    to,
    programmes: inOrder([...byProgramme.keys()]).map((programme) => ({
      programme,
      inCatalogue: isInCatalogue(programme),
      ...countsOf(byProgramme.get(programme) ?? [], from, to),
    })),
    catalogue: countsOf(
      parts.filter(({ part }) => isInCatalogue(part.programme ?? '')),
      from,
      to,
    ),
    all: countsOf(parts, from, to),
  }
}

const isInCatalogue = (code: string): boolean => programmeOf(code) !== undefined

/** Those of the catalogue in its order, then the others by code. */
export const inOrder = (codes: readonly string[]): readonly string[] => {
  const known = programmes.map(({ code }) => code)
  const place = (code: string): number => (known.includes(code) ? known.indexOf(code) : known.length)
  return codes.toSorted((one, other) => place(one) - place(other) || (one < other ? -1 : 1))
}

const countsOf = (parts: readonly PartOfOrganisation[], from: number, to: number): CountsOverYears => {
  const dated = parts.flatMap((one) => {
    const range = datedDaysOf(one.part)
    return range === undefined ? [] : [{ ...one, range }]
  })
  return {
    years: Array.from({ length: to - from + 1 }, (_, index) => ({
      year: from + index,
      ...countsWithin(dated, daysOfYears(from + index, from + index)),
    })),
    period: countsWithin(dated, daysOfYears(from, to)),
    undated: engagementsOf(parts).length - engagementsOf(dated).length,
  }
}

interface DatedPart extends PartOfOrganisation {
  readonly range: DayRange
}

const countsWithin = (parts: readonly DatedPart[], period: DayRange): Counts => {
  const participations = parts.filter(({ part }) => standingOf(part) === 'took-part')
  const certain = participations.filter(({ range }) => isWithin(range, period))
  const possible = participations.filter(({ range }) => meets(range, period))
  const engagements = engagementsOf(parts).map((engagement) => rangeOfFirst(engagement.parts))
  return {
    steps: countOf(
      engagements.filter((range) => isWithin(range, period)).length,
      engagements.filter((range) => meets(range, period)).length,
    ),
    participations: countOf(certain.length, possible.length),
    organisations: countOf(organisationsOf(certain).length, organisationsOf(possible).length),
  }
}

const countOf = (certain: number, atMost: number): Count => ({ certain, possible: atMost - certain })

/** When the first of several began. */
const rangeOfFirst = (parts: readonly DatedPart[]): DayRange => ({
  earliest: day(Math.min(...parts.map(({ range }) => range.earliest))),
  latest: day(Math.min(...parts.map(({ range }) => range.latest))),
})

const isWithin = (range: DayRange, period: DayRange): boolean =>
  range.earliest >= period.earliest && range.latest <= period.latest

const meets = (range: DayRange, period: DayRange): boolean =>
  range.earliest <= period.latest && range.latest >= period.earliest

const daysOfYears = (from: number, to: number): DayRange => ({
  earliest: dayOfCivil(from, 1, 1),
  latest: dayOfCivil(to, 12, 31),
})
