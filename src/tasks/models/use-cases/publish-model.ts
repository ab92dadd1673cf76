import { randomUUID } from 'node:crypto'
import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { decodeModelEvent, encode, isUnreadable } from '#domain/log/codec.js'
import { EventId, type ActorId } from '#domain/kernel/identifiers.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { modelHistoryOf } from '#domain/models/model-history.js'
import type { RecordedModelEvent } from '#domain/models/model-event.js'
import { decidePublication } from '#domain/models/publish-model.js'
import { streamOfModel } from '#domain/models/stream.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Position, StoredEvent, StreamLog } from '#domain/ports/event-log.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { shippedVersions } from '#src/handling/models/model-shelf.js'
import { checkModelText, type CheckedModel } from './check-model.js'
import type { FollowedShelf } from '#src/handling/models/follow-models.js'
import type { ModelCheck } from './model-check.js'
import { sha256 } from '#src/handling/models/sha256.js'

export interface ModelPublishing {
  readonly log: StreamLog
  readonly clock: Clock
  readonly models: Pick<FollowedShelf, 'refresh'>
}

export interface PublicationRequest {
  /** The document as JSON text. */
  readonly text: string
  readonly actor: ActorId
  readonly correlationId?: string
  readonly dryRun?: boolean
}

export type PublicationOutcome =
  | { readonly outcome: 'published'; readonly check: ModelCheck; readonly position: Position }
  /** `unchanged`: this very version is published. `would-publish`: had it not been a dry run. */
  | { readonly outcome: 'unchanged'; readonly check: ModelCheck }
  | { readonly outcome: 'would-publish'; readonly check: ModelCheck }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'disk-full' }

/** How often a decision is taken anew because another writer was faster. */
const ATTEMPTS = 8

/** Publishes one version of a model, for good: whoever asks afterwards finds it. The same content again changes nothing. */
export const publishModel = async (
  deps: ModelPublishing,
  request: PublicationRequest,
): Promise<PublicationOutcome> => {
  const checked = checkModelText(request.text)
  if (!checked.valid) {
    return { outcome: 'refused', refusal: { code: 'model-invalid', faults: checked.faults } }
  }
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = await attemptPublication(deps, request, checked)
    if (outcome === 'overtaken') continue
    if (outcome.outcome === 'published') await deps.models.refresh()
    return outcome
  }
  return { outcome: 'busy' }
}

const attemptPublication = async (
  { log, clock }: ModelPublishing,
  { actor, correlationId, dryRun }: PublicationRequest,
  { document, check }: Extract<CheckedModel, { valid: true }>,
): Promise<PublicationOutcome | 'overtaken'> => {
  const stream = streamOfModel(document.id)
  const stored = await log.readStream(stream)
  const known = stored.map(readable)
  const decision = decidePublication(
    modelHistoryOf(shippedVersions(document.id), known),
    { command: 'PublishModel', id: EventId.parse(randomUUID()), raw: document },
    { vocabulary: catalogueVocabulary, digest: sha256 },
  )
  if (!decision.decided) return { outcome: 'refused', refusal: decision.refusal }
  const [event] = decision.events
  if (event === undefined) return { outcome: 'unchanged', check }
  if (dryRun === true) return { outcome: 'would-publish', check }
  const recordedAt = Math.max(clock(), known.at(-1)?.recordedAt ?? 0)
  const appended = await log.append({
    stream,
    expected: stored.at(-1)?.revision ?? 'none',
    events: [encode(event, recordedAt, present({ actor, correlationId }))],
  })
  return match(appended)
    .with({ outcome: 'appended' }, { outcome: 'repeated' }, ({ position }) => ({
      outcome: 'published' as const,
      check,
      position,
    }))
    .with({ outcome: 'busy' }, { outcome: 'disk-full' }, (same) => same)
    .with({ outcome: 'conflict' }, { outcome: 'command-reused' }, () => 'overtaken' as const)
    .exhaustive()
}

const readable = (stored: StoredEvent): RecordedModelEvent => {
  const read = decodeModelEvent(stored)
  if (!isUnreadable(read)) return read
  throw new Error(
    `${stored.stream}@${stored.revision}: ${read.fault} (${read.type}). ` +
      'Mettre ce programme à jour. (Update this program.)',
  )
}
