import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { stepsOf, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { isCarrying } from '#domain/steps/roles.js'
import type { Day } from '#domain/time/day.js'
import { successionDay, type Lineage } from './lineage.js'

/** A step of a predecessor: of which, and since when it counts for the successor. */
export interface InheritedStep {
  readonly step: StepOnRecord
  /** Whose step it was first, however many successions ago. */
  readonly from: OrganisationId
  /** The last possible day of the last succession on the way. */
  readonly since: Day
}

export interface HeldSteps {
  readonly own: readonly StepOnRecord[]
  readonly inherited: readonly InheritedStep[]
}

/** The steps that an organisation took, and those that it inherited, with the later stages that it recorded of these. */
export const heldSteps = ({ id, history, predecessors }: Lineage): HeldSteps => {
  const own = stepsOf(history)
  const inherited = withoutShared(
    joinedWhereSame(predecessors.flatMap((predecessor) => stepsLeftTo(id, predecessor))),
  )
  const inheritedIds = new Set(inherited.map(({ step }) => step.stepId))
  return {
    own: own.filter(({ stepId }) => !inheritedIds.has(stepId)),
    inherited: inherited.map((one) => {
      const continued = own.find(({ stepId }) => stepId === one.step.stepId)
      return continued === undefined ? one : { ...one, step: joined(one.step, continued) }
    }),
  }
}

const stepsLeftTo = (successor: OrganisationId, predecessor: Lineage): readonly InheritedStep[] => {
  const succeeded = successionDay(predecessor.history, successor)
  if (succeeded === undefined) return []
  const { own, inherited } = heldSteps(predecessor)
  return [
    ...own.map((step) => ({ step, from: predecessor.id, since: succeeded })),
    ...inherited.map((one) => ({ ...one, since: one.since > succeeded ? one.since : succeeded })),
  ]
}

/** What was split among several and came together again is one step, and counts since it first came. */
const joinedWhereSame = (steps: readonly InheritedStep[]): readonly InheritedStep[] => {
  const known = new Map<string, InheritedStep>()
  for (const one of steps) {
    const key = `${one.from} ${one.step.stepId}`
    const other = known.get(key)
    known.set(
      key,
      other === undefined
        ? one
        : {
            ...other,
            step: joined(other.step, one.step),
            since: one.since < other.since ? one.since : other.since,
          },
    )
  }
  return [...known.values()]
}

/** The facts of both in the order of recording, each once. */
const joined = (one: StepOnRecord, other: StepOnRecord): StepOnRecord => {
  const facts = new Map([...one.facts, ...other.facts].map((fact) => [fact.id, fact]))
  const [first = one.facts[0], ...others] = [...facts.values()].sort((a, b) => a.recordedAt - b.recordedAt)
  return { ...one, facts: [first, ...others], follows: [...new Set([...one.follows, ...other.follows])] }
}

/** Of a collective step that several predecessors shared, what the one with the carrying role did, else the first recorded. */
const withoutShared = (steps: readonly InheritedStep[]): readonly InheritedStep[] => {
  const chosen = new Map<string, InheritedStep>()
  for (const one of steps) {
    const jointId = jointIdOf(one.step)
    if (jointId === undefined) continue
    const other = chosen.get(jointId)
    if (other === undefined || outranks(one, other)) chosen.set(jointId, one)
  }
  return steps.filter(({ step, from }) => {
    const jointId = jointIdOf(step)
    return jointId === undefined || chosen.get(jointId)?.from === from
  })
}

const jointIdOf = ({ facts }: StepOnRecord): string | undefined =>
  facts.find(({ fact }) => fact.jointId !== undefined)?.fact.jointId

/** Recorded in one batch, neither is first: then the order of their names decides, not that of the predecessors. */
const outranks = (one: InheritedStep, other: InheritedStep): boolean => {
  const carries = ({ fact }: FactOnRecord): boolean => isCarrying(fact.role)
  const carried = [one.step.facts.some(carries), other.step.facts.some(carries)]
  if (carried[0] !== carried[1]) return carried[0] === true
  const recorded = one.step.facts[0].recordedAt - other.step.facts[0].recordedAt
  return recorded !== 0 ? recorded < 0 : one.from < other.from
}
