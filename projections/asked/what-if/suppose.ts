import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { ActorId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import { decide } from '#domain/organisation/decide.js'
import { historyOf, type OrganisationHistory } from '#domain/organisation/history.js'
import { knownEvents, type Knowledge } from '#domain/organisation/known-events.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { statedOnRange, statedRange } from '#domain/steps/fact.js'
import { type Day, instantAtEndOf } from '#domain/time/day.js'
import { type LineageEvents, stepsOfLineage } from '#domain/trajectory/assess-organisation.js'

/** What would be recorded, or why it could not be. */
export type Supposed =
  | { readonly supposed: true; readonly events: readonly RecordedEvent[] }
  | { readonly supposed: false; readonly refusal: Refusal }

/** On what something is supposed. */
export interface Ground {
  readonly id: OrganisationId
  readonly history: OrganisationHistory
  /** The steps of predecessors, whose later stages may be told. */
  readonly inheritedSteps: ReadonlyMap<StepId, KindCode>
}

/** What is known of an organisation, as ground for suppositions. */
export const groundOf = ({ id, events, predecessors }: LineageEvents): Ground => ({
  id,
  history: historyOf(events),
  inheritedSteps: new Map(predecessors.flatMap(stepsOfLineage)),
})

/**
 * What would be on record, had these facts been told on a day, on top of what was known. The same decision that records
 * decides here, with that day as its today: what it refuses cannot be supposed either. Nothing is written.
 */
export const suppose = (
  { id, history, inheritedSteps }: Ground,
  facts: readonly NewFact[],
  toldOn: Day,
): Supposed => {
  const [first, ...others] = facts
  if (first === undefined) return { supposed: true, events: [] }
  const decision = decide(
    id,
    history,
    { command: 'RecordFacts', facts: [first, ...others] },
    { today: toldOn, inheritedSteps },
  )
  if (!decision.decided) return { supposed: false, refusal: decision.refusal }
  const recordedAt = instantAtEndOf(toldOn)
  return {
    supposed: true,
    events: decision.events.map((event) => ({ ...event, recordedAt, actor: supposing })),
  }
}

const supposing = 'system:supposition' as ActorId // a constant of the right form

/** The streams with more events of the organisation itself. */
export const withEvents = (streams: LineageEvents, events: readonly RecordedEvent[]): LineageEvents => ({
  ...streams,
  events: [...streams.events, ...events],
})

/** The streams as far as they were known: what is supposed comes on top of that, whatever was learnt later. */
export const knownStreams = (streams: LineageEvents, knowledge: Knowledge): LineageEvents => ({
  id: streams.id,
  events: knownEvents(streams.events, knowledge),
  predecessors: streams.predecessors.map((predecessor) => knownStreams(predecessor, knowledge)),
})

/** The last instant that a date can tell, in milliseconds (ECMA-262, «time values»). */
const LAST_INSTANT = 8.64e15

/** Nothing in such streams is unknown any more. */
export const ALL_KNOWN: Knowledge = { knownAt: LAST_INSTANT, knownBy: 'recorded' }

/** The first day, from `day` on, on which all of these facts can be told. */
export const dayToTell = (facts: readonly Omit<NewFact, 'id'>[], day: Day): Day =>
  facts
    .flatMap(({ fact, stage }) => {
      const spoke = statedOnRange(fact)
      return [statedRange(fact, day, stage).latest, ...(spoke === undefined ? [] : [spoke.latest])]
    })
    .reduce((last, one) => (one > last ? one : last), day)
