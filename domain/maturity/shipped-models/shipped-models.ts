import { FIRST_MODEL_DOCUMENT } from './first-model.js'
import facettes from './facettes-innovation.json' with { type: 'json' }
import { ModelDocument } from '#domain/maturity/model/model.js'

/**
 * The models that ship with the program, the usual one first. What is shipped was published: a changed one is a new
 * version beside the old one, never in its place.
 */
export const SHIPPED_MODELS: readonly ModelDocument[] = [FIRST_MODEL_DOCUMENT, ModelDocument.parse(facettes)]
