import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import { StepOfOther } from '#projections/asked/steps/step-of-other.js'

const Named = z.strictObject({ code: z.string(), labels: LabelsView })
const IsoDay = z.iso.date()

/** What one criterion of the model lacks. */
const Shortfall = z.strictObject({
  /** Where the criterion stands in the model (RFC 6901). */
  path: z.string(),
  state: z.enum(['possible', 'stale', 'lacking', 'in-the-way']),
  /** What counts for certain: occurrences, a quantity, or what stands. */
  have: z.number(),
  /** What counts possibly, stale or not. */
  possibly: z.number(),
  need: z.number(),
  /** The events of what bears on it already: to be dated, completed, confirmed or overcome. */
  evidence: z.array(z.string()),
  sentence: LabelsView,
})

const AdvisedFact = z.strictObject({
  kind: z.string(),
  stage: z.string(),
  stepId: z.string(),
  role: z.string(),
  occurred: IsoDay,
  attributes: z.record(z.string(), z.unknown()).optional(),
})

const AdvisedStep = z.strictObject({
  purpose: z.enum(['take', 'announce', 'support', 'confirm', 'state', 'resume', 'overcome']),
  kind: z.string(),
  stepId: z.string().optional(),
  role: z.string(),
  times: z.int(),
  /** Other kinds of step that would do as well. */
  otherKinds: z.array(z.string()),
  effort: z.enum(['light', 'moderate', 'heavy']),
  collective: z.boolean(),
  /** False for what others grant, or what shows afterwards: it cannot be decided. */
  ofOwnWill: z.boolean(),
  sentence: LabelsView,
})

const AdvisedRoute = z.strictObject({
  /** The day for which it was tried: what is advised is on record by then, and the target is held for certain. */
  by: IsoDay,
  shortfalls: z.array(Shortfall),
  steps: z.array(AdvisedStep),
  /** The same as facts to record, or to send to what-if. */
  facts: z.array(AdvisedFact),
  sentence: LabelsView,
})

const TargetView = z.strictObject({
  /** Absent for the position. */
  dimension: Named.optional(),
  /** The level or position: 1 is the lowest. */
  rank: z.int(),
  name: Named,
  aim: z.enum(['confirm', 'next']),
  /** What is lacking on the asked day, on every route. */
  routes: z.array(z.array(Shortfall)),
  /** False where there are more routes than are listed: these are the shortest. */
  complete: z.boolean(),
  /** Routes with steps that were tried. */
  advised: z.array(AdvisedRoute),
  sentence: LabelsView,
})

/** What is known of a kind of step that is advised. */
const AboutKind = z.strictObject({
  kind: Named,
  offers: z.array(
    z.strictObject({
      programme: Named,
      collective: z.boolean(),
      fitsSmallStructures: z.boolean(),
      edition: z.string().nullable(),
      years: z.strictObject({ from: z.int(), to: z.int().nullable() }),
      length: z
        .strictObject({ min: z.number(), max: z.number(), unit: z.enum(['days', 'weeks', 'months']) })
        .nullable(),
      team: LabelsView.nullable(),
      participants: z.strictObject({ min: z.number(), max: z.number() }).nullable(),
      /** In euros of that year. */
      price: z
        .strictObject({
          min: z.number(),
          max: z.number(),
          year: z.int(),
          scope: LabelsView,
          payer: LabelsView,
        })
        .nullable(),
      sources: z.array(z.string()),
      sentence: LabelsView,
    }),
  ),
  /** What came out of such steps, by the links on record; the number is that of the stories. */
  followed: z.array(
    z.strictObject({
      kind: Named,
      times: z.int(),
      stories: z.array(z.strictObject({ from: StepOfOther, to: StepOfOther })),
    }),
  ),
  /** Organisations of the same kind that took such a step, by name: nobody is ranked. */
  peers: z.array(StepOfOther),
})

/** The answer to «what could it do next, and what would that change». */
export const NextStepsView = z.strictObject({
  organisation: z.strictObject({ id: z.string(), name: z.string() }),
  asOf: IsoDay,
  knownAt: z.iso.datetime(),
  knownBy: z.enum(['recorded', 'documented']),
  model: z.strictObject({ id: z.string(), version: z.int(), hash: z.string(), labels: LabelsView }),
  /** Whether it counts as a small structure, and how routes are put in order. */
  small: z.boolean(),
  order: z.enum(['cheap-and-shared-first', 'soonest-first']),
  orderSentence: LabelsView,
  /** Nothing is advised to an organisation that has ended. */
  ended: z.boolean(),
  targets: z.array(TargetView),
  about: z.array(AboutKind),
})
export type NextStepsView = z.infer<typeof NextStepsView>
export type TargetView = z.infer<typeof TargetView>
export type AboutKind = z.infer<typeof AboutKind>
export type ShortfallView = z.infer<typeof Shortfall>
export type AdvisedStepView = z.infer<typeof AdvisedStep>
