import type { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { CommandId, StepId } from '#domain/kernel/identifiers.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { AmendmentOutcome, AmendmentRequest } from '#src/tasks/amending/use-cases/amend-step.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { reportWritten } from '#src/cli/report-written.js'
import type { ExitStatus, Terminal } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

/** The options that every amendment takes. */
export const withAmendmentOptions = (command: Command): Command =>
  command
    .option('--source <référence>', 'où cela a été lu')
    .option('--stated-on <date>', 'quand cette source a parlé, comme on le dit')
    .option('--key <clé>', 'la même clé et le même contenu n’ont qu’un effet')
    .option('--dry-run', 'montre ce que cela changerait, et n’enregistre rien')
    .option('--json', 'la réponse entière, pour un programme')

const Options = z.looseObject({
  source: z.string().optional(),
  statedOn: z.string().optional(),
  key: CommandId.optional(),
  dryRun: z.boolean().optional(),
  json: z.boolean().optional(),
})

/** What one amendment reads of its own options, and what it does with them. */
export interface TypedAmendment<Input> {
  readonly schema: z.ZodType<Input>
  /** The fields of the input but for the source and its date; what was not understood has been complained of. */
  readonly fields: (
    options: Readonly<Record<string, unknown>>,
    inside: Amending,
    step: StepId,
    terminal: Terminal,
  ) => Promise<Readonly<Record<string, unknown>> | 'refused'>
  readonly amend: (inside: Amending, request: AmendmentRequest<Input>) => Promise<AmendmentOutcome>
}

/** Runs one amendment of a step as it was typed. */
export const runAmendment = async <Input>(
  surroundings: Surroundings<Amending>,
  step: string,
  typed: unknown,
  { schema, fields, amend }: TypedAmendment<Input>,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const stepId = StepId.safeParse(step, inFrench)
  const options = Options.safeParse(typed, inFrench)
  if (!stepId.success || !options.success) {
    return complainOfFaults(
      terminal,
      [...(stepId.error?.issues ?? []), ...(options.error?.issues ?? [])],
      '<étape>',
    )
  }
  const { source, statedOn, key, dryRun, json = false } = options.data
  const spoke = dateTyped('--stated-on', statedOn, terminal)
  if (spoke === 'refused') return 2
  return withRegistry(surroundings, async (inside) => {
    const own = await fields(options.data, inside, stepId.data, terminal)
    if (own === 'refused') return 2
    const told = { source: source === undefined ? undefined : { reference: source }, statedOn: spoke?.edtf }
    const input = schema.safeParse(present({ ...own, ...told }), inFrench)
    if (!input.success) return complainOfFaults(terminal, input.error.issues)
    const outcome = await amend(inside, {
      ...present({ idempotencyKey: key, dryRun }),
      stepId: stepId.data,
      input: input.data,
    })
    if (json) terminal.print(JSON.stringify(outcome, undefined, 2))
    return report(outcome, terminal, json)
  })
}

const report = (outcome: AmendmentOutcome, terminal: Terminal, json: boolean): ExitStatus => {
  if (outcome.outcome === 'step-shared') {
    terminal.complain(`organisations : ${outcome.organisations.join(', ')}`)
  }
  if (!('stepId' in outcome)) return complainOf(terminal, outcome.outcome, outcomeAnswers[outcome.outcome])
  const about = `, étape ${outcome.stepId} (${outcome.organisation})`
  return reportWritten(outcome, terminal, { json, about })
}
