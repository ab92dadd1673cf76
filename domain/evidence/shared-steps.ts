import type { FactOnRecord } from '#domain/organisation/history.js'
import type { StepOnRecord } from '#domain/organisation/step-on-record.js'
import { carriesStep } from '#domain/steps/roles.js'
import { originAmong, type HeldStep } from './held-steps.js'

/**
 * Of a collective step that several predecessors shared, only what one of them did counts: the one with the carrying role,
 * else the first recorded.
 */
export const withoutShared = (steps: readonly HeldStep[]): readonly HeldStep[] => {
  const chosen = new Map<string, HeldStep>()
  for (const held of steps) {
    const jointId = jointIdOf(held.step)
    const other = jointId === undefined ? undefined : chosen.get(jointId)
    if (jointId !== undefined && (other === undefined || outranks(held, other))) chosen.set(jointId, held)
  }
  return steps.filter((held) => {
    const jointId = jointIdOf(held.step)
    const counted = jointId === undefined ? undefined : chosen.get(jointId)
    return counted === undefined || whose(counted) === whose(held)
  })
}

const jointIdOf = ({ facts }: StepOnRecord): string | undefined =>
  facts.find(({ fact }) => fact.jointId !== undefined)?.fact.jointId

const whose = (held: HeldStep): string => originAmong(held)?.from ?? ''

/** Recorded in one batch, neither is first: then their names decide, not the order in which predecessors are listed. */
const outranks = (one: HeldStep, other: HeldStep): boolean => {
  const carries = ({ kind, fact }: FactOnRecord): boolean => carriesStep(kind, fact.role)
  const [carried, otherCarried] = [one.step.facts.some(carries), other.step.facts.some(carries)]
  if (carried !== otherCarried) return carried
  const between = one.step.facts[0].recordedAt - other.step.facts[0].recordedAt
  return between !== 0 ? between < 0 : whose(one) < whose(other)
}
