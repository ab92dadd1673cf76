import { Command } from 'commander'
import { z } from 'zod'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import { ChangesQuery, changesOfText } from '#src/application/changes-input.js'
import { answerChanges, type ChangesAnswer } from '#src/application/explain-changes.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from './complain.js'
import type { Surroundings } from './program.js'
import type { ExitStatus, Terminal } from './terminal.js'
import { withRegistry } from './with-trajectoires.js'

const Input = ChangesQuery.extend({ json: z.boolean().optional() })

/** `changes <organisation>`: what differs between two answers, and for which of three causes. */
export const changesCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('changes')
    .description(
      'dit ce qui a changé, et pourquoi : l’organisation, ce qui est su, ou le modèle (why it changed)',
    )
    .argument('<organisation>', 'son identifiant')
    .option('--from-as-of <jour>', 'le premier jour (2012-01-01) ; comme --to-as-of par défaut')
    .option('--from-known-at <moment>', 'ce qui était connu à ce moment')
    .option('--from-known-by <lecture>', 'recorded ou documented')
    .option('--from-model <modèle>', 'le premier modèle')
    .option('--to-as-of <jour>', 'le second jour ; aujourd’hui par défaut')
    .option('--to-known-at <moment>', 'ce qui était connu à ce moment ; maintenant par défaut')
    .option('--to-known-by <lecture>', 'recorded ou documented')
    .option('--to-model <modèle>', 'le second modèle')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (organisation: string, options: unknown) => {
      end(await run(surroundings, organisation, options))
    })

const run = async (
  surroundings: Surroundings,
  organisation: string,
  options: unknown,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = OrganisationId.safeParse(organisation, inFrench)
  const input = Input.safeParse(options, inFrench)
  if (!id.success || !input.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(input.error?.issues ?? [])])
  }
  const { json, ...typed } = input.data
  return withRegistry(surroundings, async ({ reading }) => {
    const answer = await answerChanges(reading, id.data, changesOfText(typed))
    if (answer.outcome !== 'answered') {
      if (answer.outcome === 'model-unknown') terminal.complain(`known : ${answer.known.join(', ')}`)
      return complainOf(terminal, answer.outcome, outcomeAnswers[answer.outcome], organisation)
    }
    if (json === true) terminal.print(JSON.stringify(answer.view, undefined, 2))
    else printChanges(answer.view, terminal)
    return 0
  })
}

const printChanges = (
  { organisation, parts, changed, sentence }: ChangesAnswer,
  terminal: Terminal,
): void => {
  terminal.print(`${organisation.name} (${organisation.id})`)
  if (!changed) terminal.print(sentence.fr)
  for (const part of parts) {
    terminal.print('')
    terminal.print(part.sentence.fr)
    for (const reason of part.because) terminal.print(`  · ${reason.sentence.fr}`)
  }
}
