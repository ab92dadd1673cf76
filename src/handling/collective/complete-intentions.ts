import type { EventLog } from '#domain/ports/event-log.js'
import type { CommandHandling } from '#src/handling/writing/handle-command.js'
import { carryOut } from './carry-out.js'
import { unfinishedIntentions } from './intentions-in-log.js'

interface Completing {
  readonly recording: CommandHandling
  readonly log: Pick<EventLog, 'readAll'>
  readonly warn: (message: string) => void
}

/**
 * Completes what a stop left half written. Called when the program starts; what cannot be completed now is said, and tried
 * again at the next start.
 */
export const completeIntentions = async ({ recording, log, warn }: Completing): Promise<void> => {
  const unfinished = await unfinishedIntentions(log, ({ stream, revision }) =>
    warn(
      `${stream}@${revision} : cette étape collective a été consignée par une version plus récente du programme, et reste de côté. (Recorded by a newer program, set aside.)`,
    ),
  )
  for (const intention of unfinished) {
    const { refused, waiting } = await carryOut(recording, intention)
    const left = [
      ...refused.map(({ organisation, refusal }) => `${organisation} (${refusal.code})`),
      ...waiting,
    ]
    if (left.length > 0) {
      warn(
        `L’étape collective ${intention.jointId} n’a pu être consignée pour : ${left.join(', ')}. (Not recorded for these.)`,
      )
    }
  }
}
