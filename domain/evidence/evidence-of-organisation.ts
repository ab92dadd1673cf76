import type { Evidence, Inheritance, Occurrence, Standing } from '#domain/maturity/evidence.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { evidenceOfStep } from './evidence-of-step.js'
import { heldSteps, type HeldSteps, type InheritedStep } from './inherited-steps.js'
import type { Lineage } from './lineage.js'

export { successionDay, type Lineage } from './lineage.js'

/**
 * All that is known of an organisation's steps. With full inheritance those of its predecessors are there too, marked;
 * with none, only what stands in its own stream.
 */
export const evidenceOfOrganisation = (lineage: Lineage, inheritance: 'full' | 'none'): Evidence => {
  const steps: HeldSteps =
    inheritance === 'full' ? heldSteps(lineage) : { own: stepsOf(lineage.history), inherited: [] }
  const evidence = [...steps.own.map(evidenceOfStep), ...steps.inherited.map(inheritedEvidence)]
  return {
    occurrences: evidence.flatMap(({ occurrences }) => occurrences),
    standings: evidence.flatMap(({ standings }) => standings),
  }
}

const inheritedEvidence = (inherited: InheritedStep): Evidence => {
  const { occurrences, standings } = evidenceOfStep(inherited.step)
  const mark = <E extends Occurrence | Standing>(
    evidence: E,
    surely: boolean,
  ): E & { inherited: Inheritance } => ({
    ...evidence,
    inherited: { from: inherited.from, since: inherited.since, surely },
  })
  return {
    occurrences: occurrences.map((occurrence) => mark(occurrence, true)),
    standings: standings.map((standing) => mark(standing, outlivesSuccession(standing, inherited))),
  }
}

/** A merger may well have ended what stood, unless something was heard of it since, or it is of what no merger ends. */
const outlivesSuccession = ({ kind, news }: Standing, { step, since }: InheritedStep): boolean =>
  news.some(({ range }) => range.earliest >= since) ||
  step.kind === 'setback' ||
  (kind === `${step.kind}-undertaken` && step.facts.some(({ stage }) => stage === 'completed'))
