import { Command } from 'commander'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { CommandId, OrganisationId } from '#domain/identifiers/identifiers.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { recordStep } from '#src/application/record-step.js'
import { StepInput } from '#src/application/step-input.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { attributesTyped } from './attributes-typed.js'
import { complainOf, complainOfFaults } from './complain.js'
import { dateTyped, datingOf } from './date-typed.js'
import { LOCAL_ACTOR } from './local-actor.js'
import type { Surroundings } from './program.js'
import { repeated } from './repeated.js'
import { reportWritten } from './report-written.js'
import type { ExitStatus } from './terminal.js'
import { withRegistry } from './with-trajectoires.js'

const Input = z.object({
  kind: z.string(),
  stage: z.string().optional(),
  step: z.string().optional(),
  role: z.string(),
  when: z.string().optional(),
  statedOn: z.string().optional(),
  title: z.string().optional(),
  programme: z.string().optional(),
  place: z.string().optional(),
  source: z.string().optional(),
  note: z.string().optional(),
  attribute: z.array(z.string()).default([]),
  dryRun: z.boolean().optional(),
  key: CommandId.optional(),
  json: z.boolean().optional(),
})

/** `record <organisation>`: one fact of one step, dated as one says it. */
export const recordCommand = (surroundings: Surroundings, end: (status: ExitStatus) => void): Command =>
  new Command('record')
    .description('enregistre un fait d’une étape (record one fact)')
    .argument('<organisation>', 'son identifiant')
    .requiredOption('--kind <type>', 'le type d’étape : seminar, residency, transfo, lab…')
    .option('--stage <moment>', 'started, completed, begun, ended, planned… ; le premier du type par défaut')
    .option('--step <étape>', 'l’étape à laquelle il se rattache ; une nouvelle par défaut')
    .requiredOption('--role <rôle>', 'lead, participant, partner…')
    .option('--when <date>', 'comme on la dit : « vers 2012 », « printemps 2012 », « 15/03/2012 »')
    .option('--stated-on <date>', 'quand la source a parlé')
    .option('--title <titre>')
    .option('--programme <code>')
    .option('--place <lieu>')
    .option('--source <référence>')
    .option('--note <texte>')
    .option(
      '--attribute <nom=valeur>',
      'un attribut du type, par exemple participants=30~ ; à répéter',
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
  surroundings: Surroundings,
  organisation: string,
  options: z.infer<typeof Input>,
): Promise<ExitStatus> => {
  const { terminal } = surroundings
  const id = OrganisationId.safeParse(organisation, inFrench)
  const when = dateTyped('--when', options.when, terminal)
  const statedOn = dateTyped('--stated-on', options.statedOn, terminal)
  if (when === 'refused' || statedOn === 'refused') return 2
  const step = StepInput.safeParse(
    present({
      kind: options.kind,
      stage: options.stage ?? usualStage(options.kind),
      stepId: options.step,
      role: options.role,
      title: options.title,
      programme: options.programme,
      place: options.place,
      note: options.note,
      source: options.source === undefined ? undefined : { reference: options.source },
      statedOn: statedOn?.edtf,
      ...datingOf(when),
      attributes: attributesTyped(options.kind, options.attribute),
    }),
    inFrench,
  )
  if (!id.success || !step.success) {
    return complainOfFaults(terminal, [...(id.error?.issues ?? []), ...(step.error?.issues ?? [])])
  }
  return withRegistry(surroundings, async ({ recording }) => {
    const outcome = await recordStep(
      recording,
      present({
        organisation: id.data,
        step: step.data,
        actor: LOCAL_ACTOR,
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

/** The first stage of a kind’s own life: what one most often records. */
export const usualStage = (kind: string): string | undefined =>
  isKindCode(kind)
    ? stagesOfKind(kindOf(kind)).find(
        (stage) => stage !== 'planned' && stage !== 'plan-dropped' && stage !== 'confirmed',
      )
    : undefined
