import { match } from 'ts-pattern'
import type { WriteOutcome } from '#src/handling/writing/write-organisation.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { complainOf } from './complain.js'
import type { ExitStatus, Terminal } from './terminal.js'

/** Says how a write ended; `about` follows the event that was recorded. With `json` only what went wrong is said. */
export const reportWritten = (
  outcome: WriteOutcome,
  terminal: Terminal,
  { json, about = '' }: { readonly json: boolean; readonly about?: string },
): ExitStatus => {
  const say = (line: string): void => {
    if (!json) terminal.print(line)
  }
  return match(outcome)
    .with({ outcome: 'recorded' }, ({ events, repeated: again }): ExitStatus => {
      for (const { type, id } of events)
        say(`${again ? 'Déjà enregistré' : 'Enregistré'} : ${type} ${id}${about}.`)
      return 0
    })
    .with({ outcome: 'unchanged' }, (): ExitStatus => {
      say('Déjà enregistré : rien à ajouter.')
      return 0
    })
    .with({ outcome: 'would-record' }, ({ events, effect }): ExitStatus => {
      for (const { type } of events) say(`Serait enregistré : ${type}.`)
      if (effect !== undefined) {
        say(`Avant : ${effect.before.sentence.fr}`)
        say(`Après : ${effect.after.sentence.fr}`)
      }
      return 0
    })
    .with({ outcome: 'refused' }, ({ refusal }): ExitStatus =>
      complainOf(terminal, refusal.code, answerToRefusal(refusal)),
    )
    .with(
      { outcome: 'moved' },
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      ({ outcome: code }): ExitStatus => complainOf(terminal, code, outcomeAnswers[code]),
    )
    .exhaustive()
}
