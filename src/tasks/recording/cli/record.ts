import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { CommandId, OrganisationId } from '#domain/kernel/identifiers.js'
import { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import { datingOf } from '#src/typed/understand-date.js'
import { usualStage } from '#src/typed/usual-stage.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { attributesTyped } from '#src/typed/attributes-typed.js'
import { complainOf, complainOfFaults } from '#src/cli/complain.js'
import { dateTyped } from '#src/cli/typed/date-typed.js'
import { recordTogether } from './record-together.js'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import type { Surroundings } from '#src/cli/surroundings.js'
import { repeated } from '#src/cli/typed/repeated.js'
import { reportWritten } from '#src/cli/report-written.js'
import type { ExitStatus } from '#src/cli/terminal.js'
import { withRegistry } from '#src/cli/with-trajectoires.js'

const Input = z.object({
  kind: z.string(),
  stage: z.string().optional(),
  step: z.string().optional(),
  role: z.string(),
  when: z.string().optional(),
  expected: z.string().optional(),
  statedOn: z.string().optional(),
  title: z.string().optional(),
  programme: z.string().optional(),
  edition: z.string().optional(),
  place: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
  follows: z.array(z.string()).optional(),
  attribute: z.array(z.string()).default([]),
  with: z.array(z.string()).default([]),
  dryRun: z.boolean().optional(),
  key: CommandId.optional(),
  json: z.boolean().optional(),
})

/** `record <organisation>`: one fact of one step, dated as one says it. */
export const recordCommand = (
  surroundings: Surroundings<Recording>,
  end: (status: ExitStatus) => void,
): Command =>
  new Command('record')
    .description('enregistre un fait d’une étape (record one fact)')
    .argument('<organisation>', 'son identifiant')
    .requiredOption('--kind <type>', 'le type d’étape : seminar, residency, transfo, lab… (obligatoire)')
    .option('--stage <moment>', 'started, completed, begun, ended, planned… ; le premier du type par défaut')
    .option('--step <étape>', 'l’étape à laquelle il se rattache ; une nouvelle par défaut')
    .requiredOption('--role <rôle>', 'lead, participant, partner… (obligatoire)')
    .option('--when <date>', 'comme on la dit : « vers 2012 », « printemps 2012 », « 15/03/2012 »')
    .option(
      '--expected <date>',
      'd’une annonce (planned) : quand elle est prévue ; d’un début : sa fin prévue',
    )
    .option('--stated-on <date>', 'quand la source a parlé')
    .option('--title <titre>')
    .option('--programme <code>')
    .option('--edition <texte>', 'l’édition du programme')
    .option('--follows <étape>', 'une étape dont celle-ci est issue ; à répéter', repeated)
    .option('--place <lieu>')
    .option('--source <référence>')
    .option('--note <texte>')
    .option(
      '--attribute <nom=valeur>',
      'un attribut du type, par exemple participants=30~ ; à répéter',
      repeated,
    )
    .option(
      '--with <organisation=rôle>',
      'une autre organisation qui y prit part : region-bretagne=partner ; à répéter',
      repeated,
    )
    .option('--key <clé>', 'la même clé et le même contenu n’ont qu’un effet')
    .option('--dry-run', 'montre ce que cela changerait, et n’enregistre rien')
    .option('--json', 'la réponse entière, pour un programme')
    .action(async (organisation: string, options: unknown) => {
      const input = Input.safeParse(options, inFrench)
      end(
        input.success
          ? await run(surroundings, organisation, input.data)
          : complainOfFaults(surroundings.terminal, input.error.issues),
      )
    })

const run = async (
  surroundings: Surroundings<Recording>,
  organisation: string,
  options: z.infer<typeof Input>,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = OrganisationId.safeParse(organisation, inFrench)
  const when = dateTyped('--when', options.when, terminal)
  const expected = dateTyped('--expected', options.expected, terminal)
  const statedOn = dateTyped('--stated-on', options.statedOn, terminal)
  if (when === 'refused' || expected === 'refused' || statedOn === 'refused') return 2
  const told = present({
    kind: options.kind,
    stage: options.stage ?? usualStage(options.kind),
    title: options.title,
    programme: options.programme,
    edition: options.edition,
    place: options.place,
    note: options.note,
    follows: options.follows,
    source: options.source === undefined ? undefined : { reference: options.source },
    expected: expected?.edtf,
    statedOn: statedOn?.edtf,
    ...datingOf(when),
    attributes: attributesTyped(options.kind, options.attribute),
  })
  const part = present({ role: options.role, stepId: options.step })
  if (options.with.length > 0) {
    return recordTogether(surroundings, { told, first: { organisation, ...part }, ...options })
  }
  const step = StepInput.safeParse({ ...told, ...part }, inFrench)
  if (!id.success || !step.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(step.error?.issues ?? [])])
  }
  return withRegistry(surroundings, async ({ recording }) => {
    const outcome = await recording.step(
      present({
        organisation: id.data,
        step: step.data,
        dryRun: options.dryRun,
        idempotencyKey: options.key,
      }),
    )
    const json = options.json === true
    if (json) terminal.print(JSON.stringify(outcome, undefined, 2))
    return outcome.outcome === 'step-needed'
      ? complainOf(terminal, outcome.outcome, outcomeAnswers[outcome.outcome])
      : reportWritten(outcome, terminal, { json, about: `, étape ${outcome.stepId}` })
  })
}
