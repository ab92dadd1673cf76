import type { Model } from '#domain/maturity/parse-model.js'
import type { Trajectory } from '#domain/maturity/trajectory.js'
import { historyOf } from '#domain/organisation/history.js'
import type { Day } from '#domain/time/day.js'
import { assessOrganisation, type LineageEvents } from '#projections/trajectory/assess-organisation.js'
import { stepsOfLineage } from '#projections/trajectory/inherited-steps.js'
import type { Question } from '#projections/trajectory/question.js'
import { ALL_KNOWN, knownStreams, suppose } from '#projections/what-if/suppose.js'
import { factsOfAdvice, type AdvisedStep } from './advised-step.js'

/** Tries steps out on what is known of an organisation; nothing is recorded. */
export interface Simulation {
  /** As things are. */
  readonly trajectory: Trajectory
  /** After steps that are told by a day; undefined where they could not be recorded. */
  readonly after: (steps: readonly AdvisedStep[], by: Day) => Trajectory | undefined
  /** The ids of steps and events that are in use. */
  readonly taken: ReadonlySet<string>
}

/** The organisation as it was known at the asked moment, to be tried under a model. */
export const simulationOf = (streams: LineageEvents, model: Model, question: Question): Simulation => {
  const known = knownStreams(streams, question)
  const asked: Question = { ...question, ...ALL_KNOWN }
  const assessed = (tried: LineageEvents): Trajectory =>
    assessOrganisation(tried, model, asked, { causes: false }).trajectory
  const taken = takenIn(known)
  return {
    trajectory: assessed(known),
    after: (steps, by) => {
      const supposed = suppose(known, factsOfAdvice(steps, taken), by)
      return supposed.supposed ? assessed(supposed.streams) : undefined
    },
    taken,
  }
}

/** What is in use: new steps and facts need other names. */
export const takenIn = (streams: LineageEvents): ReadonlySet<string> =>
  new Set([...historyOf(streams.events).ids, ...stepsOfLineage(streams).map(([stepId]) => stepId)])
