import { ActorId } from '#domain/kernel/identifiers.js'

/** Who writes from the command line: whoever reaches this machine’s files. */
export const LOCAL_ACTOR = ActorId.parse('local:command-line')
