import { ActorId } from '#domain/kernel/identifiers.js'

/** Until identity exists, whoever fills in a form on the loopback writes as this subject. */
export const PAGES_ACTOR = ActorId.parse('local:pages')
