import { ActorId } from '#domain/kernel/identifiers.js'

/**
 * Who asks or writes. Every use case takes one, and what is written names its actor. Until identity exists there are staff
 * only: whoever reaches the machine on which the service runs.
 */
export interface Viewer {
  readonly role: 'staff'
  readonly actor: ActorId
}

/** Staff at this machine, by the way in which they came; the actor is what events name. */
export const localStaff = (by: 'http' | 'pages' | 'command-line' | 'import'): Viewer => ({
  role: 'staff',
  actor: ActorId.parse(`local:${by}`),
})
