import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { toldFault, toldWarning } from '#domain/maturity/validation/model-faults.js'
import { modelHash } from '#domain/maturity/model/model-hash.js'
import type { ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { ModelCheck, PlacedFinding } from './model-check.js'
import { readModelText, type PlacedFault } from './read-model-text.js'
import { sha256 } from '#src/handling/models/sha256.js'

/** What a text was found to be: its report, and the document and model where it has no fault. */
export type CheckedModel =
  | {
      readonly valid: true
      readonly check: ModelCheck
      readonly document: ModelDocument
      readonly named: ModelNamed
    }
  | {
      readonly valid: false
      readonly check: ModelCheck
      readonly faults: readonly [PlacedFault, ...PlacedFault[]]
    }

/** Reads a text as a maturity model, and tells everything that is wrong with it, each with its path, line and column. */
export const checkModelText = (text: string): CheckedModel => {
  const read = readModelText(text)
  if (!read.readable) return faulty(read.faults)
  const placed = <Finding extends PlacedFinding>(finding: Finding): Finding => ({
    ...finding,
    ...read.placeOf(finding.path),
  })
  const validation = validateModel(read.raw, catalogueVocabulary)
  const found = validation.valid ? [] : validation.faults.map((fault) => placed(toldFault(fault)))
  const [first, ...others] = [...read.faults, ...found].sort(byPlace)
  if (first !== undefined) return faulty([first, ...others])
  if (!validation.valid) throw new Error('a model that is not valid has a fault')
  const { document, warnings } = validation
  const named = nameModel(document)
  const { id, version } = document
  return {
    valid: true,
    document,
    named,
    check: {
      valid: true,
      id,
      version,
      hash: named.hash,
      faults: [],
      warnings: warnings.map((warning) => placed(toldWarning(warning))),
    },
  }
}

/** As one reads the text. */
const byPlace = (one: PlacedFault, other: PlacedFault): number =>
  (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)

const faulty = (faults: readonly [PlacedFault, ...PlacedFault[]]): CheckedModel => ({
  valid: false,
  faults,
  check: { valid: false, faults: [...faults], warnings: [] },
})

/** A valid document as answers name it, published or not. */
const nameModel = (document: ModelDocument): ModelNamed => ({
  model: parseModel(document),
  hash: modelHash(document, sha256),
  labels: document.labels,
  unobserved: document.unobserved,
})
