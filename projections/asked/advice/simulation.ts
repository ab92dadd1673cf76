import { evidenceOfStep } from '#domain/evidence/evidence-of-step.js'
import { onceForSameFacts } from '#domain/evidence/once-for-same-facts.js'
import { evidenceOfOrganisation } from '#domain/evidence/evidence-of-organisation.js'
import { indexEvidence, type EvidenceIndex } from '#domain/maturity/evaluation/matching.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import type { Trajectory } from '#domain/maturity/trajectory.js'
import { continued, historyOf } from '#domain/organisation/history.js'
import type { Day } from '#domain/time/day.js'
import {
  assessOrganisation,
  knownLineage,
  type LineageEvents,
  stepsOfLineage,
} from '#domain/trajectory/assess-organisation.js'
import type { Question } from '#domain/trajectory/question.js'
import { ALL_KNOWN, groundOf, knownStreams, suppose } from '#projections/asked/what-if/suppose.js'
import { factsOfAdvice, type AdvisedStep } from './advised-step.js'

/** Tries steps out on what is known of an organisation; nothing is recorded. */
export interface Simulation {
  readonly model: Model
  /** As things are. */
  readonly trajectory: Trajectory
  /** The evidence after steps that are told by a day; undefined where they could not be recorded. */
  readonly after: (steps: readonly AdvisedStep[], by: Day) => EvidenceIndex | undefined
}

/** The organisation as it was known at the asked moment, to be tried under a model. */
export const simulationOf = (streams: LineageEvents, model: Model, question: Question): Simulation => {
  const known = knownStreams(streams, question)
  const ground = groundOf(known)
  const lineage = knownLineage(known, ALL_KNOWN)
  const taken = takenIn(streams)
  const evidenceOf = onceForSameFacts(evidenceOfStep)
  return {
    model,
    trajectory: assessOrganisation(known, model, { ...question, ...ALL_KNOWN }, { causes: false }).trajectory,
    after: onceForSameSteps((steps, by) => {
      const supposed = suppose(ground, factsOfAdvice(steps, taken), by)
      if (!supposed.supposed) return undefined
      const history = continued(ground.history, supposed.events)
      return indexEvidence(
        evidenceOfOrganisation({ ...lineage, history }, model.inheritance, evidenceOf),
        model.inheritance,
      )
    }),
  }
}

/** Many shortfalls, of several targets, are tried to be filled by the same steps. */
const onceForSameSteps = (tryOut: Simulation['after']): Simulation['after'] => {
  const tried = new Map<string, EvidenceIndex | undefined>()
  return (steps, by) => {
    const told = steps.map(({ kind, stepId, role, times, facts }) => [kind, stepId, role, times, facts])
    const key = JSON.stringify([by, told])
    if (!tried.has(key)) tried.set(key, tryOut(steps, by))
    return tried.get(key)
  }
}

/** What is in use: new steps and facts need other names. */
export const takenIn = (streams: LineageEvents): ReadonlySet<string> =>
  new Set([...historyOf(streams.events).ids, ...stepsOfLineage(streams).map(([stepId]) => stepId)])
