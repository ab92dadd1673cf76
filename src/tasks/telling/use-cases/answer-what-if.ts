import { z } from 'zod'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { whatIf, type WhatIfView } from '#projections/asked/what-if/what-if.js'
import type {
  AskedTrajectory,
  NoTrajectory,
  TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { matterOf } from '#src/handling/asking/ask-organisation.js'
import { factOfInput, StepInput } from '#src/tasks/recording/use-cases/step-input.js'

/** The steps that are imagined, in the order of their lives. */
export const ImaginedSteps = z.array(StepInput).min(1).max(50)

export type WhatIfOutcome =
  | { readonly outcome: 'answered'; readonly view: WhatIfView }
  | { readonly outcome: 'step-needed'; readonly stage: StepInput['stage'] }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }
  | NoTrajectory

/** Where an organisation would stand after steps that are only imagined; nothing is recorded. */
export const answerWhatIf = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  steps: readonly StepInput[],
  asked: AskedTrajectory = {},
): Promise<WhatIfOutcome> => {
  const facts: NewFact[] = []
  for (const [place, step] of steps.entries()) {
    const fact = factOfInput(step, imaginedId(place + 1))
    if (fact === undefined) return { outcome: 'step-needed', stage: step.stage }
    facts.push(fact)
  }
  const matter = await matterOf(deps, id, asked)
  if (matter.outcome !== 'found') return matter
  const answer = whatIf(matter.streams, matter.named, matter.question, facts)
  return answer.supposed
    ? { outcome: 'answered', view: answer.view }
    : { outcome: 'refused', refusal: answer.refusal }
}

/** Ids by their place: the same question has the same answer. A step is named by the first eight digits. */
const imaginedId = (place: number) => (): string =>
  `${String(place).padStart(8, '0')}-1f00-4000-8000-000000000000`
