import type { AttributeClaimsOf } from '#domain/steps/declaring/attribute.js'
import type { KindDeclaration, Stage } from '#domain/steps/declaring/kind.js'
import { ecosystem } from './ecosystem.js'
import { evaluation } from './evaluation.js'
import { foresight } from './foresight.js'
import { institutionalisation } from './institutionalisation.js'
import { membership } from './membership.js'
import { other } from './other.js'
import { programme } from './programme.js'
import { proofOfConcept } from './proof-of-concept.js'
import { scaling } from './scaling.js'
import { sensitisation } from './sensitisation.js'
import { setback } from './setback.js'
import { sponsorship } from './sponsorship.js'
import { training } from './training.js'

/** Everything that an administration can do on its way, by family. */
export const families = [
  sensitisation,
  proofOfConcept,
  institutionalisation,
  training,
  ecosystem,
  scaling,
  foresight,
  evaluation,
  sponsorship,
  membership,
  setback,
  programme,
  other,
] as const

type DeclaredKind = (typeof families)[number]['kinds'][number]
export type KindCode = DeclaredKind['code']
export type KindOf<C extends KindCode> = Extract<DeclaredKind, { readonly code: C }>
export type AttributesOfKind<C extends KindCode> = AttributeClaimsOf<KindOf<C>['attributes']>
export type FamilyCode = (typeof families)[number]['code']

/** An entry with its code known to be one of the catalogue's. */
export type Kind = KindDeclaration & { readonly code: KindCode; readonly family: FamilyCode }

const entries: readonly (readonly [KindCode, Kind])[] = families.flatMap(({ code, kinds }) =>
  kinds.map((kind): readonly [KindCode, Kind] => [kind.code, { ...kind, family: code }]),
)
const byCode: ReadonlyMap<string, Kind> = new Map(entries)

/** All kinds in the order of the catalogue. */
export const kinds: readonly Kind[] = entries.map(([, kind]) => kind)
export const kindCodes: readonly KindCode[] = entries.map(([code]) => code)

export const isKindCode = (code: string): code is KindCode => byCode.has(code)

/** The kind of a known code. */
export const kindOf = (code: KindCode): Kind => {
  const kind = byCode.get(code)
  if (kind === undefined) throw new Error(`not in the catalogue: ${code}`)
  return kind
}

/** The event type of a stage, or undefined where the kind has no such stage. */
export const eventTypeOf = (kind: Kind, stage: Stage): string | undefined =>
  (kind.events as Partial<Record<Stage, string>>)[stage] // each shape has its own keys; absent ones read as undefined

export interface StageOfKind {
  readonly kind: Kind
  readonly stage: Stage
}

const byEventType: ReadonlyMap<string, StageOfKind> = new Map(
  kinds.flatMap((kind) =>
    Object.entries(kind.events).map(([stage, type]) => [type, { kind, stage: stage as Stage }] as const),
  ), // the keys of `events` are stages by the type of a declaration
)

/** The kind and stage that an event type tells of, or undefined when it is no stage of any kind. */
export const stageOfEventType = (type: string): StageOfKind | undefined => byEventType.get(type)

/** The event types of all stages of all kinds. */
export const stepEventTypes: readonly string[] = [...byEventType.keys()]
