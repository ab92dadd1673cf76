import type { AttributeClaim, AttributeDeclarations } from './attribute.js'
import type { Labels } from '#domain/kernel/labels.js'

/** What can happen in the life of an engagement, by its shape; `stages` are in the order of a life. */
export const shapes = {
  punctual: { labels: { fr: 'ponctuelle', en: 'punctual' }, stages: ['happened'] },
  running: { labels: { fr: 'qui se déroule', en: 'running' }, stages: ['started', 'completed', 'abandoned'] },
  lasting: {
    labels: { fr: 'qui dure', en: 'lasting' },
    stages: ['begun', 'changed', 'suspended', 'resumed', 'ended'],
  },
} as const satisfies Record<string, { labels: Labels; stages: readonly string[] }>

export type Shape = keyof typeof shapes
export type StageOf<S extends Shape> = (typeof shapes)[S]['stages'][number]
export type Stage = StageOf<Shape>
/** What every kind may have on record besides, whatever its shape. */
export type SharedStage = 'planned' | 'plan-dropped' | 'confirmed'

/** A stage of the kind's shape, or one of those that every kind shares. */
export type FactStage = Stage | 'planned' | 'plan-dropped' | 'confirmed'

/** Stages that come once in a life: a second claim about one widens its date instead of telling a second time. */
const onceOnly: ReadonlySet<string> = new Set<Stage>([
  'happened',
  'started',
  'completed',
  'abandoned',
  'begun',
  'ended',
])
export const comesOnce = (stage: Stage | SharedStage): boolean => onceOnly.has(stage)

/** Stages that may be the first thing on record of a step; every other needs a step that is already there. */
const opening: ReadonlySet<Stage> = new Set(['happened', 'started', 'completed', 'begun'])
export const opensStep = (stage: Stage): boolean => opening.has(stage)

interface KindTexts {
  /** Stable code: `training-session`. */
  readonly code: string
  /** A bare noun, without article. */
  readonly labels: Labels
  /** The same of several, and the gender that French articles and participles agree with: sentences are made of these. */
  readonly plural: Labels
  readonly gender: 'm' | 'f'
  /** How it begins and ends, where «a commencé» and «a pris fin» would not be said of it. */
  readonly verbs?: { readonly begun: Labels; readonly ended: Labels }
  /** What is said of it at a stage where the usual participle would not fit: «labo ouvert», «distinction reçue». */
  readonly participles?: Partial<Readonly<Record<Stage, Labels>>>
  readonly attributes: AttributeDeclarations
  /** Attributes that every step of the kind has by definition, and that no fact needs to tell. */
  readonly constants?: Readonly<Record<string, AttributeClaim>>
  /** `every-role`: supporting roles carry it too. Default: only the carrying roles have it as evidence. */
  readonly carriedBy?: 'every-role'
}

/**
 * One entry of the catalogue: a kind of step with the event type of each of its stages. Schemas, types, import
 * columns, evidence and documentation derive from it.
 */
export type KindDeclaration = KindTexts &
  (
    | { readonly shape: 'punctual'; readonly events: { readonly happened: string } }
    | {
        readonly shape: 'running'
        readonly events: { readonly started: string; readonly completed: string; readonly abandoned: string }
      }
    | {
        readonly shape: 'lasting'
        readonly events: {
          readonly begun: string
          readonly ended: string
          readonly changed?: string
          readonly suspended?: string
          readonly resumed?: string
        }
      }
  )

/** Declares the kinds of one family, keeping their literal types. */
export const family = <const F extends string, const K extends readonly KindDeclaration[]>(
  code: F,
  labels: Labels,
  kinds: K,
) => ({ code, labels, kinds }) as const
