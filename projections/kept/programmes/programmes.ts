import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { type KeptModel, notRegistered, type Derivation, type FoldedOrganisation } from '../kept-model.js'
import { RowsById } from '#projections/kept/sorted-tree.js'
import type { ProgrammesRow, PartOutcome, ProgrammePart, ToldStage } from './programmes-row.js'
import { present } from '#domain/kernel/present.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import {
  beginnings,
  daysOfFact,
  ends,
  isOfPlan,
  rangeOfStage,
  stepsOf,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import { carriesStep } from '#domain/steps/roles.js'
import type { Fact } from '#domain/steps/fact.js'
import type { QuantityClaim } from '#domain/steps/declaring/quantity.js'

/** The parts taken in programmes, by organisation. Questions go through all of it. */
export type ProgrammesTaken = ReadonlyMap<OrganisationId, ProgrammesRow>

/** The parts that an organisation took in programmes, from all that its stream tells. */
export const programmesRowOf = ({ id, history }: FoldedOrganisation): Derivation<ProgrammesRow> => {
  const profile = profileOnRecord(history)?.profile
  if (profile === undefined) return notRegistered
  const { name, kind } = profile
  const parts = stepsOf(history)
    .map(partOf)
    .filter(({ programme, follows }) => programme !== undefined || follows.length > 0)
  return { derived: true, row: { id, name, kind, parts } }
}

const partOf = ({ stepId, kind, facts, follows }: StepOnRecord): ProgrammePart => {
  const last = <Field extends keyof Fact>(field: Field): Fact[Field] | undefined =>
    facts.findLast(({ fact }) => fact[field] !== undefined)?.fact[field]
  const done = facts.filter((fact) => !isOfPlan(fact))
  return present({
    stepId,
    kind,
    programme: last('programme'),
    edition: last('edition'),
    site: last('site'),
    title: facts.find(({ fact }) => fact.title !== undefined)?.fact.title,
    role: facts[0].fact.role,
    carries: facts.some(({ fact }) => carriesStep(kind, fact.role)),
    jointId: last('jointId'),
    outcome: outcomeOf(facts),
    begun: rangeOfStage(done, ...beginnings, 'happened'),
    ended: rangeOfStage(done, ...ends),
    stages: facts.map(toldStage),
    follows,
  })
}

const toldStage = (told: FactOnRecord): ToldStage => {
  const { title, occurred, within, expected, otherQuantities, cost, source } = told.fact
  return present({
    stage: told.stage,
    title,
    range: daysOfFact(told),
    occurred,
    within,
    expected,
    figures: figuresOf(told),
    words: otherQuantities,
    cost,
    source: source?.reference,
  })
}

const figuresOf = ({ kind, fact }: FactOnRecord): Readonly<Record<string, QuantityClaim>> => {
  const { attributes } = kindOf(kind)
  return Object.fromEntries(
    Object.entries(fact.attributes ?? {}).flatMap(([name, claim]) =>
      attributes[name]?.type === 'quantity' && (typeof claim === 'number' || typeof claim === 'string')
        ? [[name, claim]]
        : [],
    ),
  )
}

const outcomeOf = (facts: readonly FactOnRecord[]): PartOutcome => {
  const told = (...stages: readonly FactOnRecord['stage'][]): boolean =>
    facts.some(({ stage }) => stages.includes(stage))
  if (facts.every(isOfPlan)) return told('plan-dropped') ? 'dropped' : 'announced'
  if (told('abandoned')) return 'abandoned'
  if (told('completed')) return 'completed'
  if (told('ended')) return 'ended'
  if (told('happened')) return 'happened'
  return isSuspended(facts) ? 'suspended' : 'open'
}

/** By the last day on which each may have been; what was recorded later tells more of the same day. */
const isSuspended = (facts: readonly FactOnRecord[]): boolean =>
  facts
    .filter(({ stage }) => stage === 'suspended' || stage === 'resumed')
    .toSorted((one, other) => daysOfFact(one).latest - daysOfFact(other).latest)
    .at(-1)?.stage === 'suspended'

/** Who took part in which programme, what was announced, and what came out of what. */
export const programmesTaken: KeptModel<ProgrammesRow, RowsById<ProgrammesRow>> = {
  name: 'programmes',
  version: 1,
  readableSince: 1,
  rowOf: programmesRowOf,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (taken, rows) => taken.with(rows),
}
