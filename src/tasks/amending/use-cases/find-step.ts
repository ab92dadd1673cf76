import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { historyOf, type FactOnRecord, type OrganisationHistory } from '#domain/organisation/history.js'
import { holdersOfStep } from '#projections/kept/registry/registry-index.js'
import { seenHead, type TrajectoryReading } from '#src/handling/asking/answer-trajectory.js'
import { readOrganisation, type ReadOrganisation } from '#src/handling/reading/read-organisation.js'

export type StepFinding = Pick<TrajectoryReading, 'log' | 'registry' | 'viewer'>

/** One organisation in whose stream something is told of a step. */
export interface StepHolder {
  readonly organisation: OrganisationId
  readonly events: readonly RecordedEvent[]
  readonly history: OrganisationHistory
  readonly revision: ReadOrganisation['revision']
  /** What was taken back included, in the order of recording. */
  readonly facts: readonly [FactOnRecord, ...FactOnRecord[]]
}

export type FoundStep =
  { readonly outcome: 'found'; readonly holders: readonly [StepHolder, ...StepHolder[]] } | NoStep

export type NoStep =
  | { readonly outcome: 'step-not-found' }
  /** The registry did not catch up with the log in time. */
  | { readonly outcome: 'not-seen-yet' }

/** Who has a step on record, whatever was recorded before the question was asked included. */
export const findStep = async (deps: StepFinding, step: StepId): Promise<FoundStep> => {
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const holders: StepHolder[] = []
  for (const organisation of holdersOfStep(deps.registry.index(), step)) {
    const { events, revision } = await readOrganisation(deps.log, organisation)
    const history = historyOf(events)
    const [fact, ...others] = [...history.facts.values()].filter((told) => told.fact.stepId === step)
    if (fact !== undefined) {
      holders.push({ organisation, events, history, revision, facts: [fact, ...others] })
    }
  }
  const [first, ...others] = holders
  return first === undefined
    ? { outcome: 'step-not-found' }
    : { outcome: 'found', holders: [first, ...others] }
}
