import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { decodeCollectiveEvent } from '#domain/log/codec.js'
import { intentionDecider } from '#domain/collective/decide-intention.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { factOfPart, type Intention } from '#domain/collective/intention.js'
import { type IntendedPart, streamOfIntention } from '#domain/collective/collective-event.js'
import { CommandId, EventId, type OrganisationId, type StepId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { markOf, handle } from '#src/handling/writing/handle.js'
import { handleCommand, type CommandHandling } from '#src/handling/writing/write-organisation.js'
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
  handling: CommandHandling,
  intention: Intention,
  correlationId?: string,
): Promise<CarriedOut> => {
  // Whoever carries it out, it was meant by who intended it.
  const deps = { ...handling, viewer: { ...handling.viewer, actor: intention.actor } }
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
      .with({ outcome: 'busy' }, { outcome: 'disk-full' }, { outcome: 'clock-behind' }, () =>
        waiting.push(organisation),
      )
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
  { id }: Intention,
  part: IntendedPart,
  correlationId: string | undefined,
) =>
  handleCommand(
    deps,
    present({
      organisation: part.organisation,
      command: { command: 'RecordFacts' as const, facts: [factOfPart(part)] as const },
      causationId: id,
      correlationId,
      ...markOf(CommandId.parse(id), part),
    }),
  )

/** Unclosed for want of room, it is carried out again, which changes nothing. */
const close = (deps: CommandHandling, { id }: Intention, { recorded, refused }: CarriedOut) =>
  handle(deps, collectiveWrites, {
    stream: streamOfIntention(id),
    command: {
      command: 'CloseCollectiveStep',
      id: EventId.parse(uuidV5(id, 'closed')),
      recorded: recorded.map(({ organisation }) => organisation),
      refused: refused.map(({ organisation, refusal: { code } }) => ({ organisation, code })),
    },
    circumstances: () => undefined,
    causationId: id,
  })

/** What one collective write consists of, as the handler knows it. */
export const collectiveWrites = { decider: intentionDecider, decode: decodeCollectiveEvent }
