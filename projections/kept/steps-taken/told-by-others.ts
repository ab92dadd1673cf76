import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Day } from '#domain/time/day.js'
import { beforeAll, byName, heldUnder, type StepsTaken } from './steps-taken.js'
import { firstDays, type StepsTakenRow, type StepTaken } from './steps-taken-row.js'

/** A step with whose it is. */
export interface StepOfOrganisation {
  readonly organisation: Pick<StepsTakenRow, 'id' | 'name' | 'kind'>
  readonly step: StepTaken
}

/** Every step that was taken, by the name of who took it, then by its first day: an order that ranks nobody. */
export const allStepsTaken = ({ byName: rows }: StepsTaken): readonly StepOfOrganisation[] =>
  [...rows.values()].flatMap(stepsOf)

/** The steps of one organisation, by their first day. */
export const stepsTakenBy = ({ rows }: StepsTaken, id: OrganisationId): readonly StepOfOrganisation[] => {
  const row = rows.get(id)
  return row === undefined ? [] : stepsOf(row)
}

const stepsOf = ({ steps, ...organisation }: StepsTakenRow): readonly StepOfOrganisation[] =>
  steps
    .toSorted((one, other) => (firstDays(one)?.earliest ?? 0) - (firstDays(other)?.earliest ?? 0))
    .map((step) => ({ organisation, step }))

/**
 * Organisations of the same kind that took a step of a kind by a day, and could tell about it. Administrations only are
 * each other's peers. By name.
 */
export const peersThatTook = (
  { takers }: StepsTaken,
  kind: KindCode,
  asking: { readonly id: OrganisationId; readonly kind: OrganisationKind; readonly by: Day },
): readonly StepOfOrganisation[] => {
  if (!organisationKinds[asking.kind].administration) return []
  const rows = takers.while(
    [asking.kind, kind, beforeAll],
    ([organisationKind, stepKind]) => organisationKind === asking.kind && stepKind === kind,
  )
  return [...rows]
    .filter(({ id }) => id !== asking.id)
    .flatMap(stepsOf)
    .filter(({ step }) => step.kind === kind && step.carried && happenedBy(step, asking.by))
}

const happenedBy = (step: StepTaken, day: Day): boolean => {
  const first = firstDays(step)
  return first !== undefined && first.latest <= day
}

/** One step that came out of another, as its own record says. */
export interface Following {
  readonly from: StepOfOrganisation
  readonly to: StepOfOrganisation
}

/** What a step came out of, by whoever has that on record: of a step shared by several under one id, each. */
export const cameOutOf = (taken: StepsTaken, { step }: StepOfOrganisation): readonly StepOfOrganisation[] =>
  step.follows.flatMap((stepId) => stepsUnder(taken, stepId))

/** What came out of some steps, of whatever organisation: once for each of them that it came out of. */
export const ledTo = (
  { followers }: StepsTaken,
  from: readonly StepOfOrganisation[],
): readonly StepOfOrganisation[] => {
  const rows = from.flatMap(({ step }) => [...heldUnder(followers, step.stepId)])
  return [...new Set(rows)]
    .toSorted(byName)
    .flatMap(stepsOf)
    .flatMap((to) =>
      to.step.follows.flatMap((followed) =>
        from.filter(({ step }) => step.stepId === followed).map(() => to),
      ),
    )
}

const stepsUnder = ({ holders }: StepsTaken, stepId: StepId): readonly StepOfOrganisation[] =>
  [...heldUnder(holders, stepId)]
    .toSorted(byName)
    .flatMap(stepsOf)
    .filter(({ step }) => step.stepId === stepId)

/** What came out of steps of a kind: how often each kind, with every story behind the number. */
export interface WhatFollowed {
  readonly kind: KindCode
  readonly stories: readonly Following[]
}

/** What usually followed: the most frequent first. Setbacks are told apart, as obstacles. */
export const whatFollowed = (taken: StepsTaken, kind: KindCode): readonly WhatFollowed[] => {
  const byKind = new Map<KindCode, Following[]>()
  const followers = taken.followersOfKind.while([kind, beforeAll], ([followed]) => followed === kind)
  for (const to of [...followers].flatMap(stepsOf)) {
    if (to.step.kind === 'setback') continue
    const stories = cameOutOf(taken, to).filter(({ step }) => step.kind === kind)
    if (stories.length === 0) continue
    const known = byKind.get(to.step.kind) ?? []
    byKind.set(to.step.kind, known)
    known.push(...stories.map((from) => ({ from, to })))
  }
  return [...byKind]
    .map(([next, stories]) => ({ kind: next, stories }))
    .toSorted((one, other) => other.stories.length - one.stories.length || (one.kind < other.kind ? -1 : 1))
}
