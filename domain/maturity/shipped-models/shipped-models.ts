import facettes from './facettes-innovation.json' with { type: 'json' }
import { ModelDocument } from '#domain/maturity/model/model.js'
import document from './premier-modele.json' with { type: 'json' }
import { parseModel, type Model } from '#domain/maturity/model/parse-model.js'

/** The first maturity model as it is published: what is shown, hashed and edited into a new version. */
export const FIRST_MODEL_DOCUMENT: ModelDocument = ModelDocument.parse(document)

/** The same, as the engine computes with it. */
export const FIRST_MODEL: Model = parseModel(FIRST_MODEL_DOCUMENT)

/**
 * The models that ship with the program, the usual one first. What is shipped was published: a changed one is a new
 * version beside the old one, never in its place.
 */
export const SHIPPED_MODELS: readonly ModelDocument[] = [FIRST_MODEL_DOCUMENT, ModelDocument.parse(facettes)]
