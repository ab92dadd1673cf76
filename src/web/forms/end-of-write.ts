import { match } from 'ts-pattern'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import type { WriteOutcome } from '#src/handling/writing/write-organisation.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import type { FaultsByField } from './content-of-fields.js'
import { refusalAtField } from './fault-at-field.js'

/** What a write to one organisation means for the form that asked for it. */
export type EndOfWrite =
  | { readonly ended: 'recorded' }
  | {
      readonly ended: 'previewed'
      readonly events: readonly RecordedEvent[]
      readonly effect?: Effect | undefined
    }
  /** Something else was recorded since the form was shown. */
  | { readonly ended: 'moved' }
  | { readonly ended: 'key-used' }
  | { readonly ended: 'faulty'; readonly faults: FaultsByField }

export const endOfWrite = (outcome: WriteOutcome): EndOfWrite =>
  match(outcome)
    .with({ outcome: 'recorded' }, { outcome: 'unchanged' }, (): EndOfWrite => ({ ended: 'recorded' }))
    .with({ outcome: 'would-record' }, ({ events, effect }): EndOfWrite => ({
      ended: 'previewed',
      events,
      effect,
    }))
    .with({ outcome: 'moved' }, (): EndOfWrite => ({ ended: 'moved' }))
    .with({ outcome: 'refused' }, ({ refusal }) => faulty(refusalAtField(refusal)))
    .with({ outcome: 'command-reused' }, (): EndOfWrite => ({ ended: 'key-used' }))
    .with({ outcome: 'busy' }, { outcome: 'disk-full' }, { outcome: 'clock-behind' }, ({ outcome: code }) =>
      faulty({ '': outcomeAnswers[code] }),
    )
    .exhaustive()

/** It was refused; under the empty name stands what no field can set right. */
export const faulty = (faults: FaultsByField): Extract<EndOfWrite, { readonly ended: 'faulty' }> => ({
  ended: 'faulty',
  faults,
})
