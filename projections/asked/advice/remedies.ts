import { stepBehind, type StepBehind } from '#domain/evidence/step-behind.js'
import type { CountCriterion, StandingCriterion, SumCriterion } from '#domain/maturity/model/criterion.js'
import type { Standing } from '#domain/maturity/evaluation/evidence.js'
import type { StepId } from '#domain/kernel/identifiers.js'
import type { Shortfall } from '#domain/maturity/reasons/shortfall.js'
import { meansOfKind, weightOfEffort } from '#domain/programmes/means.js'
import { eventTypeOf, kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Role } from '#domain/steps/roles.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { addDuration, type Day } from '#domain/time/day.js'
import type { AdvisedFact, AdvisedStep, Purpose } from './advised-step.js'
import { attributesMatching, quantityMatching } from './wanted-attributes.js'

/** Steps that, taken together, may fill one shortfall: candidates, each to be tried. */
export type Remedy = readonly AdvisedStep[]

/** When advice is for: steps may be taken from `from` on, and have to show by `by`. */
export interface Occasion {
  readonly from: Day
  readonly by: Day
  /** Steps that came to their end: that they still stand cannot be confirmed. */
  readonly over: ReadonlySet<StepId>
  /** What stands, stood or was announced, by its kind of evidence. */
  readonly standings: ReadonlyMap<string, readonly Standing[]>
}

/** A criterion that asks for more is not advised on step by step. */
const MOST_TIMES = 50

/**
 * What may fill a shortfall by a day: first what tells more of steps that are on record, then new ones, the lightest kind
 * first. Nobody is advised to abandon, to close or to run into something: such leaves have no remedy but a setback that
 * is overcome.
 */
export const remediesFor = (shortfall: Shortfall, occasion: Occasion): readonly Remedy[] => {
  const { leaf, goal } = shortfall
  if (goal === 'cease') return overcoming(shortfall, occasion)
  switch (leaf.form) {
    case 'count':
      return counted(leaf, shortfall, occasion)
    case 'sum':
      return summed(leaf, shortfall, occasion)
    case 'standing':
      return stood(leaf, shortfall, occasion)
  }
}

/** A setback that stands is overcome; whatever else stands in the way is for time to remove. */
const overcoming = ({ leaf, evidence }: Shortfall, { by }: Occasion): readonly Remedy[] => {
  if (leaf.form !== 'standing' || leaf.kind !== 'setback') return []
  return [
    evidence.map(({ stepId }) => ({
      ...step('overcome', 'setback', [{ stage: 'ended', on: by }]),
      stepId,
    })),
  ]
}

const counted = (leaf: CountCriterion, { have, need }: Shortfall, occasion: Occasion): readonly Remedy[] => {
  const times = Math.max(1, need - have)
  return happenings(leaf, occasion).map(({ one, others }) => [{ ...one, times, otherKinds: others }])
}

const summed = (leaf: SumCriterion, { have, need }: Shortfall, occasion: Occasion): readonly Remedy[] => {
  const missing = Math.max(0, Number((need - have).toFixed(6)))
  const amount = quantityMatching(leaf.where, leaf.quantity, missing > 0 ? missing : 1)
  if (amount === undefined || amount <= 0) return []
  const times = Math.max(1, Math.ceil(Number((missing / amount).toFixed(6))))
  return happenings(leaf, occasion).flatMap(({ one, others }) => {
    if (kindOf(one.kind).attributes[leaf.quantity]?.type !== 'quantity') return []
    const [first] = one.facts
    const told: AdvisedFact = { ...first, attributes: { ...first.attributes, [leaf.quantity]: amount } }
    return [[{ ...one, times, facts: [told], otherKinds: others }]]
  })
}

interface Happening {
  readonly one: AdvisedStep
  readonly others: readonly KindCode[]
}

/** One step of each kind that would count, lightest first, on the last day of the occasion. */
const happenings = (
  { kinds, where }: Pick<CountCriterion, 'kinds' | 'where'>,
  { by }: Occasion,
): readonly Happening[] => {
  const possible = kinds
    .flatMap((kind) => stepBehind(kind) ?? [])
    .flatMap((behind): readonly AdvisedStep[] => {
      if (behind.kind === 'support') {
        return where.length > 0
          ? []
          : [step('support', 'gathering', [{ stage: 'happened', on: by }], 'partner')]
      }
      const stage = stageOfHappening(behind)
      const attributes = attributesMatching(where, behind.kind)
      if (stage === undefined || attributes === undefined || !isAdvisable(behind.kind)) return []
      return [step('take', behind.kind, [{ stage, on: by, ...filled(attributes) }])]
    })
    .toSorted((one, other) => weight(one) - weight(other))
  return possible.map((one) => ({
    one,
    others: possible
      .filter(({ kind, purpose }) => kind !== one.kind && purpose === 'take')
      .map(({ kind }) => kind),
  }))
}

const stageOfHappening = ({ part }: StepBehind): FactStage | undefined => {
  if (part === 'itself') return 'happened'
  return part === 'completed' || part === 'begun' ? part : undefined
}

const stood = (leaf: StandingCriterion, shortfall: Shortfall, occasion: Occasion): readonly Remedy[] => {
  const behind = stepBehind(leaf.kind)
  if (behind === undefined || behind.kind === 'support') return []
  const missing = leaf.atLeast - shortfall.have
  const existing = (occasion.standings.get(leaf.kind) ?? []).filter(
    ({ end }) => end === undefined || end.latest > occasion.by,
  )
  const fresh = newStanding(leaf, behind, occasion)
  const repaired = [confirming, stating, resuming].flatMap((repair): readonly Remedy[] => {
    const repairs = existing
      .flatMap((standing) => repair(standing, leaf, behind, occasion) ?? [])
      .slice(0, leaf.atLeast)
    if (repairs.length === 0) return []
    const rest = missing - repairs.length
    if (rest <= 0) return [repairs]
    return fresh === undefined ? [] : [[...repairs, { ...fresh, times: rest }]]
  })
  return fresh === undefined ? repaired : [...repaired, [{ ...fresh, times: Math.max(1, missing) }]]
}

type Repair = (
  standing: Standing,
  leaf: StandingCriterion,
  behind: StepBehind & { readonly kind: KindCode },
  occasion: Occasion,
) => AdvisedStep | undefined

/** What only lacks news: somebody who knows says that it still stands. An announcement is renewed. */
const confirming: Repair = ({ stepId }, _leaf, { kind, part }, { by, over }) =>
  over.has(stepId)
    ? undefined
    : {
        ...step('confirm', kind, [{ stage: part === 'planned' ? 'planned' : 'confirmed', on: by }]),
        stepId,
      }

/**
 * What stands without the size or quality that is asked, as far as is known: it is told, or made so. A quality that is
 * known to be another stays what it is: an elected sponsor does not become a manager.
 */
const stating: Repair = (standing, leaf, { kind, part }, occasion) => {
  const { stepId } = standing
  if (leaf.where.some(({ attribute }) => isSettled(standing, attribute))) return undefined
  const attributes = attributesMatching(leaf.where, kind)
  const changes = part === 'itself' && eventTypeOf(kindOf(kind), 'changed') !== undefined
  if (leaf.where.length === 0 || attributes === undefined || !changes) return undefined
  return { ...step('state', kind, lasting(leaf, 'changed', attributes, occasion)), stepId }
}

const isSettled = ({ attributes, changes }: Standing, attribute: string): boolean =>
  attributes[attribute]?.type === 'codes' ||
  changes.some((change) => change.attribute === attribute && change.value.type === 'codes')

const resuming: Repair = ({ stepId, suspensions }, leaf, { kind, part }, occasion) => {
  const resumes = part === 'itself' && eventTypeOf(kindOf(kind), 'resumed') !== undefined
  if (!resumes || suspensions.every(({ to }) => to !== undefined)) return undefined
  return { ...step('resume', kind, lasting(leaf, 'resumed', {}, occasion)), stepId }
}

/** Undefined where there is not time enough for it to stand as long as is asked. */
const newStanding = (
  leaf: StandingCriterion,
  { kind, part }: StepBehind & { readonly kind: KindCode },
  occasion: Occasion,
): AdvisedStep | undefined => {
  const attributes = attributesMatching(leaf.where, kind)
  const stage = stageOfBeginning(kind, part)
  if (attributes === undefined || stage === undefined || !isAdvisable(kind)) return undefined
  if (leaf.for !== undefined && addDuration(occasion.from, leaf.for) > occasion.by) return undefined
  const purpose = part === 'planned' ? 'announce' : 'take'
  return step(purpose, kind, lasting(leaf, stage, attributes, occasion))
}

const stageOfBeginning = (kind: KindCode, part: StepBehind['part']): FactStage | undefined => {
  if (part === 'planned') return 'planned'
  if (part !== 'itself' && part !== 'undertaken') return undefined
  return kindOf(kind).shape === 'lasting' ? 'begun' : 'started'
}

/** From the first day where it has to stand for a time, and then confirmed; else on the last. */
const lasting = (
  leaf: StandingCriterion,
  stage: FactStage,
  attributes: NonNullable<AdvisedFact['attributes']>,
  { from, by }: Occasion,
): AdvisedStep['facts'] => {
  const first = { stage, on: leaf.for === undefined ? by : from, ...filled(attributes) }
  if (leaf.for === undefined || leaf.fresh === undefined || from === by) return [first]
  return [first, { stage: stage === 'planned' ? 'planned' : 'confirmed', on: by }]
}

/** Setbacks are not sought; programmes are their operator's. */
const isAdvisable = (kind: KindCode): boolean => kind !== 'setback' && kind !== 'programme'

const weight = ({ kind }: AdvisedStep): number =>
  weightOfEffort(kind) + (meansOfKind(kind).collective ? 0 : 0.5) + (meansOfKind(kind).ofOwnWill ? 0 : 100)

const filled = (attributes: NonNullable<AdvisedFact['attributes']>): Pick<AdvisedFact, 'attributes'> =>
  Object.keys(attributes).length === 0 ? {} : { attributes }

const step = (
  purpose: Purpose,
  kind: KindCode,
  facts: AdvisedStep['facts'],
  role: Role = usualRoles[kind] ?? 'lead',
): AdvisedStep => ({ purpose, kind, role, times: 1, facts, otherKinds: [] })

/** The role in which an organisation most often takes a step of the kind; all of them carry it. */
const usualRoles: Readonly<Partial<Record<KindCode, Role>>> = {
  residency: 'host',
  experiment: 'participant',
  gathering: 'participant',
  'peer-exchange': 'participant',
  'innovation-week': 'participant',
  'visit-hosted': 'host',
  partnership: 'participant',
  membership: 'member',
  award: 'beneficiary',
}

/** How many steps a remedy asks for, all in all; beyond some dozens it is no advice. */
export const isSensible = (remedy: Remedy): boolean =>
  remedy.reduce((sum, { times }) => sum + times, 0) <= MOST_TIMES
