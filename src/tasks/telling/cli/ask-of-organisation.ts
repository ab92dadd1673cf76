import type { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { NoTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withDaysTyped } from '#src/cli/typed/days-typed.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'

/** What a command asks of one organisation, and how it tells the answer. */
export interface OrganisationQuestion<Input, Answered> {
  readonly input: z.ZodType<Input>
  readonly ask: (
    telling: Telling['telling'],
    id: OrganisationId,
    input: Input,
  ) => Promise<Answered | NoTrajectory>
  readonly tell: (
    answered: Answered,
    input: Input,
    terminal: Terminal,
    inside: Telling & Finding,
  ) => ExitStatus
}

/** The whole answer, for a program. */
export const printJson = (terminal: Terminal, answer: unknown): void => {
  terminal.print(JSON.stringify(answer, undefined, 2))
}

/** Reads what was typed, asks, and tells; every fault of what was typed is told at once, and why there is no answer. */
export const askOfOrganisation = async <Input, Answered extends { readonly outcome: 'answered' }>(
  surroundings: Surroundings<Telling & Finding>,
  organisation: string,
  options: unknown,
  question: OrganisationQuestion<Input, Answered>,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = OrganisationId.safeParse(organisation, inFrench)
  const input = question.input.safeParse(withDaysTyped(options), inFrench)
  if (!id.success || !input.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(input.error?.issues ?? [])])
  }
  return withRegistry(surroundings, async (inside) => {
    const answer = await question.ask(inside.telling, id.data, input.data)
    return answer.outcome === 'answered'
      ? question.tell(answer, input.data, terminal, inside)
      : complainOfNoAnswer(terminal, answer, organisation)
  })
}

/** Says why a question has no answer; of an unknown model, which ones there are. */
export const complainOfNoAnswer = (
  terminal: Terminal,
  answer: NoTrajectory,
  organisation: string,
): ExitStatus => {
  if (answer.outcome === 'model-unknown') terminal.complain(`known : ${answer.known.join(', ')}`)
  return complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome], organisation)
}
