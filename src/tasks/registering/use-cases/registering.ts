import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { changeOrganisation, type ChangeRequest } from './change-organisation.js'
import { recordSuccession, type SuccessionRequest } from './record-succession.js'
import { registerOrganisation, type RegistrationRequest } from './register-organisation.js'
import { registeredProfile } from './registered-profile.js'

/** Organisations themselves: registered, renamed, ended, succeeded. */
export const registering = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    registering: {
      register: (request: RegistrationRequest) => registerOrganisation(inside, request),
      change: (request: ChangeRequest) => changeOrganisation(inside, request),
      succeed: (request: SuccessionRequest) => recordSuccession(inside, request),
      /** What is told of the organisation itself; undefined when it is not registered. */
      profile: (id: OrganisationId) => registeredProfile(inside, id),
    },
  }
}
export type Registering = ReturnType<ReturnType<typeof registering>>
