import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { toldWarning } from '#domain/maturity/validation/model-faults.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import type { FullShelf, ShelvedModel } from '#src/handling/models/model-shelf.js'
import { PlacedFinding } from './model-check.js'

/** A model in a list. */
export const ModelSummary = z.strictObject({
  id: z.string(),
  version: z.int(),
  /** SHA-256 of the canonical JSON (RFC 8785) of its document: every answer names it. */
  hash: z.string(),
  labels: LabelsView,
  reason: LabelsView,
  /** Its id alone asks for this version. */
  newest: z.boolean(),
  /** It answers where no model is asked for. */
  usual: z.boolean(),
  /** When it was published; null for one that ships with the program. */
  publishedAt: z.iso.datetime().nullable(),
  link: z.string(),
})
export type ModelSummary = z.infer<typeof ModelSummary>

/** A model with its whole document, as it is edited into a new version. */
export const ModelView = ModelSummary.extend({
  document: z.record(z.string(), z.unknown()),
  /** What its author may not have meant. */
  warnings: z.array(PlacedFinding),
})
export type ModelView = z.infer<typeof ModelView>

/** Every version of every model. */
export const listModels = (shelf: FullShelf): readonly ModelSummary[] =>
  shelf.all.map((shelved) => summaryOf(shelf, shelved))

/** One model by its reference: its id, `id@version` or its hash; undefined when there is none. */
export const showModel = (shelf: FullShelf, reference: string): ModelView | undefined => {
  const shelved = shelf.find(reference)
  if (shelved === undefined) return undefined
  const validation = validateModel(shelved.document, catalogueVocabulary)
  return {
    ...summaryOf(shelf, shelved),
    document: { ...shelved.document },
    warnings: validation.valid ? validation.warnings.map(toldWarning) : [],
  }
}

const summaryOf = (shelf: FullShelf, shelved: ShelvedModel): ModelSummary => {
  const { model, hash, document, newest, published } = shelved
  return {
    id: model.id,
    version: model.version,
    hash,
    labels: document.labels,
    reason: document.reason,
    newest,
    usual: hash === shelf.usual.hash,
    publishedAt: published === undefined ? null : new Date(published.at).toISOString(),
    link: `/v1/models/${model.id}/${model.version}`,
  }
}
