import { z } from 'zod'
import type { Decided, EventOf, Recorded } from '#domain/kernel/event-of.js'
import { ModelCode, ModelDocument } from '#domain/maturity/model/model.js'
import type { StreamName } from '#domain/ports/event-log.js'

/** SHA-256 in hexadecimal. */
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The schema of each event in the life of a model. A published version is never edited: the next one takes its place. */
export const modelEventSchemas = {
  /** `hash`: the SHA-256 of the content's canonical JSON (RFC 8785), by which answers name the model. */
  ModelPublished: z.strictObject({
    id: ModelCode,
    version: z.int().positive(),
    hash: Sha256,
    content: ModelDocument,
  }),
} as const

/** Everything that can stand in the stream of one model. */
export type ModelEvent = EventOf<typeof modelEventSchemas>

/** An event that a decision gives, with the id that it will have in the log. */
export type DecidedModelEvent = Decided<ModelEvent>

/** An event as it was recorded. */
export type RecordedModelEvent = Recorded<ModelEvent>

/** One stream a model, with all its versions: `model-premier-modele`. `id` is a model code. */
export const streamOfModel = (id: string): StreamName => `model-${id}` as StreamName // the only maker of such names
