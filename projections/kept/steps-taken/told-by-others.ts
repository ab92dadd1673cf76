import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Day } from '#domain/time/day.js'
import { onceForEach } from '#domain/kernel/once-for-each.js'
import type { StepsTaken } from './steps-taken.js'
import { firstDays, type StepsTakenRow, type StepTaken } from './steps-taken-row.js'

/** A step with whose it is. */
export interface StepOfOrganisation {
  readonly organisation: Pick<StepsTakenRow, 'id' | 'name' | 'kind'>
  readonly step: StepTaken
}

/** Every step that was taken, by the name of who took it, then by its first day: an order that ranks nobody. */
export const allStepsTaken = onceForEach((taken: StepsTaken): readonly StepOfOrganisation[] =>
  [...taken.values()]
    .toSorted((one, other) => one.name.localeCompare(other.name, 'fr') || (one.id < other.id ? -1 : 1))
    .flatMap(({ steps, ...organisation }) =>
      steps
        .toSorted((one, other) => (firstDays(one)?.earliest ?? 0) - (firstDays(other)?.earliest ?? 0))
        .map((step) => ({ organisation, step })),
    ),
)

/**
 * Organisations of the same kind that took a step of a kind by a day, and could tell about it. Administrations only are
 * each other's peers. By name.
 */
export const peersThatTook = (
  taken: StepsTaken,
  kind: KindCode,
  asking: { readonly id: OrganisationId; readonly kind: OrganisationKind; readonly by: Day },
): readonly StepOfOrganisation[] =>
  organisationKinds[asking.kind].administration
    ? allStepsTaken(taken).filter(
        ({ organisation, step }) =>
          organisation.id !== asking.id &&
          organisation.kind === asking.kind &&
          step.kind === kind &&
          step.carried &&
          happenedBy(step, asking.by),
      )
    : []

const happenedBy = (step: StepTaken, day: Day): boolean => {
  const first = firstDays(step)
  return first !== undefined && first.latest <= day
}

/** One step that came out of another, as its own record says. */
export interface Following {
  readonly from: StepOfOrganisation
  readonly to: StepOfOrganisation
}

/** Every link from a step to one that came out of it, also from one organisation to another. */
export const followings = onceForEach((taken: StepsTaken): readonly Following[] => {
  const all = allStepsTaken(taken)
  const byStep = stepsById(all)
  return all.flatMap((to) =>
    to.step.follows.flatMap((stepId) => (byStep.get(stepId) ?? []).map((from) => ({ from, to }))),
  )
})

/** Of a step shared by several under one id, each. */
const stepsById = (
  all: readonly StepOfOrganisation[],
): ReadonlyMap<StepId, readonly StepOfOrganisation[]> => {
  const byStep = new Map<StepId, StepOfOrganisation[]>()
  for (const one of all) {
    const same = byStep.get(one.step.stepId)
    if (same === undefined) byStep.set(one.step.stepId, [one])
    else same.push(one)
  }
  return byStep
}

/** What came out of steps of a kind: how often each kind, with every story behind the number. */
export interface WhatFollowed {
  readonly kind: KindCode
  readonly stories: readonly Following[]
}

/** What usually followed: the most frequent first. Setbacks are told apart, as obstacles. */
export const whatFollowed = (taken: StepsTaken, kind: KindCode): readonly WhatFollowed[] => {
  const byKind = new Map<KindCode, Following[]>()
  for (const following of followings(taken)) {
    const next = following.to.step.kind
    if (following.from.step.kind !== kind || next === 'setback') continue
    byKind.set(next, [...(byKind.get(next) ?? []), following])
  }
  return [...byKind]
    .map(([next, stories]) => ({ kind: next, stories }))
    .toSorted((one, other) => other.stories.length - one.stories.length || (one.kind < other.kind ? -1 : 1))
}
