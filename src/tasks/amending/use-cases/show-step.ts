import type { JointId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Revision, StoredEvent } from '#domain/ports/event-log.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import { historyOf } from '#domain/organisation/history.js'
import { holdersOfJoint } from '#projections/kept/registry/registry-index.js'
import { describeSteps, type StepView } from '#projections/asked/steps/describe-steps.js'
import { describeStepHistory, type StepHistoryView } from '#projections/asked/steps/step-history.js'
import { findStep, type NoStep, type StepFinding, type StepHolder } from './find-step.js'
import { eventsAsked, type AskedHistory } from '#src/tasks/telling/use-cases/history-input.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'

/** A part that another organisation took in a collective step. */
export interface JointPart {
  readonly organisation: OrganisationId
  readonly step: StepView
}

export type ShownStep =
  | {
      readonly outcome: 'shown'
      /** One organisation, or a predecessor and those that went on with the step. */
      readonly organisations: readonly (StepHistoryView & { readonly revision: Revision | 'none' })[]
      readonly together: readonly JointPart[]
    }
  | NoStep

/** The history of one step with its corrections, in every stream that tells of it, and beside it the parts of others in a collective one. */
export const showStep = async (
  deps: StepFinding & { readonly clock: Clock },
  step: StepId,
  asked: AskedHistory = {},
): Promise<ShownStep> => {
  const found = await findStep(deps, step)
  if (found.outcome !== 'found') return found
  const now = deps.clock()
  const organisations = found.holders.flatMap(({ organisation, events, revision }) => {
    const view = describeStepHistory(organisation, eventsAsked(events, asked, now), step, asked.asOf)
    return view === undefined ? [] : [{ ...view, revision }]
  })
  if (organisations.length === 0) return { outcome: 'step-not-found' }
  return { outcome: 'shown', organisations, together: await partsOfOthers(deps, found.holders, step, asked) }
}

/** The events that tell of a step as they were written, in the order of the log. */
export const listRecordedEventsOfStep = async (
  deps: StepFinding,
  step: StepId,
): Promise<{ readonly outcome: 'listed'; readonly events: readonly StoredEvent[] } | NoStep> => {
  const found = await findStep(deps, step)
  if (found.outcome !== 'found') return found
  const events: StoredEvent[] = []
  for (const { organisation, facts, history } of found.holders) {
    const links = history.links.filter(({ stepId }) => stepId === step)
    const told = new Set<string>([...facts, ...links].map(({ id }) => id))
    const stored = await deps.log.readStream(streamOfOrganisation(organisation))
    events.push(
      ...stored.filter(
        ({ id, data: { target } }) => told.has(id) || (typeof target === 'string' && told.has(target)),
      ),
    )
  }
  return { outcome: 'listed', events: events.toSorted((one, other) => one.position - other.position) }
}

const partsOfOthers = async (
  deps: StepFinding & { readonly clock: Clock },
  holders: readonly StepHolder[],
  step: StepId,
  asked: AskedHistory,
): Promise<readonly JointPart[]> => {
  const joints = new Set<JointId>(
    holders.flatMap(({ facts }) =>
      facts.flatMap(({ fact, retracted }) => (retracted ? [] : (fact.jointId ?? []))),
    ),
  )
  const others = new Set([...joints].flatMap((joint) => holdersOfJoint(deps.registry.index(), joint)))
  const parts: JointPart[] = []
  for (const organisation of others) {
    const { events } = await readOrganisation(deps.log, organisation)
    const steps = describeSteps(historyOf(eventsAsked(events, asked, deps.clock())), asked.asOf)
    const own = steps.filter(({ stepId, jointId }) => stepId !== step && joints.has(jointId as JointId)) // a set of ids knows none that is absent
    parts.push(...own.map((part) => ({ organisation, step: part })))
  }
  return parts
}
