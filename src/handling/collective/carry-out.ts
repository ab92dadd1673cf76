import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { encode } from '#domain/log/codec.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { factOfPart, type Intention } from '#domain/collective/intention.js'
import type { IntendedPart } from '#domain/collective/collective-event.js'
import { streamOfIntention } from '#domain/collective/stream.js'
import { CommandId, EventId, type OrganisationId, type StepId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { markOf } from '#src/handling/writing/command-mark.js'
import { handleCommand, type CommandHandling } from '#src/handling/writing/handle-command.js'
import { uuidV5 } from '#src/handling/writing/derived-id.js'

/** What stands in the stream of one of the organisations. */
export interface RecordedPart {
  readonly organisation: OrganisationId
  readonly stepId: StepId
  readonly events: readonly RecordedEvent[]
  /** Of the log; absent where the fact was on record already. */
  readonly position?: Position
}

/** A part that cannot stand, and why. */
export interface RefusedPart {
  readonly organisation: OrganisationId
  readonly refusal: Refusal
}

/** How far a collective write has come. `waiting`: the log takes no more for now; the same again goes on from there. */
export interface CarriedOut {
  readonly recorded: readonly RecordedPart[]
  readonly refused: readonly RefusedPart[]
  readonly waiting: readonly OrganisationId[]
}

/**
 * Writes each part of an intention into its organisation's stream, then closes the intention. Whatever was written before
 * is recognised by its ids, so that it may be carried out again at any time, by anyone, at once with others.
 */
export const carryOut = async (
  deps: CommandHandling,
  intention: Intention,
  correlationId?: string,
): Promise<CarriedOut> => {
  const [recorded, refused, waiting]: [RecordedPart[], RefusedPart[], OrganisationId[]] = [[], [], []]
  for (const part of intention.parts) {
    const { organisation, told } = part
    const outcome = await writePart(deps, intention, part, correlationId)
    match(outcome)
      .with({ outcome: 'recorded' }, ({ events, position }) =>
        recorded.push({ organisation, stepId: told.stepId, events, position }),
      )
      .with({ outcome: 'unchanged' }, () => recorded.push({ organisation, stepId: told.stepId, events: [] }))
      .with({ outcome: 'refused' }, ({ refusal }) => refused.push({ organisation, refusal }))
      .with({ outcome: 'busy' }, { outcome: 'disk-full' }, () => waiting.push(organisation))
      .with({ outcome: 'would-record' }, { outcome: 'moved' }, { outcome: 'command-reused' }, (other) => {
        throw new Error(`a part of ${intention.id} cannot end like this: ${other.outcome}`)
      })
      .exhaustive()
  }
  const carried = { recorded, refused, waiting }
  if (intention.closed === undefined && waiting.length === 0) await close(deps, intention, carried)
  return carried
}

const writePart = (
  deps: CommandHandling,
  { id, actor }: Intention,
  part: IntendedPart,
  correlationId: string | undefined,
) =>
  handleCommand(
    deps,
    present({
      organisation: part.organisation,
      command: { command: 'RecordFacts' as const, facts: [factOfPart(part)] as const },
      actor,
      causationId: id,
      correlationId,
      ...markOf(CommandId.parse(id), part),
    }),
  )

/**
 * Only once: whoever closes second finds it closed. Unclosed for want of room, it is carried out again, which changes
 * nothing.
 */
const close = async (
  { log, clock }: CommandHandling,
  { id, actor }: Intention,
  { recorded, refused }: CarriedOut,
): Promise<void> => {
  const stream = streamOfIntention(id)
  const [, closed] = await log.readStream(stream)
  const [intended] = await log.readStream(stream, { limit: 1 })
  if (closed !== undefined || intended === undefined) return
  const event = {
    type: 'CollectiveStepClosed' as const,
    id: EventId.parse(uuidV5(id, 'closed')),
    data: {
      recorded: recorded.map(({ organisation }) => organisation),
      refused: refused.map(({ organisation, refusal: { code } }) => ({ organisation, code })),
    },
  }
  const recordedAt = Math.max(clock(), intended.recordedAt)
  await log.append({
    stream,
    expected: intended.revision,
    events: [encode(event, recordedAt, { actor, causationId: id })],
  })
}
