import type { FactStage } from '#domain/steps/declaring/kind.js'
import { factEvent, schemaOfKind, amendmentEventSchemas } from '#domain/steps/step-event.js'
import type { MergePatch } from '#domain/kernel/merge-patch.js'
import type { OrganisationEvent, RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { ActorId, EventId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { historyOf, type OrganisationHistory } from '#domain/organisation/history.js'
import { profileEventSchemas, type SuccessionManner } from '#domain/organisation/profile-event.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { dayOfIso, type Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'

/**
 * Histories written as a list of what was told. Ids follow from the place in the list: the first event is `eventId(1)`.
 * Everything is recorded at noon of 2026-01-01 unless said otherwise with `on`.
 */

/** One event that has no id and no date of recording yet. */
export interface Telling {
  readonly event: OrganisationEvent
  readonly recordedOn: string
}

const RECORDED_ON = '2026-01-01'

const telling = (event: OrganisationEvent): Telling => ({ event, recordedOn: RECORDED_ON })

/** The fields of a fact as JSON; `stepId` defaults to the code of the kind, `role` to `lead`. */
export type Told = Readonly<Record<string, unknown>>

/** A fact, validated by the schema of its kind. */
export const fact = (kind: KindCode, stage: FactStage, told: Told = {}): Telling => {
  const event = factEvent(kind, stage, schemaOfKind(kind).parse({ stepId: kind, role: 'lead', ...told }))
  if (event === undefined) throw new Error(`${kind} has no stage ${stage}`)
  return telling(event)
}

/** A correction of the event with that number. */
export const corrected = (target: number, changes: MergePatch, told: Told = {}): Telling =>
  telling({
    type: 'StepCorrected',
    data: amendmentEventSchemas.StepCorrected.parse({
      target: eventId(target),
      changes,
      reason: 'r',
      ...told,
    }),
  })

/** A correction of the event at a place, counted from 0, and the one that takes it back, recorded after it. */
export const correctedAndBack = (
  events: readonly RecordedEvent[],
  place: number,
  changes: MergePatch,
): readonly Telling[] => {
  const before = events[place]?.data as Readonly<Record<string, unknown>> // whatever its type, an object
  const back = Object.fromEntries(
    Object.keys(changes).map((field) => [field, (before[field] ?? null) as string | null]),
  )
  return [on('2026-02-01', corrected(place + 1, changes)), on('2026-02-02', corrected(place + 1, back))]
}

/** A retraction of the event with that number. */
export const retracted = (target: number, told: Told = {}): Telling =>
  telling({
    type: 'StepRetracted',
    data: amendmentEventSchemas.StepRetracted.parse({ target: eventId(target), reason: 'r', ...told }),
  })

export const linked = (stepId: string, follows: readonly string[]): Telling =>
  telling({
    type: 'StepsLinked',
    data: amendmentEventSchemas.StepsLinked.parse({ stepId, follows }),
  })

export const registered = (name = 'Région d’essai'): Telling =>
  telling({
    type: 'OrganisationRegistered',
    data: profileEventSchemas.OrganisationRegistered.parse({ name, kind: 'region' }),
  })

export const renamed = (name: string, from?: string): Telling =>
  telling({
    type: 'OrganisationRenamed',
    data: profileEventSchemas.OrganisationRenamed.parse({ name, from }),
  })

export const ended = (lastDay?: string): Telling =>
  telling({ type: 'OrganisationEnded', data: profileEventSchemas.OrganisationEnded.parse({ lastDay }) })

export const succeeded = (successor: string, from?: string, manner: SuccessionManner = 'merger'): Telling =>
  telling({
    type: 'OrganisationSucceeded',
    data: profileEventSchemas.OrganisationSucceeded.parse({ successor, manner, from }),
  })

/** A correction of what the event with that number told of the organisation itself. */
export const profileCorrected = (target: number, changes: MergePatch): Telling =>
  telling({
    type: 'OrganisationCorrected',
    data: profileEventSchemas.OrganisationCorrected.parse({ target: eventId(target), changes, reason: 'r' }),
  })

/** The same, recorded on that day. */
export const on = (recordedOn: string, told: Telling): Telling => ({ ...told, recordedOn })

/** The events as recorded, numbered from `first` on: several streams need numbers of their own. */
export const eventsFrom = (first: number, ...tellings: readonly Telling[]): readonly RecordedEvent[] =>
  tellings.map(({ event, recordedOn }, place) => ({
    ...event,
    id: eventId(first + place),
    recordedAt: Date.parse(`${recordedOn}T12:00:00Z`),
    actor: 'test' as ActorId,
  }))

export const eventsTold = (...tellings: readonly Telling[]): readonly RecordedEvent[] =>
  eventsFrom(1, ...tellings)

/** The history of what was told. */
export const history = (...tellings: readonly Telling[]): OrganisationHistory =>
  historyOf(eventsTold(...tellings))

/** The id of the event with that number, from 1 on. */
export const eventId = (number: number): EventId =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}` as EventId

export const eventIds = (...numbers: readonly number[]): readonly EventId[] => numbers.map(eventId)

export const stepId = (id: string): StepId => id as StepId
export const organisationId = (id: string): OrganisationId => id as OrganisationId

/** A day written as `2012-03-15`. */
export const dayOf = (iso: string): Day => {
  const day = dayOfIso(iso)
  if (day === undefined) throw new Error(`no such day: ${iso}`)
  return day
}

/** The days from one to the other, both included; a single one without the second. */
export const days = (earliest: string, latest = earliest): DayRange => ({
  earliest: dayOf(earliest),
  latest: dayOf(latest),
})
