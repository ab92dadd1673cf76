import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import { attributesOf } from '#domain/evidence/attributes-of-facts.js'
import type { AttributeValue } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord, OrganisationHistory } from '#domain/organisation/history.js'
import { daysOfFact, stepsOf, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { carriesStep } from '#domain/steps/roles.js'
import { comesOnce } from '#domain/steps/declaring/kind.js'
import { roles } from '#domain/steps/roles.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { valueWords } from '#projections/asked/explanation/attribute-words.js'
import {
  earliestDayOf,
  factInBrief,
  factSentence,
  stepName,
} from '#projections/asked/trajectory/told-fact.js'

/** One fact of a step as it reads today. */
export const FactView = z.strictObject({
  eventId: z.string(),
  stage: z.string(),
  /** The days on which it may have been. */
  earliest: z.iso.date(),
  latest: z.iso.date(),
  recordedAt: z.iso.datetime(),
  sentence: LabelsView,
  /** The same where the step is named above. */
  brief: LabelsView,
  /** As corrected. */
  content: z.record(z.string(), z.unknown()),
  amendments: z.array(
    z.strictObject({
      eventId: z.string(),
      type: z.enum(['corrected', 'retracted']),
      reason: z.string(),
      recordedAt: z.iso.datetime(),
    }),
  ),
})

/** One engagement with the facts of its life. */
export const StepView = z.strictObject({
  stepId: z.string(),
  kind: z.string(),
  name: LabelsView,
  family: z.string(),
  role: z.strictObject({ code: z.string(), carries: z.boolean(), labels: LabelsView }),
  jointId: z.string().optional(),
  follows: z.array(z.string()),
  /** Figures and qualities, as all facts together leave them: «20 agents formés». */
  details: z.array(LabelsView),
  facts: z.array(FactView),
})
export type StepView = z.infer<typeof StepView>

/**
 * The engagements of an organisation, in the order of their first possible day; facts that were retracted are left out,
 * and so is what surely came after `asOf`.
 */
export const describeSteps = (history: OrganisationHistory, asOf?: Day): readonly StepView[] =>
  stepsOf(history)
    .flatMap((step) => upTo(step, asOf))
    .map((step) => ({ step, begins: Math.min(...step.facts.map(earliestDayOf)) }))
    .sort((one, other) => one.begins - other.begins)
    .map(({ step }) => stepView(step))

const upTo = (step: StepOnRecord, asOf: Day | undefined): readonly StepOnRecord[] => {
  if (asOf === undefined) return [step]
  const [first, ...others] = step.facts.filter((fact) => earliestDayOf(fact) <= asOf)
  return first === undefined ? [] : [{ ...step, facts: [first, ...others] }]
}

const stepView = ({ stepId, kind, facts, follows }: StepOnRecord): StepView => {
  const { fact } = facts[0]
  const { fr, en } = roles[fact.role]
  return {
    stepId,
    kind,
    name: stepName(kind, fact),
    family: kindOf(kind).family,
    role: { code: fact.role, carries: carriesStep(kind, fact.role), labels: { fr, en } },
    ...(fact.jointId === undefined ? {} : { jointId: fact.jointId }),
    follows: [...follows],
    details: detailsOf(kind, facts),
    facts: facts.map(factView),
  }
}

/** What the kind implies by itself goes without saying. */
const detailsOf = (kind: StepOnRecord['kind'], facts: StepOnRecord['facts']): StepView['details'] =>
  Object.entries(attributesOf(kindOf(kind), facts))
    .filter(([name]) => facts.some(({ fact }) => fact.attributes?.[name] !== undefined))
    .map(([name, value]) => [name, withChanges(name, value, facts)] as const)
    .map(([name, value]) => ({
      fr: valueWords(name, value, [kind], 'fr'),
      en: valueWords(name, value, [kind], 'en'),
    }))

/** What a step became in mid-life contradicts no source. */
const withChanges = (name: string, value: AttributeValue, facts: readonly FactOnRecord[]): AttributeValue => {
  const changed = facts.some(({ stage, fact }) => fact.attributes?.[name] !== undefined && !comesOnce(stage))
  return value.type === 'one-of' && changed ? { type: 'codes', values: value.codes } : value
}

export const factView = (told: FactOnRecord): z.infer<typeof FactView> => {
  const { earliest, latest } = daysOfFact(told)
  const { stepId, ...content } = told.fact
  return {
    eventId: told.id,
    stage: told.stage,
    earliest: isoOfDay(earliest),
    latest: isoOfDay(latest),
    recordedAt: new Date(told.recordedAt).toISOString(),
    sentence: factSentence(told),
    brief: factInBrief(told),
    content,
    amendments: told.amendments.map(({ id, type, reason, recordedAt }) => ({
      eventId: id,
      type,
      reason,
      recordedAt: new Date(recordedAt).toISOString(),
    })),
  }
}
