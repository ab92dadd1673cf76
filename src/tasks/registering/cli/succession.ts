import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { CommandId, OrganisationId } from '#domain/kernel/identifiers.js'
import {
  SuccessionInput,
  type SuccessionOutcome,
} from '#src/tasks/registering/use-cases/record-succession.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'
import type { Registering } from '#src/tasks/registering/use-cases/registering.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { reportWritten } from '#src/cli/report-written.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const Options = z.object({
  successor: z.string().optional(),
  predecessor: z.string().optional(),
  manner: z.string(),
  from: z.string().optional(),
  source: z.string().optional(),
  key: CommandId.optional(),
  dryRun: z.boolean().optional(),
  json: z.boolean().optional(),
})

/** `succession <organisation>`: who came after it, or whom it came after. */
export const successionCommand = (
  surroundings: Surroundings<Registering>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('succession')
    .description('enregistre qui succède à qui (record who came after whom)')
    .argument('<organisation>', 'son identifiant')
    .option('--successor <identifiant>', 'qui lui succède')
    .option('--predecessor <identifiant>', 'ou à qui elle succède')
    .requiredOption('--manner <manière>', 'merger (fusion), split (scission), replacement, prefiguration')
    .option('--from <date>', 'depuis quand, comme on le dit ; sans date, aucun effet encore')
    .option('--source <référence>')
    .option('--key <clé>', 'la même clé et le même contenu n’ont qu’un effet')
    .option('--dry-run', 'montre ce que cela changerait pour les deux, et n’enregistre rien')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (organisation: string, options: unknown) => {
      end(await run(surroundings, organisation, options))
    })

const run = async (
  surroundings: Surroundings<Registering>,
  organisation: string,
  typed: unknown,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = OrganisationId.safeParse(organisation, inFrench)
  const options = Options.safeParse(typed, inFrench)
  if (!id.success || !options.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(options.error?.issues ?? [])])
  }
  const { key, dryRun, json = false, from, ...told } = options.data
  const since = dateTyped('--from', from, terminal)
  if (since === 'refused') return 2
  const succession = SuccessionInput.safeParse(present({ ...told, from: since?.edtf }), inFrench)
  if (!succession.success) return complainOfFaults(terminal, succession.error.issues)
  return withRegistry(surroundings, async ({ registering }) => {
    const outcome = await registering.succeed({
      ...present({ idempotencyKey: key, dryRun }),
      organisation: id.data,
      succession: succession.data,
    })
    if (json) terminal.print(JSON.stringify(outcome, undefined, 2))
    return report(outcome, terminal, json)
  })
}

const report = (outcome: SuccessionOutcome, terminal: Terminal, json: boolean): ExitStatus => {
  if (!('predecessor' in outcome)) {
    const subject = 'organisation' in outcome ? outcome.organisation : undefined
    return complainOf(terminal, outcome.outcome, outcomeAnswers[outcome.outcome], subject)
  }
  const { predecessor, successor, effectOnSuccessor } = outcome
  const status = reportWritten(outcome, terminal, { json, about: `, de ${predecessor} à ${successor}` })
  if (effectOnSuccessor !== undefined && !json) {
    terminal.print(`${successor}, avant : ${effectOnSuccessor.before.sentence.fr}`)
    terminal.print(`${successor}, après : ${effectOnSuccessor.after.sentence.fr}`)
  }
  return status
}
