import type { ActorId, EventId, JointId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { CollectiveEvent, IntendedPart, RecordedCollectiveEvent } from './collective-event.js'

/** A collective write on record: what is to stand in which stream, and whether all of it does. */
export interface Intention {
  readonly id: EventId
  readonly jointId: JointId
  readonly parts: readonly IntendedPart[]
  readonly actor: ActorId
  readonly closed?: Extract<CollectiveEvent, { readonly type: 'CollectiveStepClosed' }>['data']
}

/** The intention after more events of its stream; undefined where there is none. */
export const intentionOf = (
  before: Intention | undefined,
  events: readonly RecordedCollectiveEvent[],
): Intention | undefined => {
  let intention = before
  for (const event of events) {
    if (event.type === 'CollectiveStepIntended') {
      intention = { id: event.id, actor: event.actor, ...event.data }
    } else if (intention !== undefined) intention = { ...intention, closed: event.data }
  }
  return intention
}

/** The fact to record in the stream of one of the organisations. */
export const factOfPart = ({ id, stage, told: { kind, ...fact } }: IntendedPart): NewFact => ({
  id,
  kind,
  stage,
  fact,
})

/** The reverse: how the intention keeps it. */
export const partOfFact = (
  organisation: IntendedPart['organisation'],
  { id, kind, stage, fact }: NewFact,
): IntendedPart => ({ organisation, id, stage, told: { ...fact, kind } })
