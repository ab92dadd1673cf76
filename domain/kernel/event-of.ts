import type { z } from 'zod'
import type { ActorId, EventId } from './identifiers.js'
import type { Instant } from './instant.js'

/** Any of the events that a table of schemas declares: a name with the data of its schema. */
export type EventOf<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  [T in keyof Schemas]: { readonly type: T; readonly data: z.infer<Schemas[T]> }
}[keyof Schemas]

/** An event that a decision gives, with the id that it will have in the log. */
export type Decided<Event> = Event & { readonly id: EventId }

/** An event as it was recorded. */
export type Recorded<Event> = Decided<Event> & { readonly recordedAt: Instant; readonly actor: ActorId }
