import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

const IsoDay = z.iso.date()

const Named = z.strictObject({ code: z.string(), labels: LabelsView })

/** Where an organisation stands in one respect, on the day that was asked. */
const Standing = {
  /**
   * `held`: whatever the imprecise dates were, on fresh evidence. `possible`: a date or a figure is too vague. `stale`: as
   * of the last news, to be confirmed. `none`: nothing that the model asks for is on record, or it is over.
   */
  state: z.enum(['held', 'possible', 'stale', 'none']),
  /** The first day of this answer. */
  since: IsoDay,
  /** The first day on which anything of the answer, in any reading, will be another if nothing happens; null when never. */
  until: IsoDay.nullable(),
  /** The first day on which what the sentence says no longer holds if nothing happens: held, or possibly held. */
  holdsUntil: IsoDay.nullable(),
  sentence: LabelsView,
  /** The facts that it rests on, by their event ids. */
  evidence: z.array(z.string()),
}

export const PositionStanding = z.strictObject({
  ...Standing,
  /** The highest position that nothing refutes; null when none. */
  position: Named.nullable(),
  /** The highest position that is held for certain, where it is another. */
  surely: Named.nullable(),
  /** Every position in each reading, lowest first: several are often held at once. */
  positions: z.strictObject({
    certain: z.array(z.string()),
    possible: z.array(z.string()),
    unrefuted: z.array(z.string()),
    kept: z.array(z.string()),
  }),
})

export const DimensionStanding = z.strictObject({
  ...Standing,
  dimension: Named,
  /** 0: nothing observed, which is no judgement. */
  level: z.int().nonnegative(),
  levelLabels: LabelsView,
  /** The highest level that is held for certain. */
  surely: z.int().nonnegative(),
})

/** A fact that the answer rests on. */
export const EvidenceFact = z.strictObject({
  eventId: z.string(),
  stepId: z.string(),
  /** The organisation that it happened to; a predecessor where it is inherited. */
  organisation: z.string(),
  inherited: z.boolean(),
  kind: z.string(),
  stage: z.string(),
  title: z.string().optional(),
  occurred: z.string().optional(),
  within: z.string().optional(),
  statedOn: z.string().optional(),
  earliest: IsoDay,
  latest: IsoDay,
  source: z.string().optional(),
  sentence: LabelsView,
})

/** A part of the story: as long as the summary of the position stays the same. */
const Chapter = z.strictObject({
  begin: IsoDay,
  /** The first day of the next chapter, the end of the organisation, or the horizon. */
  end: IsoDay,
  state: Standing.state,
  /** What the position is called; where there is none, how the model says so. */
  labels: LabelsView,
  position: Named.nullable(),
  surely: Named.nullable(),
  ahead: z.boolean(),
  because: z.array(LabelsView),
  sentence: LabelsView,
})

const Spell = z.strictObject({
  begin: IsoDay,
  end: IsoDay,
  /** Into another answer; or only cut: by the horizon, by a `succession` or another `end` of the organisation, which are no fall. */
  ends: z.enum(['turn', 'horizon', 'succession', 'end']),
  state: Standing.state,
  /** The ranks of each reading, 1 the lowest; of a dimension the highest counts. */
  certain: z.array(z.int()),
  possible: z.array(z.int()),
  unrefuted: z.array(z.int()),
  kept: z.array(z.int()),
})

const Warning = z.strictObject({
  code: z.enum(['goes-stale', 'undated-succession', 'recorded-later', 'ended']),
  sentence: LabelsView,
})

/** The answer to «where does this organisation stand, since when, and on which evidence». */
export const TrajectoryView = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  asOf: IsoDay,
  knownAt: z.iso.datetime(),
  knownBy: z.enum(['recorded', 'documented']),
  horizon: IsoDay,
  model: z.strictObject({ id: z.string(), version: z.int(), hash: z.string(), labels: LabelsView }),
  /** `before` its first evidence, `within` its trajectory, or after the organisation `ended`. */
  period: z.enum(['before', 'within', 'ended']),
  standing: PositionStanding,
  /** Where it stood on its last day, when the organisation has ended. */
  lastStanding: PositionStanding.optional(),
  dimensions: z.array(DimensionStanding),
  evidence: z.array(EvidenceFact),
  story: z.array(Chapter),
  spells: z.strictObject({
    position: z.array(Spell),
    dimensions: z.array(z.strictObject({ dimension: z.string(), spells: z.array(Spell) })),
  }),
  predecessors: z.array(z.string()),
  successors: z.array(
    z.strictObject({ id: z.string(), manner: z.string(), from: IsoDay.nullable(), labels: LabelsView }),
  ),
  warnings: z.array(Warning),
})
export type TrajectoryView = z.infer<typeof TrajectoryView>
export type PositionStanding = z.infer<typeof PositionStanding>
export type DimensionStanding = z.infer<typeof DimensionStanding>
export type EvidenceFact = z.infer<typeof EvidenceFact>
export type Chapter = z.infer<typeof Chapter>
export type Warning = z.infer<typeof Warning>
export type SpellView = z.infer<typeof Spell>
