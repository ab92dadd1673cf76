import type { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { AttributeClaim } from '#domain/steps/declaring/attribute.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Role } from '#domain/steps/roles.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import type { Edtf } from '#domain/time/edtf.js'

/** What is advised: a new step, or news of one that is on record. */
export type Purpose =
  /** A step of one's own. */
  | 'take'
  /** Something announced. */
  | 'announce'
  /** Another's step, supported. */
  | 'support'
  /** It stands, and somebody has to say so. */
  | 'confirm'
  /** It stands, and a figure or a quality of it has to be told. */
  | 'state'
  /** It was suspended. */
  | 'resume'
  /** A setback, to be got over. */
  | 'overcome'

export interface AdvisedFact {
  readonly stage: FactStage
  readonly on: Day
  readonly attributes?: Readonly<Record<string, AttributeClaim>>
}

/** A step to take, or something to tell of one, with what has to be on record of it. */
export interface AdvisedStep {
  readonly purpose: Purpose
  readonly kind: KindCode
  /** The step on record that it is about; absent for a new one. */
  readonly stepId?: StepId
  readonly role: Role
  readonly times: number
  readonly facts: readonly [AdvisedFact, ...AdvisedFact[]]
  /** Other kinds of step that would do as well. */
  readonly otherKinds: readonly KindCode[]
}

/**
 * The steps as facts to record, on the days for which they are advised. New steps are named `conseil-1` and so on, around
 * what is `taken` already; ids follow from the place, so that the same advice gives the same facts.
 */
export const factsOfAdvice = (
  steps: readonly AdvisedStep[],
  taken: ReadonlySet<string>,
): readonly NewFact[] => {
  // Both have the form of their ids.
  const stepIds = freeNames((number) => `conseil-${number}`, taken)
  const eventIds = freeNames((number) => `c0a5e110-0000-4000-8000-${String(number).padStart(12, '0')}`, taken)
  return steps.flatMap((step) =>
    Array.from({ length: step.times }).flatMap(() => {
      const stepId = step.stepId ?? (stepIds() as StepId)
      return step.facts.map(({ stage, on, attributes }) => ({
        id: eventIds() as EventId,
        kind: step.kind,
        stage,
        fact: {
          stepId,
          role: step.role,
          occurred: isoOfDay(on) as Edtf, // a day in ISO 8601 is EDTF
          ...(attributes === undefined ? {} : { attributes }),
        },
      }))
    }),
  )
}

/** Gives one name after another, leaving out those that are taken. */
const freeNames = (nameOf: (number: number) => string, taken: ReadonlySet<string>): (() => string) => {
  let number = 0
  return () => {
    do number += 1
    while (taken.has(nameOf(number)))
    return nameOf(number)
  }
}
