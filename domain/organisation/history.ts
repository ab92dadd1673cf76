import { match, P } from 'ts-pattern'
import { patched, sameContent } from '#domain/events/merge-patch.js'
import type { OrganisationEvent, RecordedEvent } from '#domain/events/organisation-event.js'
import type { EventId, StepId } from '#domain/identifiers/identifiers.js'
import type { Instant } from '#domain/ports/event-log.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import { factOf, type FactEvent, type FactStage } from '#domain/steps/step-event.js'
import type { Day } from '#domain/time/day.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import type { ProfileEvent } from './profile-event.js'

/** An event that corrected or retracted another. */
export interface Amendment {
  readonly id: EventId
  readonly type: 'corrected' | 'retracted'
  readonly reason: string
  readonly recordedAt: Instant
}

/** One fact of a step as it reads today, with what was done to it since it was first told. */
export interface FactOnRecord {
  readonly id: EventId
  readonly kind: KindCode
  readonly stage: FactStage
  /** As corrected. */
  readonly fact: Fact
  /** As first told. */
  readonly told: Fact
  /** The day on which its present dates were recorded: what bounds a fact whose source does not say when it spoke. */
  readonly recordedOn: Day
  readonly recordedAt: Instant
  /** Its place in the order of recording. */
  readonly order: number
  readonly amendments: readonly Amendment[]
  readonly retracted: boolean
}

/** What was told of the organisation itself, as corrected and as first told. */
export interface ProfileFact {
  readonly id: EventId
  readonly event: Exclude<ProfileEvent, { type: 'OrganisationCorrected' }>
  readonly told: Exclude<ProfileEvent, { type: 'OrganisationCorrected' }>
  readonly recordedAt: Instant
}

/** Steps that were linked to those that they came out of, after they were recorded. */
export interface Link {
  readonly id: EventId
  readonly stepId: StepId
  readonly follows: readonly StepId[]
}

/** One organisation as its stream tells it. Unregistered is the state before the first event. */
export interface OrganisationHistory {
  readonly profile: readonly ProfileFact[]
  readonly facts: ReadonlyMap<EventId, FactOnRecord>
  readonly links: readonly Link[]
  /** How many events were folded. */
  readonly length: number
}

export const initialState: OrganisationHistory = { profile: [], facts: new Map(), links: [], length: 0 }

/** The state after one more event. Whatever was recorded is accepted: only decisions refuse. */
export const evolve = (state: OrganisationHistory, event: RecordedEvent): OrganisationHistory => {
  const next = { ...state, length: state.length + 1 }
  const told: OrganisationEvent = event
  return match(told)
    .with({ type: 'OrganisationCorrected' }, ({ data }) => ({
      ...next,
      profile: state.profile.map((fact) =>
        fact.id === data.target ? correctedProfileFact(fact, data.changes) : fact,
      ),
    }))
    .with(
      {
        type: P.union(
          'OrganisationRegistered',
          'OrganisationRenamed',
          'OrganisationIdentifierChanged',
          'OrganisationEnded',
          'OrganisationSucceeded',
        ),
      },
      (profileEvent) => ({
        ...next,
        profile: [...state.profile, { id: event.id, ...asTold(profileEvent), recordedAt: event.recordedAt }],
      }),
    )
    .with({ type: 'StepCorrected' }, ({ data }) =>
      amended(next, event, data.target, data.reason, data.changes),
    )
    .with({ type: 'StepRetracted' }, ({ data }) => amended(next, event, data.target, data.reason))
    .with({ type: 'StepsLinked' }, ({ data }) => ({
      ...next,
      links: [...state.links, { id: event.id, stepId: data.stepId, follows: data.follows }],
    }))
    .otherwise((factEvent) => ({
      ...next,
      facts: new Map(state.facts).set(event.id, onRecord(factEvent, event, state.length)),
    }))
}

/** The state after all events, in the order in which they were recorded. */
export const historyOf = (events: readonly RecordedEvent[]): OrganisationHistory =>
  events.reduce(evolve, initialState)

const asTold = <E>(event: E): { event: E; told: E } => ({ event, told: event })

const correctedProfileFact = (
  fact: ProfileFact,
  changes: Readonly<Record<string, unknown>>,
): ProfileFact => ({
  ...fact,
  // The decision validated the patched content against the schema of the event's type.
  event: { ...fact.event, data: patched(fact.event.data, changes) } as ProfileFact['event'],
})

const onRecord = (factEvent: FactEvent, { id, recordedAt }: RecordedEvent, order: number): FactOnRecord => {
  const { kind, stage, fact } = factOf(factEvent)
  const recordedOn = parisDayOf(recordedAt)
  return {
    id,
    kind: kind.code,
    stage,
    fact,
    told: fact,
    recordedOn,
    recordedAt,
    order,
    amendments: [],
    retracted: false,
  }
}

const amended = (
  state: OrganisationHistory,
  { id, recordedAt }: RecordedEvent,
  target: EventId,
  reason: string,
  changes?: Readonly<Record<string, unknown>>,
): OrganisationHistory => {
  const fact = state.facts.get(target)
  if (fact === undefined) return state // the correction of a fact that was not known at the asked moment
  const type = changes === undefined ? 'retracted' : 'corrected'
  const amendments = [...fact.amendments, { id, type, reason, recordedAt } as const]
  const amendedFact =
    changes === undefined
      ? { ...fact, amendments, retracted: true }
      : { ...corrected(fact, changes, parisDayOf(recordedAt)), amendments }
  return { ...state, facts: new Map(state.facts).set(target, amendedFact) }
}

/** The fact with a correction applied. Dates that read as first told are as old as the fact; others as the correction. */
export const corrected = (
  fact: FactOnRecord,
  changes: Readonly<Record<string, unknown>>,
  correctedOn: Day,
): FactOnRecord => {
  const content = patched(fact.fact, changes) as Fact // the decision validated it against the schema of its kind
  const datesAsTold = (['occurred', 'within', 'statedOn'] as const).every((field) =>
    sameContent(content[field], fact.told[field]),
  )
  return { ...fact, fact: content, recordedOn: datesAsTold ? parisDayOf(fact.recordedAt) : correctedOn }
}
