import { z } from 'zod'
import { schemaOfAttributes } from './declaring/attribute.js'
import {
  eventTypeOf,
  kindOf,
  kinds,
  stageOfEventType,
  type AttributesOfKind,
  type Kind,
  type KindCode,
  type KindOf,
} from './catalogue/catalogue.js'
import { factSchema, factSchemaNaming, type Fact } from './fact.js'
import type { FactStage, Stage } from './declaring/kind.js'
import { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { EventOf } from '#domain/kernel/event-of.js'
import { MergePatch } from '#domain/kernel/merge-patch.js'
import { text } from '#domain/kernel/text.js'
import { EdtfSingle } from '#domain/time/edtf.js'
import { Source } from './fact-fields.js'

type EventsOf<C extends KindCode> = KindOf<C>['events']
type StageEventOf<C extends KindCode> = {
  [S in keyof EventsOf<C>]: {
    readonly type: EventsOf<C>[S]
    readonly data: Fact & { readonly attributes?: AttributesOfKind<C> | undefined }
  }
}[keyof EventsOf<C>]

/** Every stage of every kind, each with the attributes of its kind: the union that the catalogue declares. */
export type StepEvent = { [C in KindCode]: StageEventOf<C> }[KindCode]
export type StepEventType = StepEvent['type']

/** The same seen from outside the kinds: what the fold and the projections handle alike. */
export interface StageEvent {
  readonly type: StepEventType
  readonly data: Fact
}

/** A step of any kind is announced, on the day of the announcement; `expected` says for when. */
export interface StepPlanned {
  readonly type: 'StepPlanned'
  readonly data: Fact & { readonly kind: KindCode }
}

/** An announced step will not come. */
export interface PlanDropped {
  readonly type: 'PlanDropped'
  readonly data: Fact & { readonly kind: KindCode }
}

/** A lasting or running step still stood on that day. */
export interface StepConfirmed {
  readonly type: 'StepConfirmed'
  readonly data: Fact & { readonly kind: KindCode }
}

/** The facts that every kind shares, whatever its shape. */
export type SharedStepEvent = StepPlanned | PlanDropped | StepConfirmed
export type FactEvent = StageEvent | SharedStepEvent

const sharedStages = {
  StepPlanned: 'planned',
  PlanDropped: 'plan-dropped',
  StepConfirmed: 'confirmed',
} as const
const sharedTypes = {
  planned: 'StepPlanned',
  'plan-dropped': 'PlanDropped',
  confirmed: 'StepConfirmed',
} as const

export const sharedStepEventTypes = Object.keys(sharedStages) as (keyof typeof sharedStages)[] // its literal keys

const isSharedStage = (stage: FactStage): stage is keyof typeof sharedTypes => stage in sharedTypes

/** The stages that a kind can have on record, in the order of a life. */
export const stagesOfKind = (kind: Kind): readonly FactStage[] => {
  const own = Object.keys(kind.events) as Stage[] // its keys are stages, by the type of a declaration
  const shared: readonly FactStage[] =
    kind.shape === 'punctual' ? ['planned', 'plan-dropped'] : ['planned', 'plan-dropped', 'confirmed']
  return [...shared, ...own]
}

/** Which kind and stage a fact tells of. */
export const factOf = (
  event: FactEvent,
): { readonly kind: Kind; readonly stage: FactStage; readonly fact: Fact } => {
  if (event.type in sharedStages) {
    const shared = event as SharedStepEvent // its type is one of the three
    const { kind, ...fact } = shared.data
    return { kind: kindOf(kind), stage: sharedStages[shared.type], fact }
  }
  const known = stageOfEventType(event.type)
  if (known === undefined) throw new Error(`no stage of any kind: ${event.type}`)
  return { kind: known.kind, stage: known.stage, fact: event.data }
}

/** The event that tells a stage of a kind; undefined where the kind has no such stage. */
export const factEvent = (kind: KindCode, stage: FactStage, fact: Fact): FactEvent | undefined => {
  const declared = kindOf(kind)
  if (!stagesOfKind(declared).includes(stage)) return undefined
  if (isSharedStage(stage)) return { type: sharedTypes[stage], data: { ...fact, kind } }
  const type = eventTypeOf(declared, stage)
  return type === undefined ? undefined : { type: type as StepEventType, data: fact } // declared by the catalogue
}

const schemasByKind: ReadonlyMap<KindCode, z.ZodType<Fact>> = new Map(
  kinds.map((kind) => [kind.code, factSchema(schemaOfAttributes(kind.attributes))]),
)

/** Validates a fact of a kind: the fields that every fact has, and the attributes of its kind. */
export const schemaOfKind = (kind: KindCode): z.ZodType<Fact> => {
  const schema = schemasByKind.get(kind)
  if (schema === undefined) throw new Error(`not in the catalogue: ${kind}`)
  return schema
}

const [firstKind, ...otherKinds] = kinds.map((kind) =>
  factSchemaNaming(kind.code, schemaOfAttributes(kind.attributes)),
)
if (firstKind === undefined) throw new Error('the catalogue is empty')

/** Validates the data of an event in which its kind stands: one branch a kind, with the attributes of that kind. */
export const sharedFactSchema: z.ZodType<Fact & { readonly kind: KindCode }> = z.discriminatedUnion('kind', [
  firstKind,
  ...otherKinds,
])

export const isStepEventType = (type: string): type is StepEventType => stageOfEventType(type) !== undefined

const reason = text(1000)
const told = { source: Source.optional(), statedOn: EdtfSingle.optional() }

/** The record about the record: nothing is updated or deleted, an event names the one that it amends. */
export const amendmentEventSchemas = {
  StepCorrected: z.strictObject({ target: EventId, changes: MergePatch, reason, ...told }),
  StepRetracted: z.strictObject({ target: EventId, reason, ...told }),
  /** The step came out of these, of this organisation or another. */
  StepsLinked: z.strictObject({ stepId: StepId, follows: z.array(StepId).min(1).max(20), ...told }),
} as const

export type AmendmentEvent = EventOf<typeof amendmentEventSchemas>

/** Tells these events from all others of a stream. */
export const isAmendmentEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, AmendmentEvent> => Object.hasOwn(amendmentEventSchemas, event.type)
