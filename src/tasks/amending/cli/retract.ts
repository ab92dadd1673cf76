import { Command } from 'commander'
import { RetractionInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { runAmendment, withAmendmentOptions } from './run-amendment.js'
import type { ExitStatus } from '#src/cli/terminal.js'

/** `retract <étape> <fait>`: what should not have been told. It stays in the log. */
export const retractCommand = (
  surroundings: Surroundings<Amending>,
  end: (status: ExitStatus) => void,
): Command =>
  withAmendmentOptions(
    new Command('retract')
      .description('retire un fait ou un lien, qui reste au journal (take back a fact or a link)')
      .argument('<étape>', 'son identifiant')
      .argument('<fait>', 'l’identifiant du fait ou du lien : trajectoires step <étape>')
      .requiredOption('--reason <texte>', 'pourquoi'),
  ).action(async (step: string, target: string, options: unknown) => {
    end(
      await runAmendment(surroundings, step, options, {
        schema: RetractionInput,
        fields: ({ reason }) => Promise.resolve({ target, reason }),
        amend: ({ amending }, request) => amending.retract(request),
      }),
    )
  })
