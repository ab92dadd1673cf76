import { match, P } from 'ts-pattern'
import type { OrganisationEvent, RecordedEvent } from './organisation-event.js'
import type { Instant } from '#domain/kernel/instant.js'
import { lastDayTold } from '#domain/steps/fact.js'
import { type Day, parisDayOf } from '#domain/time/day.js'
import { imprecise, windowOf } from '#domain/time/edtf.js'
import { firstDays } from './existence.js'

/**
 * Two readings of «known»: `recorded` takes what was recorded by then; `documented` takes what the documents of the time
 * could tell, each fact from the last day of its `statedOn` on (its recording when it has none).
 */
export type KnownBy = 'recorded' | 'documented'

export interface Knowledge {
  readonly knownAt: Instant
  readonly knownBy: KnownBy
}

/** The events that were known at a moment, in the order of recording. */
export const knownEvents = (
  events: readonly RecordedEvent[],
  { knownAt, knownBy }: Knowledge,
): readonly RecordedEvent[] => {
  if (knownBy === 'recorded') return events.filter(({ recordedAt }) => recordedAt <= knownAt)
  const today = parisDayOf(knownAt)
  return events.filter((event) => documentedOn(event) <= today)
}

/** The day from which documents could tell of an event. */
const documentedOn = (event: RecordedEvent): number => {
  const recordedOn = parisDayOf(event.recordedAt)
  const told: OrganisationEvent = event
  return match(told)
    .with({ type: 'OrganisationRegistered' }, () => ALWAYS)
    .with({ type: 'OrganisationCorrected' }, () => recordedOn)
    .with(
      { type: P.union('OrganisationRenamed', 'OrganisationIdentifierChanged', 'OrganisationSucceeded') },
      ({ data: { from } }) =>
        publicSince(from === undefined ? undefined : firstDays(from).latest, recordedOn),
    )
    .with({ type: 'OrganisationEnded' }, ({ data: { lastDay } }) =>
      publicSince(lastDay === undefined ? undefined : windowOf(imprecise(lastDay)).latest, recordedOn),
    )
    .otherwise(({ data }) => lastDayTold(data, recordedOn))
}

/** Who an organisation is needs no source to be known; what was corrected of it was not known before it was. */
const ALWAYS = Number.NEGATIVE_INFINITY

/** A law, a merger, a new name are public on their day at the latest; what was recorded ahead of it was known then. */
const publicSince = (lastPossible: Day | null | undefined, recordedOn: Day): Day =>
  lastPossible != null && lastPossible < recordedOn ? lastPossible : recordedOn
