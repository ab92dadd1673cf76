import { z } from 'zod'
import type { AttributeClaim } from './declaring/attribute.js'
import { factFields, fieldsToFill } from './fact-fields.js'
import { exactly, type DayRange } from '#domain/time/day-range.js'
import { day, FIRST_DAY, type Day } from '#domain/time/day.js'
import { beginRangeOf, endRangeOf, imprecise, windowOf } from '#domain/time/edtf.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'

/** One fact in the life of a step, of any kind; `attributes` are those that the kind declares. */
export type Fact = z.infer<z.ZodObject<typeof factFields>> & {
  readonly attributes?: Readonly<Record<string, AttributeClaim | undefined>> | undefined
}

/** What dates a fact, and with it the bounds that its source sets. */
export type FactDates = Pick<Fact, 'occurred' | 'within' | 'statedOn'>

export const datesOf = ({ occurred, within, statedOn }: Fact): FactDates => ({ occurred, within, statedOn })

/** The fact of a kind with its attributes, refused when it dates itself twice. */
export const factSchema = <A extends z.ZodType>(attributes: A) =>
  z.strictObject({ ...factFields, attributes: attributes.optional() }).refine(datedOnce, datedTwice)

/** The same with its kind beside it, for the events whose type does not tell the kind. */
export const factSchemaNaming = <K extends string, A extends z.ZodType>(kind: K, attributes: A) =>
  z
    .strictObject({ kind: z.literal(kind), ...factFields, attributes: attributes.optional() })
    .refine(datedOnce, datedTwice)

/** A fact dates itself once: by a date or by a window. The same rule wherever a fact is read. */
export const datedOnce = ({ occurred, within }: { readonly occurred?: unknown; readonly within?: unknown }) =>
  occurred === undefined || within === undefined
export const datedTwice = { path: ['within'], message: 'une date ou une fenêtre, pas les deux' }

/** The texts of a fact that a person wrote freely, each with its path as in `attributes.attachedTo`. */
export const freeTextsOf = (fact: Fact): readonly (readonly [path: string, text: string])[] =>
  [
    ...freeFields.map((path) => [path, valueAt(fact, path)] as const),
    ...(fact.documents ?? []).flatMap(({ title, url, licence }, index) => [
      [`documents.${index}.title`, title] as const,
      [`documents.${index}.url`, url] as const,
      [`documents.${index}.licence`, licence] as const,
    ]),
    ...Object.entries(fact.attributes ?? {}).map(([name, claim]) => [`attributes.${name}`, claim] as const),
  ].flatMap(([path, text]) => (typeof text === 'string' ? [[path, text] as const] : []))

const freeFields: readonly string[] = fieldsToFill
  .filter(({ sort }) => sort === 'line' || sort === 'paragraph')
  .map(({ path }) => path)

/** What stands at a path as in `cost.scope`. */
const valueAt = (fact: Fact, path: string): unknown =>
  path.split('.').reduce<unknown>((held, name) => new Map(Object.entries(held ?? {})).get(name), fact)

/** The last day on which a fact can have been told: the last day of its source, else the day of its recording. */
export const lastDayTold = ({ statedOn }: FactDates, recordedOn: Day): Day => {
  if (statedOn === undefined) return recordedOn
  const told = endRangeOf(imprecise(statedOn))
  return typeof told === 'string' ? recordedOn : told.latest
}

/**
 * The days on which a fact may have happened, as its own words say, before what its source could know bounds them.
 * What lasted several days counts on its last, and what opens a stretch of time on its first; an undated fact lies in its
 * window, else on or before the day on which it was told. Undated announcements and confirmations are of the day on which
 * they were told.
 */
export const statedRange = (fact: FactDates, recordedOn: Day, stage: FactStage): DayRange => {
  const told = lastDayTold(fact, recordedOn)
  if (fact.occurred !== undefined) {
    const date = imprecise(fact.occurred)
    if (opensStretch.has(stage)) return beginRangeOf(date)
    const end = endRangeOf(date)
    return typeof end === 'string' ? { earliest: beginRangeOf(date).earliest, latest: told } : end
  }
  if (fact.within !== undefined) {
    const { earliest, latest } = windowOf(imprecise(fact.within))
    return { earliest, latest: latest ?? told }
  }
  if (stage === 'planned' || stage === 'confirmed') return statedOnRange(fact) ?? exactly(recordedOn)
  return { earliest: FIRST_DAY, latest: told }
}

const opensStretch: ReadonlySet<FactStage> = new Set(['planned', 'started', 'begun', 'suspended'])

/**
 * The days on which a fact may have happened: what a source tells as done is not later than the day on which it spoke.
 * `stage` matters to what opens a stretch of time, and to undated announcements and confirmations: see `statedRange`.
 */
export const rangeOfFact = (fact: FactDates, recordedOn: Day, stage: FactStage): DayRange => {
  const { earliest, latest } = statedRange(fact, recordedOn, stage)
  const told = lastDayTold(fact, recordedOn)
  return { earliest, latest: day(Math.max(earliest, Math.min(latest, told))) }
}

/** The days on which the source may have spoken; undefined when it does not say. */
export const statedOnRange = ({ statedOn }: FactDates): DayRange | undefined => {
  if (statedOn === undefined) return undefined
  const told = endRangeOf(imprecise(statedOn))
  return typeof told === 'string' ? undefined : told
}
