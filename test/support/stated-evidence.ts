import { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { Attributes, Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { IntervalSet } from '#domain/time/interval-set.js'
import { dayOfIso, isoOfDay, type Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'

/** Evidence as a test states it: days as ISO 8601, a range as `from..to`, both included. */
export const on = (iso: string): Day => {
  const day = dayOfIso(iso)
  if (day === undefined) throw new Error(`no such day: ${iso}`)
  return day
}

export const range = (text: string): DayRange => {
  const [earliest = text, latest = earliest] = text.split('..')
  return { earliest: on(earliest), latest: on(latest) }
}

/** The n-th event of a test. */
export const event = (number: number): EventId =>
  EventId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

const origin = (number: number) => ({ stepId: StepId.parse(`step-${number}`), events: [event(number)] })

export const happened = (
  number: number,
  kind: string,
  when: string,
  attributes: Attributes = {},
): Occurrence => ({
  ...origin(number),
  kind,
  range: range(when),
  attributes,
})

/** Stands from `begin` on; all else as told. */
export const stood = (
  number: number,
  kind: string,
  begin: string,
  told: Partial<Omit<Standing, 'kind' | 'begin' | 'end'>> & { readonly end?: string } = {},
): Standing => {
  const { end, ...rest } = told
  return {
    ...origin(number),
    kind,
    begin: range(begin),
    ...(end !== undefined && { end: range(end) }),
    attributes: {},
    changes: [],
    suspensions: [],
    news: [{ range: range(begin), events: [event(number)] }],
    ...rest,
  }
}

export const evidence = (...all: readonly (Occurrence | Standing)[]): Evidence => ({
  occurrences: all.filter((one) => 'range' in one),
  standings: all.filter((one) => 'begin' in one),
})

/** Days as a person reads them: `2012-03-01..2013-01-01`, the end excluded, open as `..`. */
export const days = (set: IntervalSet): readonly string[] =>
  set.map(({ begin, end }) => `${isoOfDay(begin)}..${end === null ? '' : isoOfDay(end)}`)

export const amount = (min: number, max = min) => ({ type: 'quantity', min, max }) as const
export const codes = (...values: readonly string[]) => ({ type: 'codes', values }) as const
