import { randomUUID } from 'node:crypto'
import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { factOfPart, partOfFact, type Intention } from '#domain/collective/intention.js'
import { type IntendedPart, streamOfIntention } from '#domain/collective/collective-event.js'
import {
  EventId,
  JointId,
  type CommandId,
  type OrganisationId,
  type StepId,
} from '#domain/kernel/identifiers.js'
import type { CommandMark, Revision } from '#domain/ports/event-log.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { markOf, handle } from '#src/handling/writing/handle.js'
import { uuidV5 } from '#src/handling/writing/derived-id.js'
import { factOfInput, type StepInput } from './step-input.js'
import { writeToOrganisation, type Writing } from '#src/handling/writing/write-organisation.js'
import {
  carryOut,
  collectiveWrites,
  type RecordedPart,
  type RefusedPart,
} from '#src/handling/collective/carry-out.js'
import { stepOfPart, type CollectiveStepInput } from './collective-input.js'
import { readIntention } from '#src/handling/collective/intentions-in-log.js'

export interface CollectiveRequest {
  readonly step: CollectiveStepInput
  /** The caller’s own name for this write, among all that concern several organisations. */
  readonly idempotencyKey?: CommandId
  /** The revisions that the caller has seen, of the organisations for which it matters. */
  readonly expected?: ReadonlyMap<OrganisationId, Revision | 'none'>
  readonly correlationId?: string
  readonly dryRun?: boolean
}

/** What would be recorded of one of them, and where it would stand. */
export interface SupposedPart {
  readonly organisation: OrganisationId
  readonly stepId: StepId
  readonly events: readonly RecordedEvent[]
  readonly effect?: Effect
}

export type CollectiveOutcome =
  | {
      readonly outcome: 'recorded'
      readonly jointId: JointId
      readonly parts: readonly RecordedPart[]
      readonly repeated: boolean
    }
  /** Others moved after all had been decided: what they refuse is not recorded, the rest is. */
  | {
      readonly outcome: 'recorded-in-part'
      readonly jointId: JointId
      readonly parts: readonly RecordedPart[]
      readonly refusals: readonly RefusedPart[]
    }
  /** It will be completed: by the same request again, or when the program starts next. */
  | {
      readonly outcome: 'unfinished'
      readonly jointId: JointId
      readonly parts: readonly RecordedPart[]
      readonly waiting: readonly OrganisationId[]
    }
  | {
      readonly outcome: 'would-record'
      readonly jointId: JointId
      readonly parts: readonly SupposedPart[]
    }
  /** Nothing was recorded, of anyone. */
  | { readonly outcome: 'parts-refused'; readonly refusals: readonly RefusedPart[] }
  | {
      readonly outcome: 'parts-moved'
      readonly moved: readonly { readonly organisation: OrganisationId; readonly actual: Revision | 'none' }[]
    }
  | { readonly outcome: 'step-needed'; readonly stage: StepInput['stage'] }
  | { readonly outcome: 'command-reused' | 'busy' | 'disk-full' | 'clock-behind' }

/** Makes the ids of what follows from an intention: the same key, the same intention. */
const NAMESPACE = '0b2f6d1c-3a55-4c8e-8f10-27e27e27e002'

/**
 * Records one fact of several organisations, for all or for none: decided for all first, then intended in one append, then
 * written stream by stream under ids that follow from the intention. What is interrupted in between is completed by the
 * same request, or by the sweep at the next start.
 */
export const recordCollectiveStep = async (
  deps: Writing,
  request: CollectiveRequest,
): Promise<CollectiveOutcome> => {
  const { step, idempotencyKey, dryRun } = request
  const id = EventId.parse(idempotencyKey === undefined ? randomUUID() : uuidV5(NAMESPACE, idempotencyKey))
  const { mark } = markOf(idempotencyKey, { collective: step })
  if (mark !== undefined && dryRun !== true) {
    const repeated = await intendedBefore(deps, id, mark)
    if (repeated === 'command-reused') return { outcome: repeated }
    if (repeated !== undefined) return finished(deps, repeated, request, true)
  }
  const jointId = step.jointId ?? JointId.parse(`${step.kind}-${id.slice(0, 8)}`)
  const parts = partsOf(id, { ...step, jointId })
  if (parts === undefined) return { outcome: 'step-needed', stage: step.stage }
  const decided = await decideAll(deps, parts, request)
  if (decided.outcome !== 'would-record') return decided
  if (dryRun === true) return { outcome: 'would-record', jointId, parts: decided.parts }
  const intention: Intention = { id, jointId, parts, actor: deps.viewer.actor }
  const intended = await intend(deps, intention, request, mark)
  return intended === 'intended' || intended === 'repeated'
    ? finished(deps, intention, request, intended === 'repeated')
    : { outcome: intended }
}

const intendedBefore = async (
  { log }: Writing,
  id: EventId,
  mark: CommandMark,
): Promise<Intention | 'command-reused' | undefined> => {
  const known = await log.findCommand(streamOfIntention(id), mark.id)
  if (known === undefined) return undefined
  return known.digest === mark.digest ? readIntention(log, id) : 'command-reused'
}

/** Undefined where the stage needs a step that is on record, and one of them names none. */
const partsOf = (intention: EventId, step: CollectiveStepInput): readonly IntendedPart[] | undefined => {
  const parts = step.parts.map((part) => {
    const id = EventId.parse(uuidV5(intention, part.organisation))
    const fact = factOfInput({ ...stepOfPart(step, part), id }, randomUUID)
    return fact && partOfFact(part.organisation, fact)
  })
  const known = parts.filter((part) => part !== undefined)
  return known.length === parts.length ? known : undefined
}

type Decided =
  | { readonly outcome: 'would-record'; readonly parts: readonly SupposedPart[] }
  | Extract<CollectiveOutcome, { readonly outcome: 'parts-refused' | 'parts-moved' }>
  | { readonly outcome: 'busy' }

/** Every part is looked at, so that all that stands in the way is told at once. */
const decideAll = async (
  deps: Writing,
  parts: readonly IntendedPart[],
  { expected }: CollectiveRequest,
): Promise<Decided> => {
  const supposed: SupposedPart[] = []
  const refusals: RefusedPart[] = []
  const moved: { readonly organisation: OrganisationId; readonly actual: Revision | 'none' }[] = []
  for (const part of parts) {
    const { organisation, told } = part
    const outcome = await writeToOrganisation(
      deps,
      { organisation, command: { command: 'RecordFacts', facts: [factOfPart(part)] }, sent: undefined },
      present({ expected: expected?.get(organisation), dryRun: true }),
    )
    if (outcome.outcome === 'busy') return { outcome: 'busy' }
    if (outcome.outcome === 'refused') refusals.push({ organisation, refusal: outcome.refusal })
    else if (outcome.outcome === 'moved') moved.push({ organisation, actual: outcome.actual })
    else {
      const { effect } = outcome
      const events = outcome.outcome === 'would-record' ? outcome.events : []
      supposed.push({ organisation, stepId: told.stepId, events, ...present({ effect }) })
    }
  }
  if (refusals.length > 0) return { outcome: 'parts-refused', refusals }
  return moved.length > 0 ? { outcome: 'parts-moved', moved } : { outcome: 'would-record', parts: supposed }
}

const intend = async (
  deps: Writing,
  { id, jointId, parts }: Intention,
  { correlationId }: CollectiveRequest,
  mark: CommandMark | undefined,
): Promise<'intended' | 'repeated' | 'command-reused' | 'busy' | 'disk-full' | 'clock-behind'> => {
  const handled = await handle(deps, collectiveWrites, {
    stream: streamOfIntention(id),
    command: { command: 'IntendCollectiveStep', id, jointId, parts },
    circumstances: () => undefined,
    ...present({ mark, correlationId }),
  })
  return match(handled)
    .with({ outcome: 'recorded' }, ({ repeated }) => (repeated ? ('repeated' as const) : 'intended'))
    .with({ outcome: 'unchanged' }, () => 'repeated' as const)
    .with(
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      (no) => no.outcome,
    )
    .with({ outcome: 'would-record' }, { outcome: 'moved' }, { outcome: 'refused' }, (other) => {
      throw new Error(`the intention ${id} cannot end like this: ${other.outcome}`)
    })
    .exhaustive()
}

const finished = async (
  deps: Writing,
  intention: Intention,
  { correlationId }: CollectiveRequest,
  repeated: boolean,
): Promise<CollectiveOutcome> => {
  const { jointId } = intention
  const { recorded: parts, refused: refusals, waiting } = await carryOut(deps, intention, correlationId)
  if (waiting.length > 0) return { outcome: 'unfinished', jointId, parts, waiting }
  return refusals.length > 0
    ? { outcome: 'recorded-in-part', jointId, parts, refusals }
    : { outcome: 'recorded', jointId, parts, repeated }
}
