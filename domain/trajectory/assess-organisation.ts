import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import {
  evidenceOfOrganisation,
  successionDay,
  type Lineage,
} from '#domain/evidence/evidence-of-organisation.js'
import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import { assess, type AssessOptions, type Existence, type Trajectory } from '#domain/maturity/trajectory.js'
import { endOfTrajectory, successionsOf } from '#domain/organisation/existence.js'
import { historyOf } from '#domain/organisation/history.js'
import { knownEvents, type Knowledge } from '#domain/organisation/known-events.js'
import type { Question } from './question.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'

/** The streams that one organisation's trajectory is computed from: its own, and those of all that it succeeded. */
export interface LineageEvents {
  readonly id: OrganisationId
  readonly events: readonly RecordedEvent[]
  readonly predecessors: readonly LineageEvents[]
}

/** A trajectory with the history that it was computed from, as far as it was known. */
export interface AssessedOrganisation {
  readonly lineage: Lineage
  readonly trajectory: Trajectory
  /** How many events of these streams were not known yet at the asked moment. */
  readonly notYetKnown: number
}

/** Where an organisation stands under a model: folds what was known, and computes. Pure: the same events, the same answer. */
export const assessOrganisation = (
  streams: LineageEvents,
  model: Model,
  question: Question,
  options: Pick<AssessOptions, 'causes'> = {},
): AssessedOrganisation => {
  const lineage = knownLineage(streams, question)
  return {
    lineage,
    trajectory: assessLineage(lineage, model, { ...options, horizon: question.horizon }),
    notYetKnown: eventsIn(streams) - eventsKnown(lineage),
  }
}

/** The trajectory of a history that was folded before: several models are asked of one folding. */
export const assessLineage = (
  lineage: Lineage,
  model: Model,
  options: Omit<AssessOptions, 'existence'>,
): Trajectory =>
  assess(model, evidenceOfOrganisation(lineage, model.inheritance), {
    ...options,
    existence: existenceOf(lineage),
  })

const eventsIn = ({ events, predecessors }: LineageEvents): number =>
  predecessors.reduce((sum, predecessor) => sum + eventsIn(predecessor), events.length)

const eventsKnown = ({ history, predecessors }: Lineage): number =>
  predecessors.reduce((sum, predecessor) => sum + eventsKnown(predecessor), history.length)

/** The histories of a lineage as far as they were known. */
export const knownLineage = ({ id, events, predecessors }: LineageEvents, knowledge: Knowledge): Lineage => ({
  id,
  history: historyOf(knownEvents(events, knowledge)),
  predecessors: predecessors.map((predecessor) => knownLineage(predecessor, knowledge)),
})

/** It begins with the first succession that made it, and ends with its own end or with what came after it. */
const existenceOf = ({ id, history, predecessors }: Lineage): Existence => {
  const begins = predecessors
    .flatMap((predecessor) => successionDay(predecessor.history, id) ?? [])
    .reduce<Existence['begins']>(
      (first, day) => (first === undefined || day < first ? day : first),
      undefined,
    )
  const ends = endOfTrajectory(history)
  const succeeded = successionsOf(history).some(({ from }) => from !== undefined)
  return {
    ...(begins === undefined ? {} : { begins }),
    ...(ends === undefined ? {} : { ends, endsBy: succeeded ? 'succession' : 'end' }),
  }
}

/** Every step of an organisation and of all that it succeeded, with its kind. */
export const stepsOfLineage = ({
  events,
  predecessors,
}: LineageEvents): readonly (readonly [StepId, KindCode])[] => [
  ...predecessors.flatMap(stepsOfLineage),
  ...stepsOf(historyOf(events)).map(({ stepId, kind }) => [stepId, kind] as const),
]
