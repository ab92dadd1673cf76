import type { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { StepOnRecord } from '#domain/organisation/step-on-record.js'
import type { Day } from '#domain/time/day.js'

/** Where a fact of a predecessor came from. */
export interface Origin {
  /** Who recorded it, however many successions ago. */
  readonly from: OrganisationId
  /** The last possible day of the last succession on the way. */
  readonly since: Day
  /** How many successions ago: 1 for a predecessor. */
  readonly generations: number
}

/** A step that an organisation took, or that it inherited: then some of its facts have an origin. */
export interface HeldStep {
  readonly step: StepOnRecord
  /** By the id of the fact; the organisation's own facts have none. */
  readonly origins: ReadonlyMap<EventId, Origin>
}

/** The origin that lies furthest back among some events; undefined when all are the organisation's own. */
export const originAmong = (
  { origins }: HeldStep,
  events: Iterable<EventId> = origins.keys(),
): Origin | undefined =>
  [...events]
    .flatMap((event) => origins.get(event) ?? [])
    .reduce<Origin | undefined>(
      (oldest, origin) => (oldest === undefined || origin.generations > oldest.generations ? origin : oldest),
      undefined,
    )
