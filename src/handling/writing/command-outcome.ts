import type { Recorded } from '#domain/kernel/event-of.js'
import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import type { Position, Revision } from '#domain/ports/event-log.js'
import type { Refusal } from '#domain/refusals/refusal.js'

/** Every end that a command can have, whatever it is asked of. */
export type Handled<Event, Refused> =
  /** `repeated`: the same command was handled before, and these are the events that it gave then. */
  | {
      readonly outcome: 'recorded'
      readonly events: readonly Recorded<Event>[]
      readonly revision: Revision
      readonly position: Position
      readonly repeated: boolean
    }
  /** All that was asked is on record already. `revision` is that of the stream's last event. */
  | { readonly outcome: 'unchanged'; readonly revision: Revision | 'none' }
  /** What would have been recorded, had it not been a dry run. */
  | { readonly outcome: 'would-record'; readonly events: readonly Recorded<Event>[] }
  | { readonly outcome: 'refused'; readonly refusal: Refused }
  /** The stream is not, or no longer, at the revision that the caller had seen. */
  | { readonly outcome: 'moved'; readonly actual: Revision | 'none' }
  /** This command id was used before, with another body. */
  | { readonly outcome: 'command-reused' }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'disk-full' }
  /** This node’s clock is far behind the log: it records nothing until it is right, or staff accept the log’s moment. */
  | { readonly outcome: 'clock-behind' }

/** Every end that a command to one organisation can have. */
export type CommandOutcome = Handled<OrganisationEvent, Refusal>
