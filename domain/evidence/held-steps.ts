import { stepsOf, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { onceForEach } from '#domain/kernel/once-for-each.js'
import { successionDay, type Lineage } from './lineage.js'
import { withoutShared } from './shared-steps.js'
import type { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { Day } from '#domain/time/day.js'

/** The steps that an organisation took, and those that it inherited, with the later stages that it recorded of these. */
export const heldSteps = ({ id, history, predecessors }: Lineage): readonly HeldStep[] => {
  const own = stepsOf(history)
  if (predecessors.length === 0) return own.map(asOwn)
  const inherited = inheritedSteps(predecessors)(id)
  const inheritedIds = new Set(inherited.map(({ step }) => step.stepId))
  return [
    ...own.filter(({ stepId }) => !inheritedIds.has(stepId)).map(asOwn),
    ...inherited.map((held) => {
      const continued = own.find(({ stepId }) => stepId === held.step.stepId)
      return continued === undefined ? held : joined(held, asOwn(continued))
    }),
  ]
}

/** What was left does not change with what a successor tells, or is supposed to tell, of itself. */
const inheritedSteps = onceForEach((predecessors: Lineage['predecessors']) => {
  const known = new Map<Lineage['id'], readonly HeldStep[]>()
  return (successor: Lineage['id']): readonly HeldStep[] => {
    const left =
      known.get(successor) ??
      withoutShared(
        joinedWhereSame(predecessors.flatMap((predecessor) => stepsLeftTo(successor, predecessor))),
      )
    known.set(successor, left)
    return left
  }
})

const asOwn = (step: StepOnRecord): HeldStep => ({ step, origins: new Map() })

const stepsLeftTo = (successor: Lineage['id'], predecessor: Lineage): readonly HeldStep[] => {
  const succeeded = successionDay(predecessor.history, successor)
  if (succeeded === undefined) return []
  const leftBy = (earlier: Origin | undefined): Origin =>
    earlier === undefined
      ? { from: predecessor.id, since: succeeded, generations: 1 }
      : {
          from: earlier.from,
          since: earlier.since > succeeded ? earlier.since : succeeded,
          generations: earlier.generations + 1,
        }
  return heldSteps(predecessor).map(({ step, origins }) => ({
    step,
    origins: new Map(step.facts.map(({ id }) => [id, leftBy(origins.get(id))])),
  }))
}

/** What was split among several that came together again is one step: its facts are the same events. */
const joinedWhereSame = (steps: readonly HeldStep[]): readonly HeldStep[] => {
  const known: HeldStep[] = []
  for (const held of steps) {
    const place = known.findIndex(
      ({ step, origins }) =>
        step.stepId === held.step.stepId && held.step.facts.some(({ id }) => origins.has(id)),
    )
    const other = known[place]
    if (other === undefined) known.push(held)
    else known[place] = joined(other, held)
  }
  return known
}

/** The facts of both in the order of recording, each once and since the first day on which it came. */
const joined = (one: HeldStep, other: HeldStep): HeldStep => {
  const facts = new Map([...one.step.facts, ...other.step.facts].map((fact) => [fact.id, fact]))
  const [first = one.step.facts[0], ...others] = [...facts.values()].sort(
    (a, b) => a.recordedAt - b.recordedAt,
  )
  const origins = new Map(one.origins)
  for (const [id, origin] of other.origins) {
    const known = origins.get(id)
    if (known === undefined || origin.since < known.since) origins.set(id, origin)
  }
  const follows = [...new Set([...one.step.follows, ...other.step.follows])]
  return { step: { ...one.step, facts: [first, ...others], follows }, origins }
}

/** Where a fact of a predecessor came from. */
export interface Origin {
  /** Who recorded it, however many successions ago. */
  readonly from: OrganisationId
  /** The last possible day of the last succession on the way. */
  readonly since: Day
  /** How many successions ago: 1 for a predecessor. */
  readonly generations: number
}

/** A step that an organisation took, or that it inherited: then some of its facts have an origin. */
export interface HeldStep {
  readonly step: StepOnRecord
  /** By the id of the fact; the organisation's own facts have none. */
  readonly origins: ReadonlyMap<EventId, Origin>
}

/** The origin that lies furthest back among some events; undefined when all are the organisation's own. */
export const originAmong = (
  { origins }: HeldStep,
  events: Iterable<EventId> = origins.keys(),
): Origin | undefined =>
  [...events]
    .flatMap((event) => origins.get(event) ?? [])
    .reduce<Origin | undefined>(
      (oldest, origin) => (oldest === undefined || origin.generations > oldest.generations ? origin : oldest),
      undefined,
    )
