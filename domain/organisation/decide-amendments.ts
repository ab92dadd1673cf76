import { patchBetween, patched, sameContent } from '#domain/kernel/merge-patch.js'
import type { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import { profileEventSchemas } from './profile-event.js'
import { inFrench, type Fault } from '#domain/kernel/fault.js'
import type { Fact } from '#domain/steps/fact.js'
import { personalDataIn } from '#domain/steps/personal-data.js'
import { schemaOfKind } from '#domain/steps/step-event.js'
import type { z } from 'zod'
import type { Circumstances, NewFact, OrganisationCommand } from './command.js'
import { refusalOfContent, refusalOfFact, accepted, nothingToAdd, refused, type Decision } from './decide.js'
import { corrected, type FactOnRecord, type OrganisationHistory } from './history.js'
import { freeTextsOfProfile } from './profile.js'
import { factsOfStep, linkedTo } from './step-on-record.js'

type CommandNamed<N extends OrganisationCommand['command']> = Extract<
  OrganisationCommand,
  { readonly command: N }
>

/**
 * Corrects a fact. The corrected content keeps every rule that a new fact keeps; but what a correction leaves alone, it
 * is not refused for: dates that later knowledge made doubtful do not stop the correction of a title.
 */
export const decideCorrection = (
  state: OrganisationHistory,
  { id, data }: CommandNamed<'CorrectFact'>,
  circumstances: Circumstances,
): Decision => {
  const fact = state.facts.get(data.target)
  if (fact === undefined) return refused({ code: 'fact-unknown', target: data.target })
  if (wasAmendedBy(fact, id)) return nothingToAdd
  if (fact.retracted) return refused({ code: 'fact-retracted', target: data.target })
  const content = schemaOfKind(fact.kind).safeParse(patched(fact.fact, data.changes), inFrench)
  const faults = content.success ? movedStep(fact, content.data) : faultsOf(content.error)
  if (faults.length > 0 || !content.success) return refused({ code: 'correction-invalid', faults })
  const changes = patchBetween(fact.fact, content.data)
  if (sameContent(changes, {})) return nothingToAdd
  const refusal =
    refusalOfAmendment(state, id, data) ?? refusalOfCorrected(state, fact, content.data, circumstances)
  return refusal === undefined
    ? accepted({ type: 'StepCorrected', id, data: { ...data, changes } })
    : refused(refusal)
}

/** Takes a fact or a link back. What was retracted already is not retracted twice. */
export const decideRetraction = (
  state: OrganisationHistory,
  { id, data }: CommandNamed<'RetractFact'>,
): Decision => {
  const known = state.facts.get(data.target) ?? state.links.find((link) => link.id === data.target)
  if (known === undefined) return refused({ code: 'fact-unknown', target: data.target })
  if (known.retracted) return nothingToAdd
  const refusal = refusalOfAmendment(state, id, data)
  return refusal === undefined ? accepted({ type: 'StepRetracted', id, data }) : refused(refusal)
}

/** Says out of which steps one came. Links that are on record are not told again. */
export const decideLinks = (
  state: OrganisationHistory,
  { id, data }: CommandNamed<'LinkSteps'>,
  { inheritedSteps }: Circumstances,
): Decision => {
  const again = state.links.find((link) => link.id === id)
  if (again !== undefined) {
    const told = again.stepId === data.stepId && again.follows.every((step) => data.follows.includes(step))
    return told ? nothingToAdd : refused({ code: 'identity-taken', id })
  }
  const facts = factsOfStep(state, data.stepId)
  if (facts.length === 0 && !inheritedSteps.has(data.stepId)) {
    return refused({ code: 'step-unknown', stepId: data.stepId })
  }
  if (data.follows.includes(data.stepId)) return refused({ code: 'link-to-itself', stepId: data.stepId })
  const known = new Set([
    ...facts.flatMap(({ fact }) => fact.follows ?? []),
    ...linkedTo(state.links, data.stepId),
  ])
  const follows = [...new Set(data.follows)].filter((stepId) => !known.has(stepId))
  if (follows.length === 0) return nothingToAdd
  const refusal = refusalOfAmendment(state, id, data)
  return refusal === undefined
    ? accepted({ type: 'StepsLinked', id, data: { ...data, follows } })
    : refused(refusal)
}

/** Corrects what was told of the organisation itself. */
export const decideProfileCorrection = (
  organisation: OrganisationId,
  state: OrganisationHistory,
  { id, target, changes, reason }: CommandNamed<'CorrectOrganisation'>,
): Decision => {
  const fact = state.profile.find((known) => known.id === target)
  if (fact === undefined) return refused({ code: 'fact-unknown', target })
  if (wasAmendedBy(fact, id)) return nothingToAdd
  const schema: z.ZodType<Readonly<Record<string, unknown>>> = profileEventSchemas[fact.event.type]
  const content = schema.safeParse(patched(fact.event.data, changes), inFrench)
  if (!content.success) return refused({ code: 'correction-invalid', faults: faultsOf(content.error) })
  if (content.data['successor'] === organisation) {
    return refused({ code: 'successor-of-itself', successor: organisation })
  }
  const difference = patchBetween(fact.event.data, content.data)
  if (sameContent(difference, {})) return nothingToAdd
  const refusal =
    refusalOfAmendment(state, id, { reason }) ?? personalDataIn(freeTextsOfProfile(content.data))
  return refusal === undefined
    ? accepted({ type: 'OrganisationCorrected', id, data: { target, changes: difference, reason } })
    : refused(refusal)
}

/** The faults of a content that its schema refuses, each with its path. */
const faultsOf = (error: z.ZodError): readonly Fault[] =>
  error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))

const wasAmendedBy = ({ amendments }: Pick<FactOnRecord, 'amendments'>, id: EventId): boolean =>
  amendments.some((amendment) => amendment.id === id)

const refusalOfAmendment = (
  { ids }: OrganisationHistory,
  id: EventId,
  { reason, source }: { readonly reason?: string; readonly source?: Fact['source'] },
) =>
  ids.has(id)
    ? ({ code: 'identity-taken', id } as const)
    : personalDataIn([
        ['reason', reason],
        ['source.reference', source?.reference],
      ])

const refusalOfCorrected = (
  state: OrganisationHistory,
  fact: FactOnRecord,
  content: Fact,
  circumstances: Circumstances,
) => {
  const told: NewFact = { id: fact.id, kind: fact.kind, stage: fact.stage, fact: content }
  const refusal = refusalOfContent(told)
  if (refusal !== undefined || sameContent(claimOf(fact.fact), claimOf(content))) return refusal
  const others = { ...state, facts: without(state, fact.id) }
  const { recordedOn } = corrected(fact, patchBetween(fact.fact, content), circumstances.today)
  return refusalOfFact(others, told, {
    today: recordedOn,
    inheritedSteps: asIfInherited(fact, circumstances),
  })
}

/** What the rules on dates and repetition read of a fact. */
const claimOf = ({ occurred, within, statedOn, source }: Fact) => ({
  occurred,
  within,
  statedOn,
  reference: source?.reference,
})

const movedStep = (fact: FactOnRecord, { stepId }: Fact): readonly Fault[] =>
  stepId === fact.fact.stepId
    ? []
    : [{ path: 'stepId', message: 'un fait ne change pas d’étape : le retirer, puis l’enregistrer' }]

const without = (state: OrganisationHistory, id: EventId): ReadonlyMap<EventId, FactOnRecord> =>
  new Map([...state.facts].filter(([known]) => known !== id))

/** The corrected fact may be the one that opened its step: the step is on record all the same. */
const asIfInherited = (fact: FactOnRecord, { inheritedSteps }: Circumstances) =>
  new Map([...inheritedSteps, [fact.fact.stepId, fact.kind] as const])
