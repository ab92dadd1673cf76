import { Command } from 'commander'
import { ConfirmationInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import { datingOf } from '#src/typed/understand-date.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { runAmendment, withAmendmentOptions } from './run-amendment.js'
import type { ExitStatus } from '#src/cli/terminal.js'

/** `confirm <étape>`: a running or lasting step still stood on a day. */
export const confirmCommand = (
  surroundings: Surroundings<Amending>,
  end: (status: ExitStatus) => void,
): Command =>
  withAmendmentOptions(
    new Command('confirm')
      .description('confirme qu’une étape durait encore (confirm that a step still stood)')
      .argument('<étape>', 'son identifiant')
      .option(
        '--when <date>',
        'quand elle durait encore, comme on le dit : « printemps 2024 » ; aujourd’hui par défaut',
      )
      .option('--organisation <identifiant>', 'qui le dit, quand plusieurs ont cette étape')
      .option('--role <rôle>', 'le rôle déjà consigné par défaut')
      .option('--note <texte>'),
  ).action(async (step: string, options: unknown) => {
    end(
      await runAmendment(surroundings, step, options, {
        schema: ConfirmationInput,
        fields: ({ when, organisation, role, note }, _app, _step, terminal) => {
          const day = dateTyped('--when', typeof when === 'string' ? when : undefined, terminal)
          return Promise.resolve(day === 'refused' ? day : { ...datingOf(day), organisation, role, note })
        },
        amend: ({ amending }, request) => amending.confirm(request),
      }),
    )
  })
