import { createHash } from 'node:crypto'
import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import { present } from '#domain/kernel/present.js'
import { CommandId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { registered } from '#projections/kept/registry/registry-index.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { confirmStep, type AmendmentOutcome } from '#src/tasks/amending/use-cases/amend-step.js'
import { findStep } from '#src/tasks/amending/use-cases/find-step.js'
import { ConfirmationInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import type { WriteRequest, Writing } from '#src/handling/writing/write-organisation.js'

const MOST_STEPS = 100
const { occurred, within, statedOn, source, note } = ConfirmationInput.shape

/** Which steps still stand, and who says so; when, or by which source, where that is not simply today. */
export const StillTrueInput = z.strictObject({
  steps: z
    .array(z.strictObject({ stepId: StepId, organisation: OrganisationId }))
    .min(1)
    .max(MOST_STEPS)
    .describe('chaque étape avec l’organisation qui le dit ; un successeur pour une étape héritée'),
  occurred: occurred.describe('quand cela tenait encore ; aujourd’hui par défaut'),
  within,
  statedOn,
  source,
  note,
})
export type StillTrueInput = z.infer<typeof StillTrueInput>

/** What became of one of several confirmations. */
export const StillTrueResult = z.strictObject({
  stepId: z.string(),
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  /** What the step is called, where it is on record. */
  name: LabelsView.optional(),
  /** `unchanged`: it was on record already. `refused` and `failed`: nothing was recorded of it; `because` says why. */
  result: z.enum(['recorded', 'repeated', 'unchanged', 'refused', 'failed']),
  code: z.string().optional(),
  because: LabelsView.optional(),
})
export type StillTrueResult = z.infer<typeof StillTrueResult>

/**
 * Confirms several steps, each on its own: what is refused of one keeps none of the others from being recorded, and every
 * one has its result. With a key each has a key derived from it, so that asking again completes what was cut short and
 * doubles nothing.
 */
export const confirmStillTrue = async (
  deps: Writing,
  { idempotencyKey, ...request }: Pick<WriteRequest, 'idempotencyKey' | 'correlationId'>,
  { steps, ...told }: StillTrueInput,
): Promise<readonly StillTrueResult[]> => {
  const results: StillTrueResult[] = []
  for (const { stepId, organisation } of distinct(steps)) {
    const outcome = await confirmStep(deps, {
      ...request,
      ...(idempotencyKey === undefined
        ? {}
        : { idempotencyKey: keyOf(idempotencyKey, stepId, organisation) }),
      stepId,
      input: { ...present(told), organisation },
    })
    const { name } = registered(deps.registry.index(), organisation) ?? { name: organisation }
    results.push({
      stepId,
      ...(await namedStep(deps, stepId)),
      organisation: { id: organisation, name },
      ...resultOf(outcome),
    })
  }
  return results
}

/** What a step is called; nothing where nobody has it on record. */
const namedStep = async (deps: Writing, stepId: StepId): Promise<Pick<StillTrueResult, 'name'>> => {
  const found = await findStep(deps, stepId)
  if (found.outcome !== 'found') return {}
  const { facts } = found.holders[0]
  const title = facts.find(({ fact }) => fact.title !== undefined)?.fact.title
  return { name: stepName(facts[0].kind, present({ title })) }
}

const distinct = (steps: StillTrueInput['steps']): StillTrueInput['steps'] => [
  ...new Map(steps.map((step) => [`${step.stepId} ${step.organisation}`, step])).values(),
]

/** Of the length that a key may have, whatever the caller's own. */
const keyOf = (key: CommandId, stepId: StepId, organisation: OrganisationId): CommandId =>
  CommandId.parse(
    `still-true:${createHash('sha256').update(`${key} ${stepId} ${organisation}`, 'utf8').digest('hex')}`,
  )

const resultOf = (outcome: AmendmentOutcome): Pick<StillTrueResult, 'result' | 'code' | 'because'> => {
  switch (outcome.outcome) {
    case 'recorded':
      return { result: outcome.repeated ? 'repeated' : 'recorded' }
    case 'unchanged':
      return { result: 'unchanged' }
    case 'would-record': // of a dry run, which is not asked for here
      return { result: 'unchanged' }
    case 'refused': {
      const { fr, en } = answerToRefusal(outcome.refusal)
      return { result: 'refused', code: outcome.refusal.code, because: { fr, en } }
    }
    case 'moved':
    case 'command-reused':
    case 'busy':
    case 'disk-full':
    case 'clock-behind':
    case 'not-seen-yet':
    case 'step-not-found':
    case 'step-shared': {
      const { fr, en } = outcomeAnswers[outcome.outcome]
      return { result: 'failed', code: outcome.outcome, because: { fr, en } }
    }
  }
}
