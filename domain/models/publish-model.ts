import type { Decider, DecisionOf } from '#domain/kernel/decider.js'
import type { EventId } from '#domain/kernel/identifiers.js'
import type { ModelDocument } from '#domain/maturity/model/model.js'
import { toldFault } from '#domain/maturity/validation/model-faults.js'
import { modelHash } from '#domain/maturity/model/model-hash.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import type { Vocabulary } from '#domain/maturity/validation/vocabulary.js'
import { personalDataIn } from '#domain/steps/personal-data.js'
import type { ModelEvent } from './model-event.js'
import { modelHistoryOf, type ModelHistory } from './model-history.js'
import type { ModelRefusal } from './refusal.js'
import { textsOfModel } from './texts-of-model.js'

/** To publish a document: `raw` is any JSON value, `id` that of the event that the command may give. */
export interface PublishModel {
  readonly command: 'PublishModel'
  readonly id: EventId
  readonly raw: unknown
}

/** What a decision on a model knows of the world. */
export interface PublishingRules {
  readonly vocabulary: Vocabulary
  /** SHA-256 in hexadecimal, of the text's UTF-8. */
  readonly digest: (text: string) => string
}

/** What a decision on a model gives: no event where this very version is published already. */
export type ModelDecision = DecisionOf<ModelEvent, ModelRefusal>

/** A model's versions, upon those of it that ship with the program. */
export const modelDecider = (
  shipped: ModelHistory,
): Decider<ModelHistory, PublishModel, PublishingRules, ModelEvent, ModelRefusal> => ({
  initialState: shipped,
  evolve: modelHistoryOf,
  decide: decidePublication,
})

/**
 * Decides on publishing one version. Refused are a document that does not validate (with every fault), one that is
 * published with other content, and a version that is not the next.
 */
export const decidePublication = (
  history: ModelHistory,
  { id, raw }: PublishModel,
  { vocabulary, digest }: PublishingRules,
): ModelDecision => {
  const validation = validateModel(raw, vocabulary)
  if (!validation.valid) {
    const [first, ...others] = validation.faults
    return refused({ code: 'model-invalid', faults: [toldFault(first), ...others.map(toldFault)] })
  }
  const { document } = validation
  const hash = modelHash(document, digest)
  const known = history.find(({ version }) => version === document.version)
  if (known !== undefined) {
    return known.hash === hash
      ? { decided: true, events: [] }
      : refused({
          code: 'model-version-taken',
          model: document.id,
          version: document.version,
          publishedHash: known.hash,
          next: nextVersion(history),
        })
  }
  if (document.version !== nextVersion(history)) {
    return refused({
      code: 'model-version-not-next',
      model: document.id,
      version: document.version,
      next: nextVersion(history),
    })
  }
  const personal = personalDataIn(textsOfModel(document))
  return personal === undefined ? published(id, document, hash) : refused(personal)
}

const nextVersion = (history: ModelHistory): number => (history.at(-1)?.version ?? 0) + 1

const published = (id: EventId, content: ModelDocument, hash: string): ModelDecision => ({
  decided: true,
  events: [{ type: 'ModelPublished', id, data: { id: content.id, version: content.version, hash, content } }],
})

const refused = (refusal: ModelRefusal): ModelDecision => ({ decided: false, refusal })
