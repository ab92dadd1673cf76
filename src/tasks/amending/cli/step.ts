import { Command } from 'commander'
import { z } from 'zod'
import { StepId } from '#domain/kernel/identifiers.js'
import type { StepHistoryView } from '#projections/asked/steps/step-history.js'
import { HistoryQuery } from '#src/tasks/telling/use-cases/history-input.js'
import { questionOfText } from '#src/handling/asking/question-input.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { asOf, json, knownAt, knownBy } from '#src/cli/typed/question-options.js'
import { withDaysTyped } from '#src/cli/typed/days-typed.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const Input = HistoryQuery.extend({ json: z.boolean().optional() })

/** `step <étape>`: one step with its facts, their identifiers and their corrections. */
export const stepCommand = (
  surroundings: Surroundings<Amending>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('step')
    .description('montre une étape, ses faits et leurs corrections (one step with its corrections)')
    .argument('<étape>', 'son identifiant')
    .addOption(asOf)
    .addOption(knownAt)
    .addOption(knownBy)
    .addOption(json)
    .action(async (step: string, options: unknown) => {
      end(await run(surroundings, step, options))
    })

const run = async (
  surroundings: Surroundings<Amending>,
  step: string,
  options: unknown,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = StepId.safeParse(step, inFrench)
  const input = Input.safeParse(withDaysTyped(options), inFrench)
  if (!id.success || !input.success) {
    return complainOfFaults(
      terminal,
      [...(id.error?.issues ?? []), ...(input.error?.issues ?? [])],
      '<étape>',
    )
  }
  const { json, ...asked } = input.data
  return withRegistry(surroundings, async ({ amending }) => {
    const shown = await amending.show(id.data, questionOfText(asked))
    if (shown.outcome !== 'shown')
      return complainOf(terminal, shown.outcome, outcomeAnswers[shown.outcome], step)
    if (json === true) {
      terminal.print(JSON.stringify(shown, undefined, 2))
      return 0
    }
    for (const history of shown.organisations) printHistory(history, terminal)
    for (const { organisation, step: part } of shown.together) {
      terminal.print(`avec ${organisation} : ${part.name.fr} (${part.stepId})`)
    }
    return 0
  })
}

const printHistory = ({ organisation, step, facts, links }: StepHistoryView, terminal: Terminal): void => {
  terminal.print(`${organisation} : ${step?.name.fr ?? 'tout ce qui en était dit a été retiré'}`)
  for (const { eventId, sentence, retracted, amendments } of facts) {
    terminal.print(`  ${eventId}  ${sentence.fr}${retracted ? ' (retiré)' : ''}`)
    for (const { type, reason, recordedAt } of amendments) {
      const what = type === 'corrected' ? 'corrigé' : 'retiré'
      terminal.print(`      ${what} le ${recordedAt.slice(0, 10)} : ${reason}`)
    }
  }
  for (const { eventId, follows, retracted } of links) {
    terminal.print(`  ${eventId}  issue de ${follows.join(', ')}${retracted ? ' (retiré)' : ''}`)
  }
}
