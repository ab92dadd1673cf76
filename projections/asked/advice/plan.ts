import { stepBehind } from '#domain/evidence/step-behind.js'
import type { StepId } from '#domain/kernel/identifiers.js'
import { evaluateLeaf, type Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { keyOf, leavesOf, routesTo, type Route, type Routes } from '#domain/maturity/reasons/routes.js'
import { measureIn, type Shortfall } from '#domain/maturity/reasons/shortfall.js'
import { meansOfKind, weightOfEffort } from '#domain/programmes/means.js'
import { programmesOffering } from '#domain/programmes/programmes.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { addDuration, type Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import type { Trajectory } from '#domain/maturity/trajectory.js'
import type { AdvisedStep } from './advised-step.js'
import { isSensible, remediesFor, type Remedy } from './remedies.js'
import type { Simulation } from './simulation.js'
import { targetIn, targetOn, type Target } from './target.js'

/** A route with steps that were tried: with them the target is held for certain on `by`. */
export interface AdvisedRoute {
  readonly by: Day
  /** What is lacking on that day, if nothing happens until then; empty where time alone does it. */
  readonly route: Route
  readonly steps: readonly AdvisedStep[]
}

export interface Plan {
  readonly target: Target
  /** Every route from the asked day, with or without a step to advise. */
  readonly lacking: Routes
  readonly advised: readonly AdvisedRoute[]
}

/** What comes first: what costs least, for those who have little; else what takes effect soonest. */
export type Preference = 'cheap-and-shared-first' | 'soonest-first'

/** So many routes are advised for a target: more would not be read. */
const MOST_ADVISED = 5
/** So many days on which things change by themselves are looked at. */
const MOST_DAYS = 8

/**
 * Advice for one target. A route is tried on the asked day and on the later ones on which something will have stood long
 * enough, or what stands in the way will have passed. Each remedy is tried on its own leaf, all of them together on the
 * target, and what proves superfluous is left out: what is advised works, or it is not advised.
 */
export const planFor = (
  simulation: Simulation,
  target: Target,
  asked: { readonly from: Day; readonly horizon: Day },
  preference: Preference,
  remedyOf: RemedyFinder,
): Plan => {
  const { trajectory } = simulation
  const evaluated = targetIn(trajectory, target)
  if (evaluated === undefined) return { target, lacking: { routes: [], complete: true }, advised: [] }
  const measure = measureIn(trajectory)
  const lacking = routesTo(evaluated, asked.from, measure)
  const candidates = daysToTry(evaluated, asked)
    .flatMap((by) =>
      (by === asked.from ? lacking : routesTo(evaluated, by, measure)).routes.flatMap(
        (route): readonly AdvisedRoute[] => {
          const remedies = route.map((shortfall) => remedyOf(shortfall, by))
          const found = remedies.filter((remedy) => remedy !== undefined)
          return found.length < remedies.length ? [] : [{ by, route, steps: found.flat() }]
        },
      ),
    )
    .toSorted(orderOf(preference))
  return {
    target,
    lacking,
    advised: firstThatWork(candidates, (steps, by) => reaches(simulation, target, steps, by)),
  }
}

const reaches = (simulation: Simulation, target: Target, steps: readonly AdvisedStep[], by: Day): boolean => {
  const after = simulation.after(steps, by)
  const evaluated = after && targetOn(simulation.model, after, target)
  return evaluated !== undefined && contains(evaluated.sets.certain, by)
}

/** The asked day, and later ones on which a leaf begins to hold by itself, or could if it were begun today. */
const daysToTry = (
  evaluated: Evaluated,
  { from, horizon }: { readonly from: Day; readonly horizon: Day },
): readonly Day[] => {
  const later = leavesOf(evaluated).flatMap(({ leaf, goal }) => {
    const duration = leaf.criterion.form === 'standing' ? leaf.criterion.for : undefined
    const byItself =
      goal === 'hold'
        ? leaf.sets.kept.map(({ begin }) => begin)
        : leaf.sets.unrefuted.flatMap(({ end }) => end ?? [])
    return [...byItself, ...(duration === undefined ? [] : [addDuration(from, duration)])]
  })
  const days = [...new Set(later)]
    .filter((day) => day > from && day <= horizon)
    .sort((one, other) => one - other)
  return [from, ...days.slice(0, MOST_DAYS)]
}

/** The first remedy that fills a shortfall on a day when tried alone; undefined where none does. */
export type RemedyFinder = (shortfall: Shortfall, by: Day) => Remedy | undefined

/** Finds each once for a leaf and a day: the targets of one organisation lack much the same. */
export const remedyFinder = (simulation: Simulation, from: Day): RemedyFinder => {
  const known = new Map<string, Remedy | undefined>()
  const over = stepsOver(simulation.trajectory)
  const { standings } = indexEvidence(simulation.trajectory.evidence, simulation.model.inheritance)
  const works = (remedy: Remedy, { leaf, goal }: Shortfall, by: Day): boolean => {
    const after = isSensible(remedy) ? simulation.after(remedy, by) : undefined
    if (after === undefined) return false
    const { certain, unrefuted } = evaluateLeaf(leaf, after)
    return goal === 'hold' ? contains(certain, by) : !contains(unrefuted, by)
  }
  return (shortfall, by) => {
    const key = `${by} ${keyOf(shortfall)}`
    if (!known.has(key)) {
      known.set(
        key,
        remediesFor(shortfall, { from, by, over, standings }).find((remedy) => works(remedy, shortfall, by)),
      )
    }
    return known.get(key)
  }
}

const stepsOver = ({ evidence }: Trajectory): ReadonlySet<StepId> =>
  new Set(
    evidence.occurrences
      .filter(({ kind }) => ['completed', 'abandoned', 'ended'].includes(stepBehind(kind)?.part ?? ''))
      .map(({ stepId }) => stepId),
  )

/** In order, those that work, made as short as they can be; one that asks for more than another that was advised is left out. */
const firstThatWork = (
  candidates: readonly AdvisedRoute[],
  works: (steps: readonly AdvisedStep[], by: Day) => boolean,
): readonly AdvisedRoute[] => {
  const advised: AdvisedRoute[] = []
  for (const candidate of candidates) {
    if (advised.length === MOST_ADVISED) break
    if (advised.some((known) => asksMore(candidate, known))) continue
    if (!works(candidate.steps, candidate.by)) continue
    const steps = withoutSuperfluous(candidate.steps, (some) => works(some, candidate.by))
    if (!advised.some((known) => asksMore({ ...candidate, steps }, known)))
      advised.push({ ...candidate, steps })
  }
  return advised
}

/** Whether a route asks for all that another asks for, as often or more, and no sooner: then the other is advice enough. */
const asksMore = (one: AdvisedRoute, other: AdvisedRoute): boolean =>
  one.by >= other.by &&
  other.steps.every((step) =>
    one.steps.some(
      ({ purpose, kind, stepId, times }) =>
        purpose === step.purpose && kind === step.kind && stepId === step.stepId && times >= step.times,
    ),
  )

/** One step may fill two shortfalls: each that can be left out is, the heaviest first. */
const withoutSuperfluous = (
  steps: readonly AdvisedStep[],
  works: (steps: readonly AdvisedStep[]) => boolean,
): readonly AdvisedStep[] =>
  steps.length < 2
    ? steps
    : steps
        .toSorted((one, other) => weightOf([other]) - weightOf([one]))
        .reduce<readonly AdvisedStep[]>((kept, step) => {
          const fewer = kept.filter((other) => other !== step)
          return works(fewer) ? fewer : kept
        }, steps)

const orderOf =
  (preference: Preference) =>
  (one: AdvisedRoute, other: AdvisedRoute): number => {
    const weigh = preference === 'soonest-first' ? weightOf : weightForSmall
    const weight = weigh(one.steps) - weigh(other.steps)
    const soon = one.by - other.by
    return preference === 'soonest-first' ? soon || weight : weight || soon
  }

/** News of what is on record costs nothing, what is announced next to nothing, and a change less than a beginning. */
const weightOf = (
  steps: readonly AdvisedStep[],
  weigh: (kind: KindCode) => number = weightOfEffort,
): number =>
  steps.reduce((sum, { purpose, kind, times }) => {
    if (purpose === 'confirm') return sum
    if (purpose === 'state') return sum + 1
    return sum + (purpose === 'announce' ? 0.5 : weigh(kind) * times)
  }, 0)

/** What one does alone weighs more, and what is only offered at the size of large organisations still more. */
const weightForSmall = (steps: readonly AdvisedStep[]): number =>
  weightOf(steps, (kind) => {
    const offers = programmesOffering(kind)
    const outOfReach = offers.length > 0 && offers.every(({ small }) => !small.fits)
    return weightOfEffort(kind) + (meansOfKind(kind).collective ? 0 : 0.5) + (outOfReach ? 4 : 0)
  })
