import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { readModelsOf } from '#src/handling/house.js'
import { recordedFrom } from './recorded-events.js'

/** What whoever runs the service asks of it. */
export const operating = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    operating: {
      logIdentity: () => inside.log.identity(),
      logCondition: () => inside.log.condition(),
      readModelStates: () => Promise.all(readModelsOf(inside).map((reader) => reader.state())),
      /** Builds each read model anew, and gives its state behind it. */
      rebuildReadModels: async function* () {
        for (const reader of readModelsOf(inside)) {
          await reader.rebuild()
          yield reader.state()
        }
      },
      /** Events as they were written, of one organisation or of all. */
      eventsOf: (id: OrganisationId) => inside.log.readStream(streamOfOrganisation(id)),
      events: (after: number) => recordedFrom(inside.log, after as Position), // a count from outside is as good a place to begin as any,
      /** Whoever has most on record, first. */
      mostOnRecord: (count: number) =>
        [...inside.registry.index().byId.values()]
          .toSorted((one, other) => other.steps.length - one.steps.length)
          .slice(0, count),
    },
  }
}
export type Operating = ReturnType<ReturnType<typeof operating>>
