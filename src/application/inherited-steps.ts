import type { OrganisationId, StepId } from '#domain/identifiers/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { StreamLog } from '#domain/ports/event-log.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { CommandHandling } from './handle-command.js'
import { readOrganisation } from './read-organisation.js'

/** The organisations that another came directly after, whatever the manner. */
export type PredecessorsOf = (id: OrganisationId) => Promise<readonly OrganisationId[]>

/** Reads, in one log, the steps of all that came before an organisation: its predecessors, and theirs. */
export const inheritedStepsIn =
  (log: Pick<StreamLog, 'readStream'>, predecessorsOf: PredecessorsOf): CommandHandling['inheritedSteps'] =>
  async (id) => {
    const inherited = new Map<StepId, KindCode>()
    for (const predecessor of await allBefore(id, predecessorsOf)) {
      const { events } = await readOrganisation(log, predecessor)
      for (const { stepId, kind } of stepsOf(historyOf(events))) inherited.set(stepId, kind)
    }
    return inherited
  }

/** Each once, the organisation itself left out even where the successions run in a circle. */
const allBefore = async (
  id: OrganisationId,
  predecessorsOf: PredecessorsOf,
): Promise<readonly OrganisationId[]> => {
  const found = new Set<OrganisationId>([id])
  for (const one of found) {
    for (const predecessor of await predecessorsOf(one)) found.add(predecessor) // a set being read also gives what joins it
  }
  return [...found].slice(1)
}
