import { sameContent, patchBetween } from '#domain/kernel/merge-patch.js'
import { freeTextsOf, type Fact } from '#domain/steps/fact.js'
import { lastDayTold, rangeOfFact, statedOnRange, statedRange } from '#domain/steps/fact-range.js'
import { comesOnce, opensStep } from '#domain/steps/declaring/kind.js'
import { personalDataIn } from '#domain/steps/personal-data.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { factEvent } from '#domain/steps/step-event.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import type { Circumstances, NewFact } from './command.js'
import { accepted, nothingToAdd, refused, type Decision } from './decision.js'
import { certainEnd } from './existence.js'
import type { FactOnRecord, OrganisationHistory } from './history.js'
import type { OrganisationRefusal } from './refusal.js'
import { beginnings, ends, factsOfStep, firstOf, rangeOfStage } from './step-on-record.js'

/** Records one fact, or says why not. A fact whose identity and content are on record is no new event. */
export const decideFact = (
  state: OrganisationHistory,
  told: NewFact,
  circumstances: Circumstances,
): Decision => {
  const known = state.facts.get(told.id)
  if (known !== undefined) return decideAgain(known, told)
  if (state.ids.has(told.id)) return refused({ code: 'identity-taken', id: told.id })
  const event = factEvent(told.kind, told.stage, told.fact)
  if (event === undefined) return refused({ code: 'stage-not-of-kind', kind: told.kind, stage: told.stage })
  const refusal = refusalOfContent(told) ?? refusalOfFact(state, told, circumstances)
  return refusal === undefined ? accepted({ ...event, id: told.id }) : refused(refusal) // an event with its id
}

/** What a fact may not hold, whatever else is on record. */
export const refusalOfContent = ({ fact }: NewFact): OrganisationRefusal | undefined =>
  fact.follows?.includes(fact.stepId) === true
    ? { code: 'link-to-itself', stepId: fact.stepId }
    : personalDataIn(freeTextsOf(fact))

/** Why a fact cannot stand when it says, beside the others on record. */
export const refusalOfFact = (
  state: OrganisationHistory,
  told: NewFact,
  circumstances: Circumstances,
): OrganisationRefusal | undefined =>
  refusalOfDates(told, circumstances) ??
  refusalOfOrganisation(state, told, circumstances) ??
  refusalOfStep(factsOfStep(state, told.fact.stepId), told, circumstances)

/** The same identity a second time. Corrections change neither the step nor the stage of a fact. */
const decideAgain = (known: FactOnRecord, { id, kind, stage, fact }: NewFact): Decision => {
  const sameFact = known.kind === kind && known.stage === stage && known.fact.stepId === fact.stepId
  if (!sameFact) return refused({ code: 'identity-taken', id })
  if (sameContent(known.told, fact) || sameContent(known.fact, fact)) return nothingToAdd
  return known.retracted
    ? refused({ code: 'fact-retracted', target: id })
    : refused({ code: 'content-differs', target: id, changes: patchBetween(known.fact, fact) })
}

/** A fact lies in the past of who tells it: of its source, and of today. An announcement too: only what it expects does not. */
const refusalOfDates = (
  { fact, stage }: NewFact,
  { today }: Circumstances,
): OrganisationRefusal | undefined => {
  const { earliest } = statedRange(fact, today, stage)
  const told = lastDayTold(fact, today)
  if (earliest > today) return { code: 'fact-in-future', earliest, today }
  if (earliest > told) return { code: 'told-before-done', earliest, told }
  const spoke = statedOnRange(fact)
  return spoke !== undefined && spoke.earliest > today
    ? { code: 'fact-in-future', earliest: spoke.earliest, today }
    : undefined
}

/** Only what surely came after a sure end is refused: an unknown or imprecise end never refuses. */
const refusalOfOrganisation = (
  state: OrganisationHistory,
  { fact, stage }: NewFact,
  { today }: Circumstances,
): OrganisationRefusal | undefined => {
  const endedBy = certainEnd(state)
  const { earliest } = rangeOfFact(fact, today, stage)
  return endedBy !== undefined && earliest >= endedBy
    ? { code: 'organisation-ended', endedBy, earliest }
    : undefined
}

const refusalOfStep = (
  facts: readonly FactOnRecord[],
  told: NewFact,
  { inheritedSteps, today }: Circumstances,
): OrganisationRefusal | undefined => {
  const { kind, stage, fact } = told
  const inherited = inheritedSteps.get(fact.stepId)
  const kindOnRecord = facts[0]?.kind ?? inherited
  if (kindOnRecord !== undefined && kindOnRecord !== kind) {
    return { code: 'step-of-other-kind', stepId: fact.stepId, kind: kindOnRecord }
  }
  if (stage === 'planned') return undefined
  if (stage === 'plan-dropped') {
    const announced = inherited !== undefined || firstOf(facts, 'planned') !== undefined
    return announced ? undefined : { code: 'plan-unknown', stepId: fact.stepId }
  }
  const begun = inherited !== undefined || facts.some((other) => !isOfPlan(other.stage))
  if (!begun && (stage === 'confirmed' || !opensStep(stage))) {
    return { code: 'step-unknown', stepId: fact.stepId, stage }
  }
  return (
    refusalOfContradiction(facts, stage) ??
    refusalOfRepetition(facts, told) ??
    refusalOfOrder(facts, told, today)
  )
}

/** What was announced does not exist yet: only its beginning makes it. */
const isOfPlan = (stage: FactStage): stage is 'planned' | 'plan-dropped' =>
  stage === 'planned' || stage === 'plan-dropped'

const refusalOfContradiction = (
  facts: readonly FactOnRecord[],
  stage: FactStage,
): OrganisationRefusal | undefined => {
  const abandoned = firstOf(facts, 'abandoned')
  if (stage === 'completed' && abandoned !== undefined) return { code: 'step-abandoned', by: abandoned.id }
  const completed = firstOf(facts, 'completed')
  if (stage === 'abandoned' && completed !== undefined) return { code: 'step-completed', by: completed.id }
  return undefined
}

/**
 * What comes once is told a second time by another source, or on another date: two claims side by side, which widen its
 * range. The same source does not end a thing twice.
 */
const refusalOfRepetition = (
  facts: readonly FactOnRecord[],
  { stage, fact }: NewFact,
): OrganisationRefusal | undefined => {
  if (!comesOnce(stage)) return undefined
  const earlier = facts.find(
    (other) =>
      other.stage === stage &&
      other.fact.source?.reference === fact.source?.reference &&
      (isAmong(ends, stage) || !isDatedOtherwise(other.fact, fact)),
  )
  return earlier && { code: 'stage-already-told', stage, by: earlier.id }
}

const isDatedOtherwise = (one: Fact, other: Fact): boolean => {
  const [a, b] = [one.occurred ?? one.within, other.occurred ?? other.within]
  return a !== undefined && b !== undefined && a !== b
}

/** An end that lies before the beginning on every reading of both. */
const refusalOfOrder = (
  facts: readonly FactOnRecord[],
  { stage, fact }: NewFact,
  today: Circumstances['today'],
): OrganisationRefusal | undefined => {
  if (!isAmong(beginnings, stage) && !isAmong(ends, stage)) return undefined
  const range = rangeOfFact(fact, today, stage)
  const claimed = (stages: readonly FactStage[]): DayRange | undefined => {
    const onRecord = rangeOfStage(facts, ...stages)
    if (!isAmong(stages, stage)) return onRecord
    return onRecord === undefined ? range : covering(onRecord, range)
  }
  const [begin, end] = [claimed(beginnings), claimed(ends)]
  return begin !== undefined && end !== undefined && end.latest < begin.earliest
    ? { code: 'end-before-begin', begin: begin.earliest, end: end.latest }
    : undefined
}

const isAmong = (stages: readonly FactStage[], stage: FactStage): boolean => stages.includes(stage)
