import type { FactOnRecord } from '#domain/organisation/history.js'
import type { StepOnRecord } from '#domain/organisation/step-on-record.js'

/**
 * The same function of a step’s facts, worked out once for the same facts: when one thing after another is supposed of an
 * organisation, most of its steps stay as they are. What was worked out is forgotten with the function.
 */
export const onceForSameFacts = <Result>(
  workOut: (step: StepOnRecord) => Result,
): ((step: StepOnRecord) => Result) => {
  const known = new Map<FactOnRecord, { readonly step: StepOnRecord; readonly result: Result }>()
  return (step) => {
    const found = known.get(step.facts[0])
    if (found !== undefined && areSame(found.step, step)) return found.result
    const result = workOut(step)
    known.set(step.facts[0], { step, result })
    return result
  }
}

const areSame = (one: StepOnRecord, other: StepOnRecord): boolean =>
  one.kind === other.kind &&
  one.stepId === other.stepId &&
  one.facts.length === other.facts.length &&
  one.facts.every((fact, place) => fact === other.facts[place])
