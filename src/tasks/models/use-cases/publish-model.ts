import { randomUUID } from 'node:crypto'
import { match } from 'ts-pattern'
import { decodeModelEvent } from '#domain/log/codec.js'
import { EventId } from '#domain/kernel/identifiers.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { modelDecider } from '#domain/models/publish-model.js'
import { streamOfModel } from '#domain/models/model-event.js'
import type { Position } from '#domain/ports/event-log.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { shippedVersions } from '#src/handling/models/model-shelf.js'
import type { FollowedShelf } from '#src/handling/models/follow-models.js'
import { sha256 } from '#src/handling/models/sha256.js'
import { handle, type Handling } from '#src/handling/writing/handle.js'
import { checkModelText } from './check-model.js'
import type { ModelCheck } from './model-check.js'

export interface ModelPublishing extends Handling {
  readonly models: Pick<FollowedShelf, 'refresh'>
}

export interface PublicationRequest {
  /** The document as JSON text. */
  readonly text: string
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
  | { readonly outcome: 'clock-behind' }

/** Publishes one version of a model, for good: whoever asks afterwards finds it. The same content again changes nothing. */
export const publishModel = async (
  deps: ModelPublishing,
  { text, ...request }: PublicationRequest,
): Promise<PublicationOutcome> => {
  const checked = checkModelText(text)
  if (!checked.valid) {
    return { outcome: 'refused', refusal: { code: 'model-invalid', faults: checked.faults } }
  }
  const { document, check } = checked
  const handled = await handle(
    deps,
    { decider: modelDecider(shippedVersions(document.id)), decode: decodeModelEvent },
    {
      ...request,
      stream: streamOfModel(document.id),
      command: { command: 'PublishModel', id: EventId.parse(randomUUID()), raw: document },
      circumstances: () => ({ vocabulary: catalogueVocabulary, digest: sha256 }),
    },
  )
  if (handled.outcome === 'recorded') await deps.models.refresh()
  return match(handled)
    .with({ outcome: 'recorded' }, ({ position }) => ({ outcome: 'published' as const, check, position }))
    .with({ outcome: 'would-record' }, () => ({ outcome: 'would-publish' as const, check }))
    .with({ outcome: 'unchanged' }, () => ({ outcome: 'unchanged' as const, check }))
    .with(
      { outcome: 'refused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      (same) => same,
    )
    .with({ outcome: 'moved' }, { outcome: 'command-reused' }, ({ outcome }) => {
      throw new Error(`a publication names no revision and no key, and cannot end like this: ${outcome}`)
    })
    .exhaustive()
}
