import type { ModelRefusal } from '#domain/models/refusal.js'
import type { OrganisationRefusal } from '#domain/organisation/refusal.js'
import { isoOfDay, type Day } from '#domain/time/day.js'

/** Every reason for which a decision says no. The codes are stable: programs and translations rely on them. */
export type Refusal = OrganisationRefusal | ModelRefusal

export type RefusalCode = Refusal['code']
export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>

/** The fields of refusals that hold a day, as their types say. */
type DayField = { [C in RefusalCode]: DayFieldOf<RefusalOf<C>> }[RefusalCode]
type DayFieldOf<R> = { [F in keyof R]-?: R[F] extends Day ? F : never }[keyof R]

const dayFields: Readonly<Record<DayField, true>> = {
  endedBy: true,
  earliest: true,
  today: true,
  told: true,
  begin: true,
  end: true,
}

/** What a refusal carries besides its code, as JSON: days as ISO dates, and every other value as it is. */
export const detailsOfRefusal = (refusal: Refusal): Readonly<Record<string, unknown>> => {
  const { code: _, ...details } = refusal
  return Object.fromEntries(
    Object.entries(details).map(([field, value]: [string, unknown]) => [
      field,
      Object.hasOwn(dayFields, field) ? isoOfDay(value as Day) : value, // its name is that of a field that holds a day
    ]),
  )
}
