import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import { EvidenceFact } from '#projections/asked/trajectory/trajectory-view.js'

const IsoDay = z.iso.date()
const Named = z.strictObject({ code: z.string(), labels: LabelsView })

/**
 * `held`, `possible`, `stale`, `none` as everywhere; of `stale` whether it surely held until then; of `none` why: a
 * contrary fact (an end, a suspension, an obstacle that stands), its period is over, less than is asked, or nothing.
 */
export const NodeAnswer = z.strictObject({
  state: z.enum(['held', 'possible', 'stale', 'none']),
  surely: z.boolean().optional(),
  reason: z.enum(['contrary-fact', 'period-over', 'not-enough', 'never-recorded']).optional(),
  /** Whether it holds on the day, in each reading: a tree composes reading by reading. */
  holds: z.strictObject({
    certain: z.boolean(),
    possible: z.boolean(),
    unrefuted: z.boolean(),
    kept: z.boolean(),
  }),
  /** The unbroken days around this one on which this answer’s reading holds; null where it does not hold. */
  since: IsoDay.nullable(),
  /** The first day on which that reading ends if nothing happens; null when never, or where it does not hold. */
  until: IsoDay.nullable(),
  /** Where it is not held: the first day on which it will be, if nothing happens. */
  heldFrom: IsoDay.nullable(),
})
export type NodeAnswer = z.infer<typeof NodeAnswer>

/** What is not known and would settle a «perhaps»: a day of a range, or a figure or another attribute. */
const Missing = z.strictObject({
  what: z.enum(['date', 'figure', 'attribute', 'continuation']),
  stepId: z.string(),
  attribute: z.string().optional(),
  earliest: IsoDay.optional(),
  latest: IsoDay.optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  sentence: LabelsView,
})
export type Missing = z.infer<typeof Missing>

/** How far a leaf is: what there is for certain and at most, of what is asked. */
const Shortfall = z.strictObject({
  asked: z.number(),
  least: z.number(),
  most: z.number(),
  /** What is still to be had for certain; 0 where enough is there. */
  lacks: z.number(),
  /** The attribute that is added up; absent where things are counted. */
  attribute: z.string().optional(),
})
export type Shortfall = z.infer<typeof Shortfall>

/** A criterion with its answer on the day, mirroring the model’s. */
export const CriterionNode = z.strictObject({
  /** Where it stands in the model (RFC 6901). */
  path: z.string(),
  form: z.enum(['count', 'sum', 'standing', 'level', 'all', 'any', 'of', 'not']),
  answer: NodeAnswer,
  /** What it asks for. */
  asks: LabelsView,
  /** The answer in words. */
  sentence: LabelsView,
  /** The events that a leaf rests on, or that show why it is not held. */
  events: z.array(z.string()),
  shortfall: Shortfall.optional(),
  missing: z.array(Missing),
  /** Of `level`: the levels that it reads, each explained under its dimension. */
  reads: z.strictObject({ dimension: z.string(), levels: z.array(z.int()) }).optional(),
  /** Of `of`: how many of its parts are asked for. */
  atLeast: z.int().optional(),
  get parts(): z.ZodArray<typeof CriterionNode> {
    return z.array(CriterionNode)
  },
})
export type CriterionNode = z.infer<typeof CriterionNode>
// A schema that contains itself needs a name that OpenAPI can refer to.
z.globalRegistry.add(CriterionNode, { id: 'CriterionNode' })

/** A level or a position: whether it holds, is the next one, or neither. */
const Rank = z.strictObject({
  ...Named.shape,
  rank: z.int().positive(),
  part: z.enum(['holds', 'next', 'other']),
  answer: NodeAnswer,
  criterion: CriterionNode,
})
export type ExplainedRank = z.infer<typeof Rank>

const Track = {
  state: NodeAnswer.shape.state,
  /** The highest rank that nothing refutes; 0 when none. */
  rank: z.int().nonnegative(),
  /** Where it stands and why, as a person would say it. */
  sentence: LabelsView,
  /** What the next one asks for and what is there of it; absent at the top. */
  next: LabelsView.optional(),
  /** What would settle the answer, where it is a «perhaps». */
  missing: z.array(Missing),
  events: z.array(z.string()),
}

const ExplainedDimension = z.strictObject({ ...Track, dimension: Named, levels: z.array(Rank) })
const ExplainedPosition = z.strictObject({ ...Track, positions: z.array(Rank) })

/** What goes stale or ceases if nothing happens. `uncertain`: still possible, no longer sure. `ended`: the organisation. */
const Expiry = z.strictObject({
  day: IsoDay,
  dimension: z.string().nullable(),
  /** 0 where the organisation itself ends. */
  rank: z.int().nonnegative(),
  becomes: z.enum(['uncertain', 'stale', 'none', 'ended']),
  sentence: LabelsView,
})
export type Expiry = z.infer<typeof Expiry>

/** What is to be known of the whole before the details; several may be true at once. */
const Situation = z.strictObject({
  code: z.enum([
    'succeeded',
    'ended',
    'closed',
    'dissolved-by-choice',
    'silent',
    'never-observed',
    'only-support',
    'plan-dropped',
    'nothing-that-counts',
  ]),
  sentence: LabelsView,
  events: z.array(z.string()),
})
export type Situation = z.infer<typeof Situation>

/** The answer to «why»: for a day, every criterion with what it rests on, since when, until when, and what is missing. */
export const Explanation = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  asOf: IsoDay,
  /** The day that is explained: the organisation’s last one where it has ended. */
  explained: IsoDay,
  knownAt: z.iso.datetime(),
  knownBy: z.enum(['recorded', 'documented']),
  model: z.strictObject({ id: z.string(), version: z.int(), hash: z.string(), labels: LabelsView }),
  period: z.enum(['before', 'within', 'ended']),
  situations: z.array(Situation),
  position: ExplainedPosition,
  dimensions: z.array(ExplainedDimension),
  /** In order of days. */
  warnings: z.array(Expiry),
  /** Replaying only these and the organisation’s own profile gives the same answer for the day. */
  events: z.array(z.string()),
  evidence: z.array(EvidenceFact),
})
export type Explanation = z.infer<typeof Explanation>
