import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position, Revision } from '#domain/ports/event-log.js'
import { answerTrajectory, type AskedTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { hasSeen } from '#src/handling/asking/has-seen.js'
import { notSeen } from '#src/handling/reading/not-seen.js'
import type { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import { advise } from './advise.js'
import { answerExplanation } from './answer-explanation.js'
import { answerWhatIf } from './answer-what-if.js'
import { answerChanges, type AskedChanges } from './explain-changes.js'
import type { AskedHistory } from './history-input.js'
import { keepTrajectories } from './kept-trajectories.js'
import { listRecordedEvents, listSteps } from './list-steps.js'
import { newsSince } from './news-since.js'
import { tellOrganisation } from './tell-organisation.js'

/** Where one organisation stands, why, and what comes next. */
export const telling = (house: House) => {
  const texts = keepTrajectories()
  return (viewer: Viewer) => {
    const inside: Inside = { ...house, viewer }
    return {
      telling: {
        trajectory: (id: OrganisationId, asked: AskedTrajectory) => answerTrajectory(inside, id, asked),
        /** The same as the text that is sent, once a position has been seen. */
        trajectoryText: async (id: OrganisationId, asked: AskedTrajectory, after?: Position) =>
          (await hasSeen(inside, after)) ? texts(inside, id, asked) : notSeen(inside.log, after),
        explanation: (id: OrganisationId, asked: AskedTrajectory) => answerExplanation(inside, id, asked),
        nextSteps: (id: OrganisationId, asked: AskedTrajectory) => advise(inside, id, asked),
        whatIf: (id: OrganisationId, steps: readonly StepInput[], asked: AskedTrajectory) =>
          answerWhatIf(inside, id, steps, asked),
        changes: (id: OrganisationId, asked: AskedChanges) => answerChanges(inside, id, asked),
        organisation: (id: OrganisationId, asked: AskedTrajectory) => tellOrganisation(inside, id, asked),
        steps: (id: OrganisationId, asked: AskedHistory) => listSteps(inside, id, asked),
        recordedEvents: (id: OrganisationId) => listRecordedEvents(inside, id),
        newsSince: (id: OrganisationId, seen: Revision | 'none') => newsSince(inside, id, seen),
      },
    }
  }
}
export type Telling = ReturnType<ReturnType<typeof telling>>
