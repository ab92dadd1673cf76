import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Evidence, Inheritance, Occurrence, Standing } from '#domain/maturity/evidence.js'
import { successionsOf } from '#domain/organisation/existence.js'
import type { OrganisationHistory } from '#domain/organisation/history.js'
import { stepsOf, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { isCarrying } from '#domain/steps/roles.js'
import type { Day } from '#domain/time/day.js'
import { evidenceOfStep } from './evidence-of-step.js'

/** One organisation with those that it succeeded, and theirs. */
export interface Lineage {
  readonly id: OrganisationId
  readonly history: OrganisationHistory
  readonly predecessors: readonly Lineage[]
}

/** A step that an organisation took or inherited; `since` and `from` are absent for its own. */
interface HeldStep {
  readonly step: StepOnRecord
  readonly inherited?: { readonly from: OrganisationId; readonly since: Day }
}

/**
 * All that is known of an organisation's steps, those of its predecessors included and marked. `own` leaves them out,
 * for a model that grants no inheritance.
 */
export const evidenceOfOrganisation = (lineage: Lineage, inheritance: 'full' | 'none'): Evidence => {
  const steps: readonly HeldStep[] =
    inheritance === 'full' ? heldSteps(lineage) : stepsOf(lineage.history).map((step) => ({ step }))
  const evidence = steps.map(evidenceOfHeldStep)
  return {
    occurrences: evidence.flatMap(({ occurrences }) => occurrences),
    standings: evidence.flatMap(({ standings }) => standings),
  }
}

/**
 * The last possible day of the succession from one organisation to another: from then on the successor counts what it
 * inherits. Undefined while no date is told.
 */
export const successionDay = (predecessor: OrganisationHistory, successor: OrganisationId): Day | undefined =>
  successionsOf(predecessor)
    .filter((succession) => succession.successor === successor)
    .flatMap(({ from }) => (from === undefined ? [] : [from.latest]))
    .reduce<Day | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)

/** Own steps first, a stage that the successor recorded of an inherited step joined to the rest of that step's life. */
const heldSteps = (lineage: Lineage): readonly HeldStep[] => {
  const own = new Map(stepsOf(lineage.history).map((step) => [step.stepId, step]))
  const inherited = withoutShared(
    lineage.predecessors.flatMap((predecessor) => inheritedSteps(predecessor, lineage.id)),
  )
  const joined = inherited.map(({ step, ...rest }) => {
    const continued = own.get(step.stepId)
    return { ...rest, step: continued === undefined ? step : joinedStep(step, continued) }
  })
  const inheritedIds = new Set(inherited.map(({ step }) => step.stepId))
  return [
    ...[...own.values()].filter(({ stepId }) => !inheritedIds.has(stepId)).map((step) => ({ step })),
    ...joined,
  ]
}

const inheritedSteps = (predecessor: Lineage, successor: OrganisationId): readonly HeldStep[] => {
  const since = successionDay(predecessor.history, successor)
  if (since === undefined) return []
  return heldSteps(predecessor).map(({ step, inherited }) => ({
    step,
    inherited: {
      from: inherited?.from ?? predecessor.id,
      since: inherited !== undefined && inherited.since > since ? inherited.since : since,
    },
  }))
}

const joinedStep = (begun: StepOnRecord, continued: StepOnRecord): StepOnRecord => ({
  ...begun,
  facts: [...begun.facts, ...continued.facts],
  follows: [...new Set([...begun.follows, ...continued.follows])],
})

/** Of a collective step that two predecessors shared, one counts: the one with the carrying role, else the first recorded. */
const withoutShared = (steps: readonly HeldStep[]): readonly HeldStep[] => {
  const chosen = new Map<string, HeldStep>()
  for (const held of steps) {
    const { jointId } = held.step.facts[0].fact
    const key = jointId === undefined ? held.step.stepId : `joint ${jointId} ${held.step.kind}`
    const other = chosen.get(key)
    if (other === undefined || outranks(held.step, other.step)) chosen.set(key, held)
  }
  return [...chosen.values()]
}

const outranks = (one: StepOnRecord, other: StepOnRecord): boolean => {
  const carries = ({ facts }: StepOnRecord): boolean => facts.some(({ fact }) => isCarrying(fact.role))
  if (carries(one) !== carries(other)) return carries(one)
  return one.facts[0].recordedAt < other.facts[0].recordedAt
}

const evidenceOfHeldStep = ({ step, inherited }: HeldStep): Evidence => {
  const evidence = evidenceOfStep(step)
  if (inherited === undefined) return evidence
  return {
    occurrences: evidence.occurrences.map((occurrence) =>
      asInherited(occurrence, { ...inherited, surely: true }),
    ),
    standings: evidence.standings.map((standing) =>
      asInherited(standing, { ...inherited, surely: outlivesMerger(standing, step, inherited.since) }),
    ),
  }
}

const asInherited = <E extends Occurrence | Standing>(evidence: E, inherited: Inheritance): E => ({
  ...evidence,
  inherited,
})

/** A merger may well have ended what stood, unless something was heard of it since, or it is of what no merger ends. */
const outlivesMerger = (
  { kind, news }: Standing,
  { facts, kind: stepKind }: StepOnRecord,
  since: Day,
): boolean =>
  news.some(({ range }) => range.earliest >= since) ||
  stepKind === 'setback' ||
  (kind === `${stepKind}-undertaken` && facts.some(({ stage }) => stage === 'completed'))
