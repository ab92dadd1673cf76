import { match } from 'ts-pattern'
import { patchBetween, sameContent } from '#domain/kernel/merge-patch.js'
import type { DecidedEvent, RecordedEvent, OrganisationEvent } from './organisation-event.js'
import type { ActorId, OrganisationId } from '#domain/kernel/identifiers.js'
import { personalDataIn } from '#domain/steps/personal-data.js'
import type { Circumstances, OrganisationCommand, NewFact } from './command.js'
import {
  decideCorrection,
  decideLinks,
  decideProfileCorrection,
  decideRetraction,
} from './decide-amendments.js'
import { continued, type OrganisationHistory, type ProfileFact, type FactOnRecord } from './history.js'
import { freeTextsOfProfile } from './profile.js'
import {
  freeTextsOf,
  type Fact,
  lastDayTold,
  rangeOfFact,
  statedOnRange,
  statedRange,
} from '#domain/steps/fact.js'
import { comesOnce, opensStep, type FactStage } from '#domain/steps/declaring/kind.js'
import { factEvent } from '#domain/steps/step-event.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import { certainEnd } from './existence.js'
import type { OrganisationRefusal } from './refusal.js'
import { beginnings, ends, factsOfStep, firstOf, rangeOfStage } from './step-on-record.js'
import type { DecisionOf } from '#domain/kernel/decider.js'

/**
 * Decides on one command for one organisation: the events to record, none where all is on record already, or a refusal.
 * Pure: the same state, command and circumstances give the same decision.
 */
export const decide = (
  organisation: OrganisationId,
  state: OrganisationHistory,
  command: OrganisationCommand,
  circumstances: Circumstances,
): Decision => {
  if (state.profile.length === 0 && command.command !== 'RegisterOrganisation') {
    return refused({ code: 'organisation-unknown' })
  }
  return match(command)
    .with({ command: 'RegisterOrganisation' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationRegistered', id, data }),
    )
    .with({ command: 'RenameOrganisation' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationRenamed', id, data }),
    )
    .with({ command: 'ChangeIdentifier' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationIdentifierChanged', id, data }),
    )
    .with({ command: 'EndOrganisation' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationEnded', id, data }),
    )
    .with({ command: 'SucceedOrganisation' }, ({ id, data }) =>
      data.successor === organisation
        ? refused({ code: 'successor-of-itself', successor: data.successor })
        : decideProfile(state, { type: 'OrganisationSucceeded', id, data }),
    )
    .with({ command: 'CorrectOrganisation' }, (correction) =>
      decideProfileCorrection(organisation, state, correction),
    )
    .with({ command: 'RecordFacts' }, ({ facts }) => decideFacts(state, facts, circumstances))
    .with({ command: 'CorrectFact' }, (correction) => decideCorrection(state, correction, circumstances))
    .with({ command: 'RetractFact' }, (retraction) => decideRetraction(state, retraction))
    .with({ command: 'LinkSteps' }, (links) => decideLinks(state, links, circumstances))
    .exhaustive()
}

type ToldOfProfile = ProfileFact['event'] & Pick<ProfileFact, 'id'>

/**
 * The same content under another id is already on record as well: a name given twice is one name. One organisation comes
 * after another once: with another date or manner it is that succession, told otherwise.
 */
const decideProfile = (state: OrganisationHistory, told: ToldOfProfile): Decision => {
  const { id, ...event } = told
  const known =
    state.profile.find((fact) => fact.id === id) ??
    (event.type === 'OrganisationRegistered' ? state.profile[0] : undefined) ??
    (event.type === 'OrganisationSucceeded' ? successionBy(event.data.successor, state) : undefined) ??
    state.profile.find((fact) => sameContent(fact.event, event))
  if (known === undefined) {
    if (state.ids.has(id)) return refused({ code: 'identity-taken', id })
    const refusal = personalDataIn(freeTextsOfProfile(event.data))
    return refusal === undefined ? accepted(told) : refused(refusal)
  }
  if (sameContent(known.event, event) || sameContent(known.told, event)) return nothingToAdd
  if (known.event.type !== event.type) return refused({ code: 'identity-taken', id })
  const changes = patchBetween(known.event.data, event.data)
  return refused({ code: 'content-differs', target: known.id, changes })
}

const successionBy = (successor: OrganisationId, { profile }: OrganisationHistory): ProfileFact | undefined =>
  profile.find(({ event }) => event.type === 'OrganisationSucceeded' && event.data.successor === successor)

/** Each fact is decided on what the ones before it leave; one refusal refuses all. */
const decideFacts = (
  state: OrganisationHistory,
  facts: Extract<OrganisationCommand, { command: 'RecordFacts' }>['facts'],
  circumstances: Circumstances,
): Decision => {
  const events: DecidedEvent[] = []
  let current = state
  for (const fact of facts) {
    const decision = decideFact(current, fact, circumstances)
    if (!decision.decided) return decision
    events.push(...decision.events)
    current = continued(current, decision.events.map(asIfRecorded(circumstances)))
  }
  return accepted(...events)
}

/** Within one decision an event counts as recorded at noon of the day: only the day matters to the rules. */
const asIfRecorded =
  ({ today }: Circumstances) =>
  (event: DecidedEvent): RecordedEvent => ({
    ...event,
    recordedAt: (today + 0.5) * 86_400_000,
    actor: 'system:decision' as ActorId,
  })

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

/** What a decision gives: the events to record, none where everything asked is already on record, or the reason for a no. */
export type Decision = DecisionOf<OrganisationEvent, OrganisationRefusal>

export const accepted = (...events: readonly DecidedEvent[]): Decision => ({ decided: true, events })

/** Already on record: nothing to add, and no harm in having asked again. */
export const nothingToAdd: Decision = { decided: true, events: [] }

export const refused = (refusal: OrganisationRefusal): Decision => ({ decided: false, refusal })
