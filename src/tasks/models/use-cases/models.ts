import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import { checkModelText } from './check-model.js'
import { compareModels, type ComparisonRequest } from './compare-models.js'
import { effectOfPublication } from './effect-of-publication.js'
import { publishModel, type PublicationRequest } from './publish-model.js'
import { hasSeen } from '#src/handling/asking/has-seen.js'
import { notSeen } from '#src/handling/reading/not-seen.js'
import type { Position } from '#domain/ports/event-log.js'
import type { FullShelf } from '#src/handling/models/model-shelf.js'

/** Maturity models: which there are, what is wrong with one, who would move under it, and publishing it. */
export const models = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    models: {
      /** All that can be asked for. */
      shelf: (): FullShelf => inside.models,
      /** The same once a position has been seen. */
      shelfAfter: async (after: Position | undefined) =>
        (await hasSeen(inside, after))
          ? ({ outcome: 'seen', shelf: inside.models as FullShelf } as const)
          : notSeen(inside.log, after),
      check: (text: string) => checkModelText(text),
      compare: (request: ComparisonRequest) => compareModels(inside, request),
      publish: (request: PublicationRequest) => publishModel(inside, request),
      effectOfPublication: (text: string) => effectOfPublication(inside, text),
    },
  }
}
export type Models = ReturnType<ReturnType<typeof models>>
