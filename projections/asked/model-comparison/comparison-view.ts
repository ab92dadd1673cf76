import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

const Codes = z.array(z.string())

/** Where an organisation stands in one respect under one model. */
const Place = z.strictObject({
  /** Of the position or level that nothing refutes; null when none. */
  code: z.string().nullable(),
  labels: LabelsView,
  state: z.enum(['held', 'possible', 'stale', 'none']),
  /** In each reading every position that holds; of a dimension the highest level. */
  readings: z.strictObject({ certain: Codes, possible: Codes, unrefuted: Codes, kept: Codes }),
})
export type Place = z.infer<typeof Place>

/** A level or position that holds under one of the models only, and what in the models makes it so. */
const Rule = z.strictObject({
  /** `gained`, `lost`: both models have it. `added`, `removed`: only one of them does. `order`: they order it otherwise. */
  effect: z.enum(['gained', 'lost', 'added', 'removed', 'order']),
  rank: z.strictObject({ code: z.string(), labels: LabelsView, reason: LabelsView }),
  /** The model that label and reason are of. */
  model: z.enum(['from', 'to']),
  /** JSON pointer into that model's document. */
  path: z.string(),
  readings: z.array(z.enum(['certain', 'possible', 'unrefuted', 'kept'])),
  /** The criteria in which the models differ, met by this organisation or not. */
  because: z.array(z.strictObject({ model: z.enum(['from', 'to']), path: z.string(), met: z.boolean() })),
})
export type Rule = z.infer<typeof Rule>

const Move = z.strictObject({ from: Place, to: Place, rules: z.array(Rule) })
export type Move = z.infer<typeof Move>

const DimensionNamed = z.strictObject({ code: z.string(), labels: LabelsView })
const DimensionMove = Move.extend({ dimension: DimensionNamed })
export type DimensionMove = z.infer<typeof DimensionMove>

const Mover = z.strictObject({
  id: z.string(),
  name: z.string(),
  position: Move.nullable(),
  dimensions: z.array(DimensionMove),
})
export type Mover = z.infer<typeof Mover>

/** How many organisations stand here under the one model and there under the other. */
const Count = z.strictObject({
  from: z.string().nullable(),
  fromState: Place.shape.state,
  to: z.string().nullable(),
  toState: Place.shape.state,
  organisations: z.int().positive(),
})
export type Count = z.infer<typeof Count>

const ModelReference = z.strictObject({
  id: z.string(),
  version: z.int(),
  hash: z.string(),
  labels: LabelsView,
})

/** Who would stand elsewhere under another model, over the whole registry, and by which rule. */
export const ModelComparison = z.strictObject({
  asOf: z.iso.date(),
  knownAt: z.iso.datetime(),
  knownBy: z.string(),
  from: ModelReference,
  to: ModelReference,
  /** Dimensions that only one of the models has; only shared ones are compared. */
  dimensionsOnlyIn: z.strictObject({ from: z.array(DimensionNamed), to: z.array(DimensionNamed) }),
  /** Organisations that were compared, and among them those that would move in some respect. */
  compared: z.int(),
  moved: z.int(),
  /** Not compared: those that had ended by that day, and those that were not registered at that moment. */
  ended: z.int(),
  notKnown: z.int(),
  /** Not compared, since their stream cannot be read. */
  unreadable: z.array(z.strictObject({ id: z.string(), reason: z.string() })),
  /** Everybody who was compared, also who stays. */
  counts: z.strictObject({
    position: z.array(Count),
    dimensions: z.array(z.strictObject({ dimension: DimensionNamed, counts: z.array(Count) })),
  }),
  /** Those that would move, by name; `moversLeftOut` says how many the asked limit left out. */
  movers: z.array(Mover),
  moversLeftOut: z.int(),
})
export type ModelComparison = z.infer<typeof ModelComparison>
