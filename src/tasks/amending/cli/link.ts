import { Command } from 'commander'
import { LinksInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { repeated } from '#src/cli/typed/repeated.js'
import { runAmendment, withAmendmentOptions } from './run-amendment.js'
import type { ExitStatus } from '#src/cli/terminal.js'

/** `link <étape> --follows <étape>`: out of which steps it came. */
export const linkCommand = (
  surroundings: Surroundings<Amending>,
  end: (status: ExitStatus) => void,
): Command =>
  withAmendmentOptions(
    new Command('link')
      .description('dit de quelles étapes une étape est issue (what a step came out of)')
      .argument('<étape>', 'son identifiant')
      .requiredOption(
        '--follows <étape>',
        'celle dont elle est issue, de qui que ce soit ; à répéter',
        repeated,
      )
      .option('--organisation <identifiant>', 'qui le dit, quand plusieurs ont cette étape'),
  ).action(async (step: string, options: unknown) => {
    end(
      await runAmendment(surroundings, step, options, {
        schema: LinksInput,
        fields: ({ follows, organisation }) => Promise.resolve({ follows, organisation }),
        amend: ({ amending }, request) => amending.link(request),
      }),
    )
  })
