import { EventId } from '#domain/identifiers/identifiers.js'
import { inFrench } from '#domain/refusals/in-french.js'
import type { Fault, Refusal } from '#domain/refusals/refusal.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import { factFields } from '#domain/steps/fact.js'
import { stageLabels } from '#domain/steps/stage-labels.js'
import { schemaOfKind, stagesOfKind, type FactStage } from '#domain/steps/step-event.js'
import type { NewFact } from './command.js'
import { faultsOf } from './decide-amendments.js'

/** A fact as it comes from outside: nothing of it is known to be right. */
export interface UnreadFact {
  readonly id: unknown
  readonly kind: unknown
  readonly stage: unknown
  readonly fact: unknown
}

export type ReadFact =
  { readonly read: true; readonly fact: NewFact } | { readonly read: false; readonly refusal: Refusal }

/** Reads a fact that comes from outside, or says why not: the fault that has a refusal of its own, else all of them. */
export const readNewFact = ({ id, kind, stage, fact }: UnreadFact): ReadFact => {
  if (typeof kind !== 'string' || !isKindCode(kind)) return no({ code: 'kind-unknown', kind: shown(kind) })
  if (!isStage(stage)) return invalid([{ path: 'stage', message: `inconnu : ${shown(stage)}` }])
  if (!stagesOfKind(kindOf(kind)).includes(stage)) return no({ code: 'stage-not-of-kind', kind, stage })
  const eventId = EventId.safeParse(id, inFrench)
  if (!eventId.success) {
    return invalid(faultsOf(eventId.error).map(({ message }) => ({ path: 'id', message })))
  }
  const content = schemaOfKind(kind).safeParse(fact, inFrench)
  return content.success
    ? { read: true, fact: { id: eventId.data, kind, stage, fact: content.data } }
    : no(refusalOfFaults(faultsOf(content.error), fact))
}

const dateFields = ['occurred', 'within', 'expected', 'statedOn'] as const

const refusalOfFaults = (faults: readonly Fault[], fact: unknown): Refusal => {
  const given = new Map(typeof fact === 'object' && fact !== null ? Object.entries(fact) : [])
  if (given.has('role') && faults.some(({ path }) => path === 'role')) {
    return { code: 'role-unknown', role: shown(given.get('role')) }
  }
  const date = dateFields.find(
    (field) => given.has(field) && !factFields[field].safeParse(given.get(field)).success,
  )
  return date === undefined
    ? { code: 'fact-invalid', faults }
    : { code: 'date-unreadable', field: date, text: shown(given.get(date)) }
}

const isStage = (stage: unknown): stage is FactStage =>
  typeof stage === 'string' && Object.hasOwn(stageLabels, stage)

const no = (refusal: Refusal): ReadFact => ({ read: false, refusal })

const invalid = (faults: readonly Fault[]): ReadFact => no({ code: 'fact-invalid', faults })

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value) || '')
