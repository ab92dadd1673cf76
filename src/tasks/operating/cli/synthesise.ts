import { Command } from 'commander'
import { match } from 'ts-pattern'
import { z } from 'zod'
import { inFrench } from '#src/messages/faults.js'
import {
  writeSyntheticHistory,
  type SynthesisOutcome,
} from '#src/sample/synthetic/write-synthetic-history.js'
import { complainOfFaults } from '#src/cli/complain.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withOwnLog } from '#src/cli/with-own-log.js'
import { progressBar } from '#src/cli/progress-bar.js'

const Input = z.object({
  organisations: z.coerce.number().int().min(1).max(100_000),
  facts: z.coerce.number().int().min(0).max(10_000_000),
  seed: z.coerce.number().int().min(0).max(2_147_483_647),
})

/** `synthesise`: an empty log filled with a history that never happened, to try everything with many organisations. */
export const synthesiseCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('synthesise')
    .description(
      'remplit un journal vide d’une histoire inventée, pour essayer (a made up history, to try with)',
    )
    .option('--organisations <nombre>', 'combien d’organisations', '2000')
    .option('--facts <nombre>', 'combien de faits, en tout', '6000')
    .option('--seed <graine>', 'la même graine refait la même histoire, à l’octet près', '27')
    .addHelpText(
      'after',
      '\nExemple (example) :\n  DATA_DIR=essai trajectoires synthesise --organisations 20000 --facts 34000',
    )
    .action(async (options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await run(surroundings, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = (surroundings: Surroundings, size: z.infer<typeof Input>): Promise<ExitStatus> =>
  withOwnLog(surroundings, async (log) => {
    const { terminal } = surroundings
    const bar = progressBar(terminal, 'organisations')
    const outcome = await writeSyntheticHistory(log, size, (done) =>
      bar.show({ done, total: size.organisations }),
    ).finally(bar.stop)
    return tell(outcome, size, terminal)
  })

const tell = (
  outcome: SynthesisOutcome,
  { organisations, facts, seed }: z.infer<typeof Input>,
  terminal: Terminal,
): ExitStatus =>
  match(outcome)
    .with({ outcome: 'synthesised' }, ({ events }): ExitStatus => {
      terminal.print(
        `${organisations} organisations et ${facts} faits inventés, graine ${seed} : ${events} événements. (Made up.)`,
      )
      return 0
    })
    .with({ outcome: 'log-not-empty' }, ({ head }): ExitStatus => {
      terminal.complain(
        `Ce journal n’est pas vide (jusqu’à la position ${head}) : une histoire inventée ne se mêle pas à ce qui fut consigné. Choisir un autre dossier : DATA_DIR=essai. [log-not-empty]`,
      )
      terminal.complain('(This log is not empty: choose another folder.)')
      return 1
    })
    .with({ outcome: 'stopped' }, ({ why }): ExitStatus => {
      terminal.complain(
        `L’histoire inventée n’est écrite qu’en partie, et ne se continue pas : effacer ce dossier et recommencer dans un autre. [${why}]`,
      )
      terminal.complain('(Written in part only: remove this folder and begin in another one.)')
      return 3
    })
    .exhaustive()
