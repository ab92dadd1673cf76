import { patched, sameContent, type MergePatch } from '#domain/kernel/merge-patch.js'
import type { OrganisationEvent, RecordedEvent } from './organisation-event.js'
import type { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { Instant } from '#domain/kernel/instant.js'
import { isAmendmentEvent, factOf, type FactEvent } from '#domain/steps/step-event.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { datesOf, type Fact, type FactDates } from '#domain/steps/fact.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { type Day, parisDayOf } from '#domain/time/day.js'
import { isProfileEvent, type ProfileEvent } from './profile-event.js'

/** An event that corrected or retracted another. */
export interface Amendment {
  readonly id: EventId
  readonly type: 'corrected' | 'retracted'
  readonly reason: string
  readonly recordedAt: Instant
}

/** Dates that a fact had at some time, and the day on which they were first told. */
export interface Dating {
  readonly dates: FactDates
  readonly recordedOn: Day
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
  /** The day on which its present dates were first told: what bounds a fact whose source does not say when it spoke. */
  readonly recordedOn: Day
  readonly recordedAt: Instant
  /** Its place in the order of recording. */
  readonly order: number
  /** All dates that it had, the first told first. */
  readonly datings: readonly Dating[]
  readonly amendments: readonly Amendment[]
  readonly retracted: boolean
}

/** What was told of the organisation itself, as corrected and as first told. */
export interface ProfileFact {
  readonly id: EventId
  readonly event: Exclude<ProfileEvent, { type: 'OrganisationCorrected' }>
  readonly told: Exclude<ProfileEvent, { type: 'OrganisationCorrected' }>
  readonly recordedAt: Instant
  readonly amendments: readonly Amendment[]
}

/** Steps that were linked to those that they came out of, after they were recorded. */
export interface Link {
  readonly id: EventId
  readonly stepId: StepId
  readonly follows: readonly StepId[]
  readonly retracted: boolean
}

/** One organisation as its stream tells it. Unregistered is the state before the first event. */
export interface OrganisationHistory {
  readonly profile: readonly ProfileFact[]
  readonly facts: ReadonlyMap<EventId, FactOnRecord>
  readonly links: readonly Link[]
  /** The ids of all events: each names one. */
  readonly ids: ReadonlySet<EventId>
  /** How many events were folded. */
  readonly length: number
}

export const initialState: OrganisationHistory = {
  profile: [],
  facts: new Map(),
  links: [],
  ids: new Set(),
  length: 0,
}

/** The state after one more event. Whatever was recorded is accepted: only decisions refuse. */
export const evolve = (state: OrganisationHistory, event: RecordedEvent): OrganisationHistory =>
  continued(state, [event])

/** The state after all events, in the order in which they were recorded. */
export const historyOf = (events: readonly RecordedEvent[]): OrganisationHistory =>
  continued(initialState, events)

/** The state after more events; the given one stays as it is. Its collections are copied once, not once an event. */
export const continued = (
  state: OrganisationHistory,
  events: readonly RecordedEvent[],
): OrganisationHistory => {
  const draft = draftOf(state)
  for (const event of events) apply(draft, event)
  return draft
}

/**
 * A history that its one owner carries on, event by event: each costs what it tells, however long the stream is, where
 * `continued` copies all that came before.
 */
export interface GrowingHistory {
  readonly add: (event: RecordedEvent) => void
  /** The state of now, to be read before the next event and not kept: that one changes it in place. */
  readonly now: () => OrganisationHistory
  /** A value, which later events leave alone: the next of them copies the collections, once. */
  readonly kept: () => OrganisationHistory
}

/** The history of a stream of which nothing was told yet. */
export const growingHistory = (): GrowingHistory => {
  let draft = draftOf(initialState)
  let givenAway = false
  return {
    add: (event) => {
      if (givenAway) draft = draftOf(draft)
      givenAway = false
      apply(draft, event)
    },
    now: () => draft,
    kept: () => {
      givenAway = true
      return draft
    },
  }
}

const draftOf = (state: OrganisationHistory): Draft => ({
  profile: [...state.profile],
  facts: new Map(state.facts),
  links: [...state.links],
  ids: new Set(state.ids),
  length: state.length,
})

/** A state while it is folded; nobody else changes it. */
interface Draft extends OrganisationHistory {
  readonly profile: ProfileFact[]
  readonly facts: Map<EventId, FactOnRecord>
  readonly links: Link[]
  readonly ids: Set<EventId>
  length: number
}

/** Plain branches: this runs for every event of a replay, where a pattern matcher takes ten times as long. */
const apply = (draft: Draft, event: RecordedEvent): void => {
  const told: OrganisationEvent = event
  if (!isProfileEvent(told) && !isAmendmentEvent(told)) {
    draft.facts.set(event.id, onRecord(told, event, draft.length))
  } else {
    switch (told.type) {
      case 'OrganisationCorrected':
        correctProfile(draft, event, told.data)
        break
      case 'StepCorrected':
        correctFact(draft, event, told.data)
        break
      case 'StepRetracted':
        retract(draft, event, told.data)
        break
      case 'StepsLinked':
        draft.links.push(onLinks(told.data, event))
        break
      case 'OrganisationRegistered':
      case 'OrganisationRenamed':
      case 'OrganisationIdentifierChanged':
      case 'OrganisationEnded':
      case 'OrganisationSucceeded':
        draft.profile.push(onProfile(told, event))
    }
  }
  draft.ids.add(event.id)
  draft.length += 1
}

/** Without what surrounded the event: contents are compared. */
const onProfile = ({ type, data }: ProfileFact['event'], { id, recordedAt }: RecordedEvent): ProfileFact => {
  const event = { type, data } as ProfileFact['event'] // the same type with the same data
  return { id, event, told: event, recordedAt, amendments: [] }
}

const onLinks = ({ stepId, follows }: Pick<Link, 'stepId' | 'follows'>, { id }: RecordedEvent): Link => ({
  id,
  stepId,
  follows,
  retracted: false,
})

interface Change {
  readonly target: EventId
  readonly changes: MergePatch
  readonly reason: string
}

const correctProfile = (draft: Draft, event: RecordedEvent, { target, changes, reason }: Change): void => {
  const place = draft.profile.findIndex(({ id }) => id === target)
  const fact = draft.profile[place]
  if (fact === undefined) return // its target was not known at the asked moment
  draft.profile[place] = {
    ...fact,
    // The decision validated the patched content against the schema of the event's type.
    event: { ...fact.event, data: patched(fact.event.data, changes) } as ProfileFact['event'],
    amendments: [...fact.amendments, amendment('corrected', event, reason)],
  }
}

const correctFact = (draft: Draft, event: RecordedEvent, { target, changes, reason }: Change): void => {
  const fact = draft.facts.get(target)
  if (fact === undefined) return // its target was not known at the asked moment
  draft.facts.set(target, {
    ...corrected(fact, changes, parisDayOf(event.recordedAt)),
    amendments: [...fact.amendments, amendment('corrected', event, reason)],
  })
}

const retract = (
  draft: Draft,
  event: RecordedEvent,
  { target, reason }: { readonly target: EventId; readonly reason: string },
): void => {
  const fact = draft.facts.get(target)
  if (fact !== undefined) {
    const amendments = [...fact.amendments, amendment('retracted', event, reason)]
    draft.facts.set(target, { ...fact, amendments, retracted: true })
  }
  const place = draft.links.findIndex(({ id }) => id === target)
  const link = draft.links[place]
  if (link !== undefined) draft.links[place] = { ...link, retracted: true }
}

const amendment = (
  type: Amendment['type'],
  { id, recordedAt }: RecordedEvent,
  reason: string,
): Amendment => ({ id, type, reason, recordedAt })

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
    datings: [{ dates: datesOf(fact), recordedOn }],
    amendments: [],
    retracted: false,
  }
}

/** The fact with a correction applied. Dates that it had before are as old as when they were first told. */
export const corrected = (
  fact: FactOnRecord,
  changes: Readonly<Record<string, unknown>>,
  correctedOn: Day,
): FactOnRecord => {
  const content = patched(fact.fact, changes) as Fact // the decision validated it against the schema of its kind
  const dates = datesOf(content)
  const known = fact.datings.find((dating) => sameContent(dating.dates, dates))
  return known === undefined
    ? {
        ...fact,
        fact: content,
        recordedOn: correctedOn,
        datings: [...fact.datings, { dates, recordedOn: correctedOn }],
      }
    : { ...fact, fact: content, recordedOn: known.recordedOn }
}
