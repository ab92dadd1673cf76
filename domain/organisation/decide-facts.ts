import { sameContent, patchBetween } from '#domain/events/merge-patch.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { freeTextsOf } from '#domain/steps/fact.js'
import { lastDayTold, rangeOfFact, statedRange } from '#domain/steps/fact-range.js'
import { comesOnce, opensStep, type Stage } from '#domain/steps/kind.js'
import { holdsPersonalData } from '#domain/steps/personal-data.js'
import { factEvent, stagesOfKind } from '#domain/steps/step-event.js'
import { covering } from '#domain/time/day-range.js'
import type { Circumstances, NewFact } from './command.js'
import { accepted, nothingToAdd, refused, type Decision } from './decision.js'
import { certainEnd } from './existence.js'
import type { FactOnRecord, OrganisationHistory } from './history.js'
import { beginnings, ends, factsOfStep, firstOf, rangeOfStage } from './step-on-record.js'

/** Records one fact, or says why not. A fact whose identity and content are on record is no new event. */
export const decideFact = (
  state: OrganisationHistory,
  told: NewFact,
  circumstances: Circumstances,
): Decision => {
  const known = state.facts.get(told.id)
  if (known !== undefined) return decideAgain(known, told)
  const event = factEvent(told.kind, told.stage, told.fact)
  if (event === undefined) return refused({ code: 'stage-not-of-kind', kind: told.kind, stage: told.stage })
  const refusal = refusalOfFact(state, told, circumstances)
  return refusal === undefined ? accepted({ ...event, id: told.id }) : refused(refusal) // an event with its id
}

/** Why a fact cannot stand beside the others on record; the rules that a correction must keep too. */
export const refusalOfFact = (
  state: OrganisationHistory,
  told: NewFact,
  circumstances: Circumstances,
): Refusal | undefined =>
  refusalOfContent(told) ??
  refusalOfDates(told, circumstances) ??
  refusalOfOrganisation(state, told, circumstances) ??
  refusalOfStep(factsOfStep(state, told.fact.stepId), told, circumstances)

const decideAgain = (known: FactOnRecord, { id, kind, stage, fact }: NewFact): Decision => {
  if (known.kind !== kind)
    return refused({ code: 'step-of-other-kind', stepId: fact.stepId, kind: known.kind })
  const same = known.stage === stage && (sameContent(known.told, fact) || sameContent(known.fact, fact))
  return same
    ? nothingToAdd
    : refused({ code: 'content-differs', target: id, changes: patchBetween(known.fact, fact) })
}

const refusalOfContent = ({ kind, stage, fact }: NewFact): Refusal | undefined => {
  if (!stagesOfKind(kindOf(kind)).includes(stage)) return { code: 'stage-not-of-kind', kind, stage }
  if (fact.follows?.includes(fact.stepId) === true) return { code: 'link-to-itself', stepId: fact.stepId }
  const personal = freeTextsOf(fact).find(([, text]) => holdsPersonalData(text))
  return personal && { code: 'personal-data', field: personal[0] }
}

const refusalOfDates = ({ fact }: NewFact, { today }: Circumstances): Refusal | undefined => {
  const { earliest } = statedRange(fact, today)
  const told = lastDayTold(fact, today)
  if (earliest > today) return { code: 'fact-in-future', earliest, today }
  if (earliest > told) return { code: 'told-before-done', earliest, told }
  return undefined
}

/** Only what surely came after a sure end is refused: an unknown or imprecise end never refuses. */
const refusalOfOrganisation = (
  state: OrganisationHistory,
  { fact }: NewFact,
  { today }: Circumstances,
): Refusal | undefined => {
  if (state.profile.length === 0) return { code: 'organisation-unknown' }
  const endedBy = certainEnd(state)
  const { earliest } = rangeOfFact(fact, today)
  return endedBy !== undefined && earliest >= endedBy
    ? { code: 'organisation-ended', endedBy, earliest }
    : undefined
}

const refusalOfStep = (
  facts: readonly FactOnRecord[],
  told: NewFact,
  { inheritedSteps, today }: Circumstances,
): Refusal | undefined => {
  const { kind, stage, fact } = told
  const kindOnRecord = facts[0]?.kind ?? inheritedSteps.get(fact.stepId)
  if (kindOnRecord !== undefined && kindOnRecord !== kind) {
    return { code: 'step-of-other-kind', stepId: fact.stepId, kind: kindOnRecord }
  }
  if (stage === 'planned') return undefined
  if (stage === 'plan-dropped') {
    return firstOf(facts, 'planned') === undefined ? { code: 'plan-unknown', stepId: fact.stepId } : undefined
  }
  const opens = stage !== 'confirmed' && opensStep(stage)
  if (!opens && kindOnRecord === undefined) return { code: 'step-unknown', stepId: fact.stepId, stage }
  return (
    refusalOfRepetition(facts, told) ??
    refusalOfContradiction(facts, told) ??
    refusalOfOrder(facts, told, { inheritedSteps, today })
  )
}

/** A stage that comes once is told a second time only by another source: two claims side by side widen its date. */
const refusalOfRepetition = (
  facts: readonly FactOnRecord[],
  { stage, fact }: NewFact,
): Refusal | undefined => {
  if (stage === 'planned' || stage === 'plan-dropped' || stage === 'confirmed' || !comesOnce(stage))
    return undefined
  const earlier = facts.find(
    (other) => other.stage === stage && other.fact.source?.reference === fact.source?.reference,
  )
  return earlier && { code: 'stage-already-told', stage, by: earlier.id }
}

const refusalOfContradiction = (facts: readonly FactOnRecord[], { stage }: NewFact): Refusal | undefined => {
  const abandoned = firstOf(facts, 'abandoned')
  if (stage === 'completed' && abandoned !== undefined) return { code: 'step-abandoned', by: abandoned.id }
  const completed = firstOf(facts, 'completed')
  if (stage === 'abandoned' && completed !== undefined) return { code: 'step-completed', by: completed.id }
  return undefined
}

/** An end that lies before the beginning on every reading of both. */
const refusalOfOrder = (
  facts: readonly FactOnRecord[],
  { stage, fact }: NewFact,
  { today }: Circumstances,
): Refusal | undefined => {
  const range = rangeOfFact(fact, today)
  const isStage = (stages: readonly Stage[]): boolean => stages.some((one) => one === stage)
  const beginOnRecord = rangeOfStage(facts, ...beginnings)
  const endOnRecord = rangeOfStage(facts, ...ends)
  const begin = isStage(beginnings)
    ? beginOnRecord === undefined
      ? range
      : covering(beginOnRecord, range)
    : beginOnRecord
  const end = isStage(ends) ? (endOnRecord === undefined ? range : covering(endOnRecord, range)) : endOnRecord
  const concerned = isStage(beginnings) || isStage(ends)
  return concerned && begin !== undefined && end !== undefined && end.latest < begin.earliest
    ? { code: 'end-before-begin', begin: begin.earliest, end: end.latest }
    : undefined
}
