import { Command } from 'commander'
import { z } from 'zod'
import { ChangesQuery, changesOfText } from '#src/tasks/telling/use-cases/changes-input.js'
import { type ChangesAnswer, type ChangesOutcome } from '#src/tasks/telling/use-cases/explain-changes.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { json, organisationAsked } from '#src/cli/typed/question-options.js'
import { askOfOrganisation, printJson, type OrganisationQuestion } from './ask-of-organisation.js'

const Input = ChangesQuery.extend({ json: z.boolean().optional() })

/** `changes <organisation>`: what differs between two answers, and for which of three causes. */
export const changesCommand = (
  surroundings: Surroundings<Telling & Finding>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('changes')
    .description(
      'dit ce qui a changé, et pourquoi : l’organisation, ce qui est su, ou le modèle (why it changed)',
    )
    .addArgument(organisationAsked)
    .option('--from-as-of <jour>', 'le premier jour (2012-01-01) ; comme --to-as-of par défaut')
    .option('--from-known-at <moment>', 'ce qui était connu à ce moment')
    .option('--from-known-by <lecture>', 'recorded ou documented')
    .option('--from-model <modèle>', 'le premier modèle')
    .option('--to-as-of <jour>', 'le second jour ; aujourd’hui par défaut')
    .option('--to-known-at <moment>', 'ce qui était connu à ce moment ; maintenant par défaut')
    .option('--to-known-by <lecture>', 'recorded ou documented')
    .option('--to-model <modèle>', 'le second modèle')
    .addOption(json)
    .action(async (organisation: string, options: unknown) => {
      end(await askOfOrganisation(surroundings, organisation, options, question))
    })

type Answered = Extract<ChangesOutcome, { readonly outcome: 'answered' }>

const question: OrganisationQuestion<z.infer<typeof Input>, Answered> = {
  input: Input,
  ask: (telling, id, { json: _, ...typed }) => telling.changes(id, changesOfText(typed)),
  tell: ({ view }, { json }, terminal) => {
    if (json === true) printJson(terminal, view)
    else printChanges(view, terminal)
    return 0
  },
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
