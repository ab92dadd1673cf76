import { historyOf } from '#domain/organisation/history.js'
import type { JointId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { explain } from '#projections/asked/explanation/explain.js'
import type { Explanation } from '#projections/asked/explanation/explanation.js'
import { obstaclesOf } from '#projections/asked/obstacles/obstacles.js'
import { obstacleView, type ObstacleView } from '#projections/asked/obstacles/obstacles-view.js'
import { stepOfOther, type StepOfOther } from '#projections/asked/steps/step-of-other.js'
import { entryOfOrganisation, type RegistryEntry } from '#projections/asked/finding/query.js'
import { holdersOfJoint, registered } from '#projections/kept/registry/registry-index.js'
import { describeSteps, type StepView } from '#projections/asked/steps/describe-steps.js'
import type { StepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { cameOutOf, ledTo, stepsTakenBy } from '#projections/kept/steps-taken/told-by-others.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { describeTrajectory } from '#projections/asked/trajectory/describe-trajectory.js'
import type { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import { knownStreams } from '#projections/asked/what-if/suppose.js'
import type {
  AskedTrajectory,
  NoTrajectory,
  TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { matterOf } from '#src/handling/asking/ask-organisation.js'
import { nameThen } from './name-then.js'
import { seenStepsTaken, type StepsTakenReading } from '#src/handling/reading/steps-taken-reader.js'

export interface NamedOrganisation {
  readonly id: OrganisationId
  readonly name: string
}

/** One engagement in the story of an organisation. */
export interface ToldStep extends StepView {
  /** Who took a part in it besides, by name. */
  readonly together: readonly NamedOrganisation[]
  /** What it came out of, as known today. */
  readonly cameOutOf: readonly StepOfOther[]
  /** What came out of it, as known today. */
  readonly ledTo: readonly StepOfOther[]
}

/** All that is told of one organisation on one page, from one reading of its streams. */
export interface ToldOrganisation {
  readonly entry: RegistryEntry
  /** What it was called on the day asked for; its name of today where nothing was known of it then. */
  readonly name: string
  readonly revision: Revision | 'none'
  readonly trajectory: TrajectoryView
  readonly explanation: Explanation
  /** In the order in which they happened; what surely came after the day asked for is left out. */
  readonly steps: readonly ToldStep[]
  /** The setbacks among these steps; how they went on is told as known today. */
  readonly obstacles: readonly ObstacleView[]
  readonly predecessors: readonly NamedOrganisation[]
  readonly successors: readonly NamedOrganisation[]
}

export type TellingOutcome = { readonly outcome: 'told'; readonly told: ToldOrganisation } | NoTrajectory

/** Where an organisation stands and why, with everything that it did: read once, assessed once. */
export const tellOrganisation = async (
  deps: TrajectoryReading & StepsTakenReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<TellingOutcome> => {
  const matter = await matterOf(deps, id, asked)
  if (matter.outcome !== 'found') return matter
  const taken = await seenStepsTaken(deps)
  const index = deps.registry.index()
  const entry = entryOfOrganisation(index, id)
  if (taken === undefined || entry === undefined) return { outcome: 'not-seen-yet' }
  const { streams, named, question } = matter
  const assessed = assessOrganisation(streams, named.model, question)
  const name = (other: OrganisationId): NamedOrganisation => ({
    id: other,
    name: registered(index, other)?.name ?? other,
  })
  const told = describeSteps(historyOf(knownStreams(streams, question).events), question.asOf)
  const trajectory = describeTrajectory(assessed, named, question)
  const links = linksOf(taken, id)
  const isTold = new Set<string>(told.map(({ stepId }) => stepId))
  return {
    outcome: 'told',
    told: {
      entry,
      name: nameThen(index, id, trajectory.organisation.name),
      revision: streams.revision,
      trajectory,
      explanation: explain(assessed, named, question),
      steps: told.map((step) => ({
        ...step,
        together:
          step.jointId === undefined
            ? []
            : partners(holdersOfJoint(index, step.jointId as JointId), id).map(name), // written by the log, as its schema let it pass
        ...links(step.stepId),
      })),
      obstacles: obstaclesOf(taken, id)
        .filter(({ met }) => isTold.has(met.step.stepId))
        .map(obstacleView),
      predecessors: entry.predecessors.map(({ organisation }) => name(organisation)),
      successors: entry.successors.map(({ organisation }) => name(organisation)),
    },
  }
}

const partners = (holders: readonly OrganisationId[], id: OrganisationId): readonly OrganisationId[] =>
  holders.filter((holder) => holder !== id)

/** What the steps of one organisation came out of, and led to, by step. */
const linksOf = (
  taken: StepsTaken,
  id: OrganisationId,
): ((stepId: string) => Pick<ToldStep, 'cameOutOf' | 'ledTo'>) => {
  const own = stepsTakenBy(taken, id)
  return (stepId) => {
    const step = own.filter((one) => one.step.stepId === stepId)
    return {
      cameOutOf: step.flatMap((one) => cameOutOf(taken, one)).map(stepOfOther),
      ledTo: ledTo(taken, step).map(stepOfOther),
    }
  }
}
