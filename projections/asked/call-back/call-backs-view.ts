import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

/**
 * Why to call. `stale`: where it stands is to be confirmed. `going-stale`: it will be within the asked months.
 * `unsettled`: a date or a figure is missing and would settle a «perhaps». `plan-unheard`: what was announced, and
 * `end-unheard`: what was to end, is past its day, and nobody heard how it went on.
 */
export const callReasons = {
  stale: { fr: 'position à confirmer', en: 'position to be confirmed' },
  'going-stale': { fr: 'bientôt à confirmer', en: 'soon to be confirmed' },
  'plan-unheard': { fr: 'annonce sans suite connue', en: 'announced, not heard of again' },
  'end-unheard': { fr: 'fin attendue, non connue', en: 'expected end, not heard of' },
  unsettled: { fr: 'chiffre ou date qui manque', en: 'missing figure or date' },
} as const
export type CallReason = keyof typeof callReasons
export const CallReason = z.enum(Object.keys(callReasons) as [CallReason, ...CallReason[]]) // its literal keys

/** By the day from which it is so, or by name; never by position: nobody is ranked. */
export const CallOrder = z.enum(['day', 'name'])
export type CallOrder = z.infer<typeof CallOrder>

/** A step that the call is about. */
const StepToAskAbout = z.strictObject({
  stepId: z.string(),
  kind: z.string(),
  name: LabelsView,
  /** Whether it can be answered by «still true»: it stands on record, and nothing tells its end. */
  confirmable: z.boolean(),
})

export const CallBackView = z.strictObject({
  reason: CallReason,
  organisation: z.strictObject({ id: z.string(), name: z.string(), kind: z.string() }),
  /** The day from which there is reason to call; of `going-stale`, the first on which it will be to be confirmed. */
  day: z.iso.date(),
  /** Why to call, what to ask, and what the answer would settle: a sentence each. */
  why: LabelsView,
  ask: LabelsView,
  settles: LabelsView,
  steps: z.array(StepToAskAbout),
})
export type CallBackView = z.infer<typeof CallBackView>
export type StepToAskAbout = z.infer<typeof StepToAskAbout>
