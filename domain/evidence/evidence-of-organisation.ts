import type { Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import { stepsOf, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { evidenceOfStep } from './evidence-of-step.js'
import { originAmong, type HeldStep, heldSteps } from './held-steps.js'
import type { Lineage } from './lineage.js'

export { successionDay, type Lineage } from './lineage.js'

/**
 * All that is known of an organisation's steps. With full inheritance those of its predecessors are there too; what rests
 * on any of their facts is marked. With none there is only what stands in its own stream.
 */
export const evidenceOfOrganisation = (
  lineage: Lineage,
  inheritance: 'full' | 'none',
  evidenceOf: EvidenceOfStep = evidenceOfStep,
): Evidence => {
  const evidence =
    inheritance === 'full'
      ? heldSteps(lineage).map((held) => evidenceOfHeldStep(held, evidenceOf))
      : stepsOf(lineage.history).map(evidenceOf)
  return {
    occurrences: evidence.flatMap(({ occurrences }) => occurrences),
    standings: evidence.flatMap(({ standings }) => standings),
  }
}

/** The evidence that a step’s facts yield, and nothing but these. */
export type EvidenceOfStep = (step: StepOnRecord) => Evidence

const evidenceOfHeldStep = (held: HeldStep, evidenceOf: EvidenceOfStep): Evidence => {
  const { occurrences, standings } = evidenceOf(held.step)
  if (held.origins.size === 0) return { occurrences, standings }
  return {
    occurrences: occurrences.map((occurrence) => marked(occurrence, held, () => true)),
    standings: standings.map((standing) =>
      marked(standing, held, (since) => outlivesSuccession(standing, held, since)),
    ),
  }
}

const marked = <E extends Occurrence | Standing>(
  evidence: E,
  held: HeldStep,
  surely: (since: number) => boolean,
): E => {
  const origin = originAmong(held, evidence.events)
  if (origin === undefined) return evidence
  return { ...evidence, inherited: { from: origin.from, since: origin.since, surely: surely(origin.since) } }
}

/** A merger may well have ended what stood, unless something was heard of it since, or it is of what no merger ends. */
const outlivesSuccession = ({ kind, news }: Standing, { step }: HeldStep, since: number): boolean =>
  news.some(({ range }) => range.earliest >= since) ||
  step.kind === 'setback' ||
  (kind === `${step.kind}-undertaken` && step.facts.some(({ stage }) => stage === 'completed'))
