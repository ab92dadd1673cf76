import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { alikeOnRecord } from './alike-on-record.js'
import { chosenOrganisations } from './chosen-organisations.js'
import { recordCollectiveStep, type CollectiveRequest } from './record-collective-step.js'
import { recordStep, type StepRequest } from './record-step.js'

/** What happened, told of one organisation or of several. */
export const recording = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    recording: {
      step: (request: StepRequest) => recordStep(inside, request),
      collectiveStep: (request: CollectiveRequest) => recordCollectiveStep(inside, request),
      /** The organisations of these identifiers with their steps; who is not registered is left out. */
      chosenOrganisations: (ids: readonly string[]) => chosenOrganisations(inside, ids),
      alike: (id: OrganisationId, events: readonly RecordedEvent[]) => alikeOnRecord(inside, id, events),
    },
  }
}
export type Recording = ReturnType<ReturnType<typeof recording>>
