import type { StreamName } from '#domain/ports/event-log.js'

/** One stream a model, with all its versions: `model-premier-modele`. `id` is a model code. */
export const streamOfModel = (id: string): StreamName => `model-${id}` as StreamName // the only maker of such names
