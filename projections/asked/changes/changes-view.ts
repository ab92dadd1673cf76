import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

const Named = z.strictObject({ code: z.string(), labels: LabelsView })

/** Where an organisation stands by position or in a dimension, as far as two answers are compared. */
const TrackStanding = z.strictObject({
  state: z.enum(['held', 'possible', 'stale', 'none']),
  /** The highest position or level that nothing refutes; null when none. */
  code: z.string().nullable(),
  labels: LabelsView,
  /** The highest that is held for certain; null when none. */
  surely: z.string().nullable(),
  /** In each reading every position that holds, or the highest level. */
  readings: z.strictObject({
    certain: z.array(z.string()),
    possible: z.array(z.string()),
    unrefuted: z.array(z.string()),
    kept: z.array(z.string()),
  }),
})

const Period = z.enum(['before', 'within', 'ended'])

const Difference = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('period'), before: Period, after: Period, sentence: LabelsView }),
  z.strictObject({
    of: z.literal('position'),
    before: TrackStanding,
    after: TrackStanding,
    sentence: LabelsView,
  }),
  /** Null where one of the two models has no such dimension. */
  z.strictObject({
    of: z.literal('dimension'),
    dimension: Named,
    before: TrackStanding.nullable(),
    after: TrackStanding.nullable(),
    sentence: LabelsView,
  }),
])

/** What made a part of the difference. */
const Reason = z.strictObject({
  /**
   * Of knowledge: a fact that was `recorded`, `corrected` or `retracted` in between, or something `told-of-organisation`.
   * Of the model: a `rule`. Of the organisation: what `happened` by a day, or its `end`.
   */
  type: z.enum(['recorded', 'corrected', 'retracted', 'told-of-organisation', 'rule', 'happened', 'end']),
  /** The facts that it speaks of, by their event ids; of an amendment its own id first. */
  events: z.array(z.string()),
  /** The criteria that it speaks of, as JSON pointers into the model. */
  paths: z.array(z.string()),
  /** Of a rule: in which model, and whether it is met. */
  model: z.string().optional(),
  holds: z.boolean().optional(),
  /** The days on which it made a difference: two where its date is imprecise, the first and the last possible. */
  days: z.array(z.iso.date()),
  sentence: LabelsView,
})

const Part = z.strictObject({
  cause: z.enum(['knowledge', 'model', 'organisation']),
  /** Whether this was asked to differ at all. */
  moved: z.boolean(),
  differences: z.array(Difference),
  because: z.array(Reason),
  /** Of knowledge: how many events besides were known at one moment and not at the other, without any effect on the answer. */
  withoutEffect: z.int().optional(),
  sentence: LabelsView,
})

const Asked = z.strictObject({
  asOf: z.iso.date(),
  knownAt: z.iso.datetime(),
  knownBy: z.enum(['recorded', 'documented']),
  model: z.strictObject({ id: z.string(), version: z.int(), hash: z.string(), labels: LabelsView }),
})

/** What differs between two answers about one organisation, each difference with its one cause. */
export const ChangesView = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  from: Asked,
  to: Asked,
  changed: z.boolean(),
  differences: z.array(Difference),
  /**
   * First what we know moves, on the day and under the model of `from`; then the model, on that day; then the day. Each
   * part begins where the one before ended: together they are the whole.
   */
  parts: z.tuple([Part, Part, Part]),
  sentence: LabelsView,
})
export type ChangesView = z.infer<typeof ChangesView>
export type Difference = z.infer<typeof Difference>
export type TrackStanding = z.infer<typeof TrackStanding>
export type Period = z.infer<typeof Period>
export type Reason = z.infer<typeof Reason>
export type Part = z.infer<typeof Part>
