import type { EventLog } from '#domain/ports/event-log.js'
import type { CommandHandling } from '#src/application/handle-command.js'
import type { RegistryReader } from '#src/application/registry-reader.js'
import { carryOut } from './carry-out.js'
import { unfinishedIntentions } from './intentions-in-log.js'

interface Completing {
  readonly recording: CommandHandling
  readonly log: Pick<EventLog, 'readAll' | 'head'>
  readonly registry: Pick<RegistryReader, 'hasSeen'>
  readonly warn: (message: string) => void
}

/** Completes what a stop left half written. Called when the program starts; what cannot be completed now is said, and tried again at the next start. */
export const completeIntentions = async ({ recording, log, registry, warn }: Completing): Promise<void> => {
  const unfinished = await unfinishedIntentions(log)
  if (unfinished.length === 0) return
  // Whose successor tells of a step, the registry knows.
  if (!(await registry.hasSeen(await log.head()))) {
    warn(
      `${unfinished.length} étapes collectives restent à compléter : ce sera fait au prochain démarrage. (${unfinished.length} collective steps are still to be completed, at the next start.)`,
    )
    return
  }
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
