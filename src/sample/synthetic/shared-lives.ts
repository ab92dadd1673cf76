import { JointId } from '#domain/kernel/identifiers.js'
import type { Role } from '#domain/steps/roles.js'
import { inventStep, type InventedStep } from './invented-steps.js'
import type { SeededRandom } from './seeded-random.js'
import { kindsTogether, rolesBeside, together } from './shares.js'

/** The part of one organisation in a step that several took. */
export interface SharedPart {
  readonly step: InventedStep
  readonly jointId: JointId
  readonly role: Role
}

/**
 * Steps that several organisations took together, with the parts of each by its place. What they cost is taken off the
 * budgets.
 *
 * @param budgets how many facts each organisation still may have; changed
 */
export const inventSharedSteps = (
  budgets: number[],
  random: SeededRandom,
): ReadonlyMap<number, readonly SharedPart[]> => {
  const parts = new Map<number, SharedPart[]>()
  const facts = budgets.reduce((sum, budget) => sum + budget, 0)
  const holders = holdersOf(budgets)
  let left = Math.floor(facts * together.share)
  for (let number = 1; left > 0 && budgets.length >= together.fewest; number += 1) {
    const step = inventStep(random, 2, random.weighted(kindsTogether))
    const jointId = JointId.parse(`fictif-commun-${number}`)
    const size = together.fewest + random.below(together.most - together.fewest + 1)
    const members = someMembers(holders, budgets, step.facts.length, size, random)
    // Nobody left who has room for it: the rest is taken alone.
    if (members.length < together.fewest) break
    for (const [place, member] of members.entries()) {
      const role = place === 0 ? 'lead' : random.weighted(rolesBeside)
      parts.set(member, [...(parts.get(member) ?? []), { step, jointId, role }])
      budgets[member] = (budgets[member] ?? 0) - step.facts.length
      left -= step.facts.length
    }
  }
  return parts
}

/** Each organisation as often as it has facts: who does much is there more often. */
const holdersOf = (budgets: readonly number[]): readonly number[] =>
  budgets.flatMap((budget, index) => Array.from({ length: budget }, () => index))

/** Different ones with room for that many facts, looked for a while. */
const someMembers = (
  holders: readonly number[],
  budgets: readonly number[],
  room: number,
  size: number,
  random: SeededRandom,
): readonly number[] => {
  const members = new Set<number>()
  for (let tries = 0; tries < 20 * size && members.size < size; tries += 1) {
    const holder = holders[random.below(holders.length)]
    if (holder !== undefined && (budgets[holder] ?? 0) >= room) members.add(holder)
  }
  return [...members]
}
