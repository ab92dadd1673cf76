import { match } from 'ts-pattern'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import type { AmendmentOutcome } from '#src/tasks/amending/use-cases/amend-step.js'
import { endOfWrite, faulty, type EndOfWrite } from '#src/web/forms/end-of-write.js'
import { stepWords } from './step-words.js'

/** What an amendment of a step means for the form that asked for it. */
export const endOfAmendment = (
  outcome: AmendmentOutcome,
  nameOf: (id: OrganisationId) => string,
): EndOfWrite => {
  if ('stepId' in outcome) return endOfWrite(outcome)
  return match(outcome)
    .with({ outcome: 'step-shared' }, ({ organisations }) => {
      const names = organisations.map(nameOf).join(', ')
      const { fr, en } = stepWords.whoSpeaks
      return faulty({ organisation: { fr: `${fr} ${names}`, en: `${en} ${names}` } })
    })
    .with({ outcome: 'step-not-found' }, () => faulty({ '': stepWords.notFound }))
    .with({ outcome: 'not-seen-yet' }, ({ outcome: code }) => faulty({ '': outcomeAnswers[code] }))
    .exhaustive()
}
