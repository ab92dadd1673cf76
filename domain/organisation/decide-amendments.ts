import { patched, sameContent } from '#domain/events/merge-patch.js'
import type { EventId } from '#domain/identifiers/identifiers.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import type { Fault, Refusal } from '#domain/refusals/refusal.js'
import { holdsPersonalData } from '#domain/steps/personal-data.js'
import { schemaOfKind } from '#domain/steps/step-event.js'
import type { z } from 'zod'
import type { Circumstances, OrganisationCommand } from './command.js'
import { refusalOfFact } from './decide-facts.js'
import { accepted, nothingToAdd, refused, type Decision } from './decision.js'
import { corrected, type FactOnRecord, type OrganisationHistory } from './history.js'
import { factsOfStep } from './step-on-record.js'

type CommandNamed<N extends OrganisationCommand['command']> = Extract<
  OrganisationCommand,
  { readonly command: N }
>

/** Corrects a fact: the corrected content must keep every rule that a new fact keeps. */
export const decideCorrection = (
  state: OrganisationHistory,
  { id, data }: CommandNamed<'CorrectFact'>,
  circumstances: Circumstances,
): Decision => {
  const fact = standing(state, data.target)
  if ('code' in fact) return refused(fact)
  if (fact.amendments.some((amendment) => amendment.id === id)) return nothingToAdd
  const content = schemaOfKind(fact.kind).safeParse(patched(fact.fact, data.changes))
  const faults = content.success ? movedStep(fact, content.data.stepId) : faultsOf(content.error)
  if (faults.length > 0 || !content.success) return refused({ code: 'correction-invalid', faults })
  if (sameContent(content.data, fact.fact)) return nothingToAdd
  if (holdsPersonalData(data.reason)) return refused({ code: 'personal-data', field: 'reason' })
  const others = { ...state, facts: without(state, fact.id) }
  const { recordedOn } = corrected(fact, data.changes, circumstances.today)
  const refusal = refusalOfFact(
    others,
    { id: fact.id, kind: fact.kind, stage: fact.stage, fact: content.data },
    { ...circumstances, today: recordedOn, inheritedSteps: asIfInherited(fact, circumstances) },
  )
  return refusal === undefined ? accepted({ type: 'StepCorrected', id, data }) : refused(refusal)
}

/** Takes a fact back. What was retracted already is not retracted twice. */
export const decideRetraction = (
  state: OrganisationHistory,
  { id, data }: CommandNamed<'RetractFact'>,
): Decision => {
  const fact = state.facts.get(data.target)
  if (fact === undefined) return refused({ code: 'fact-unknown', target: data.target })
  if (fact.retracted) return nothingToAdd
  if (holdsPersonalData(data.reason)) return refused({ code: 'personal-data', field: 'reason' })
  return accepted({ type: 'StepRetracted', id, data })
}

/** Says out of which steps one came. Links that are on record are not told again. */
export const decideLinks = (
  state: OrganisationHistory,
  { id, data }: CommandNamed<'LinkSteps'>,
  { inheritedSteps }: Circumstances,
): Decision => {
  const facts = factsOfStep(state, data.stepId)
  if (facts.length === 0 && !inheritedSteps.has(data.stepId)) {
    return refused({ code: 'step-unknown', stepId: data.stepId, stage: 'confirmed' })
  }
  if (data.follows.includes(data.stepId)) return refused({ code: 'link-to-itself', stepId: data.stepId })
  const known = new Set([
    ...facts.flatMap(({ fact }) => fact.follows ?? []),
    ...state.links.filter(({ stepId }) => stepId === data.stepId).flatMap(({ follows }) => follows),
  ])
  const follows = data.follows.filter((stepId) => !known.has(stepId))
  return follows.length === 0
    ? nothingToAdd
    : accepted({ type: 'StepsLinked', id, data: { ...data, follows } })
}

/** Corrects what was told of the organisation itself. */
export const decideProfileCorrection = (
  state: OrganisationHistory,
  { id, target, changes, reason }: CommandNamed<'CorrectOrganisation'>,
): Decision => {
  const fact = state.profile.find((known) => known.id === target)
  if (fact === undefined) return refused({ code: 'fact-unknown', target })
  const schema: z.ZodType = profileEventSchemas[fact.event.type]
  const content = schema.safeParse(patched(fact.event.data, changes))
  if (!content.success) return refused({ code: 'correction-invalid', faults: faultsOf(content.error) })
  if (sameContent(content.data, fact.event.data)) return nothingToAdd
  return accepted({ type: 'OrganisationCorrected', id, data: { target, changes, reason } })
}

/** The faults of a content that its schema refuses, each with its path. */
export const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))

const standing = (state: OrganisationHistory, target: EventId): FactOnRecord | Refusal => {
  const fact = state.facts.get(target)
  if (fact === undefined) return { code: 'fact-unknown', target }
  return fact.retracted ? { code: 'fact-retracted', target } : fact
}

const movedStep = (fact: FactOnRecord, stepId: string): readonly Fault[] =>
  stepId === fact.fact.stepId
    ? []
    : [{ path: 'stepId', message: 'un fait ne change pas d’étape : le retirer, puis l’enregistrer' }]

const without = (state: OrganisationHistory, id: EventId): ReadonlyMap<EventId, FactOnRecord> =>
  new Map([...state.facts].filter(([known]) => known !== id))

/** The corrected fact may be the one that opened its step: the step is on record all the same. */
const asIfInherited = (fact: FactOnRecord, { inheritedSteps }: Circumstances) =>
  new Map([...inheritedSteps, [fact.fact.stepId, fact.kind] as const])
