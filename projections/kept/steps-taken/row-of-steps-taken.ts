import { present } from '#domain/kernel/present.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import {
  beginnings,
  ends,
  firstOf,
  isOfPlan,
  rangeOfStage,
  stepsOf,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import { carriesStep } from '#domain/steps/carrying.js'
import type { Fact } from '#domain/steps/fact.js'
import { notRegistered, type Derivation, type FoldedOrganisation } from '#projections/kept/kept-model.js'
import type { StepsTakenRow, StepTaken } from './steps-taken-row.js'

/** The steps that an organisation took, from all that its stream tells. */
export const stepsTakenRowOf = ({ id, history }: FoldedOrganisation): Derivation<StepsTakenRow> => {
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  return { derived: true, row: { id, name, kind, steps: stepsOf(history).flatMap(stepTaken) } }
}

const stepTaken = ({ stepId, kind, facts: all, follows }: StepOnRecord): readonly StepTaken[] => {
  const facts = all.filter((fact) => !isOfPlan(fact))
  if (facts.length === 0) return []
  const told = facts.map(({ fact }) => fact)
  return [
    present({
      stepId,
      kind,
      carried: told.some(({ role }) => carriesStep(kind, role)),
      title: told.findLast(({ title }) => title !== undefined)?.title,
      programme: told.findLast(({ programme }) => programme !== undefined)?.programme,
      source: told.findLast(({ source }) => source !== undefined)?.source?.reference,
      begun: rangeOfStage(facts, ...beginnings, 'happened'),
      ended: rangeOfStage(facts, ...ends),
      abandoned: firstOf(facts, 'abandoned') !== undefined,
      follows,
      nature: kind === 'setback' ? natureOf(facts) : undefined,
      told: kind === 'setback' ? wordsOf(told) : undefined,
    }),
  ]
}

/** What it last changed to, else what was told of it; undefined also where sources contradict each other. */
const natureOf = (facts: readonly FactOnRecord[]): string | undefined => {
  const natureIn = ({ fact }: FactOnRecord) => fact.attributes?.['nature'] ?? []
  const changes = facts.filter(({ stage }) => stage !== 'begun' && stage !== 'ended').flatMap(natureIn)
  const [nature, ...others] = new Set(changes.length > 0 ? changes.slice(-1) : facts.flatMap(natureIn))
  return typeof nature === 'string' && others.length === 0 ? nature : undefined
}

/** Each once, in the order of recording; undefined where there is none. */
const wordsOf = (facts: readonly Fact[]): string | undefined => {
  const words = facts.flatMap(({ whatHappened, lessons, note }) => [whatHappened, lessons, note])
  const told = [...new Set(words.filter((word) => word !== undefined))]
  return told.length === 0 ? undefined : told.join(' ; ')
}
