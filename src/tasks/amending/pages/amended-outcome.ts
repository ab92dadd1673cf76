import { match } from 'ts-pattern'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import type { AmendmentOutcome } from '#src/tasks/amending/use-cases/amend-step.js'
import type { WriteOutcome } from '#src/handling/writing/write-organisation.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { stepWords } from './step-words.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { refusalAtField } from '#src/web/forms/fault-at-field.js'

/** How a form that changes what is on record ends, for the page that shows it. */
export type Changed =
  | { readonly ended: 'done' }
  | {
      readonly ended: 'previewed'
      readonly events: readonly RecordedEvent[]
      readonly effect?: Effect | undefined
    }
  | { readonly ended: 'moved' }
  | {
      readonly ended: 'faulty'
      readonly status: number
      readonly faults: FaultsByField
      readonly advice?: Labels
    }

/** What a write to one organisation means for its form. */
export const changedBy = (outcome: WriteOutcome): Changed =>
  match(outcome)
    .with({ outcome: 'recorded' }, { outcome: 'unchanged' }, (): Changed => ({ ended: 'done' }))
    .with({ outcome: 'would-record' }, ({ events, effect }): Changed => ({
      ended: 'previewed',
      events,
      effect,
    }))
    .with({ outcome: 'moved' }, (): Changed => ({ ended: 'moved' }))
    .with({ outcome: 'refused' }, ({ refusal }): Changed => faulty(422, refusalAtField(refusal)))
    .with({ outcome: 'command-reused' }, (): Changed => faulty(409, { '': recordWords.keyUsed }))
    .with({ outcome: 'busy' }, { outcome: 'disk-full' }, ({ outcome: code }): Changed =>
      faulty(503, { '': outcomeAnswers[code] }),
    )
    .exhaustive()

/** The same for an amendment of a step. */
export const amendedBy = (outcome: AmendmentOutcome, nameOf: (id: OrganisationId) => string): Changed => {
  if ('stepId' in outcome) return changedBy(outcome)
  return match(outcome)
    .with({ outcome: 'step-shared' }, ({ organisations }): Changed => {
      const names = organisations.map(nameOf).join(', ')
      const { fr, en } = stepWords.whoSpeaks
      return faulty(422, { organisation: { fr: `${fr} ${names}`, en: `${en} ${names}` } })
    })
    .with({ outcome: 'step-not-found' }, (): Changed => faulty(404, { '': stepWords.notFound }))
    .with({ outcome: 'not-seen-yet' }, ({ outcome: code }): Changed =>
      faulty(503, { '': outcomeAnswers[code] }),
    )
    .exhaustive()
}

const faulty = (status: number, { '': advice, ...faults }: FaultsByField): Changed => ({
  ended: 'faulty',
  status,
  faults,
  ...(advice === undefined ? {} : { advice }),
})
