import { z } from 'zod'
import type { NewFact } from '#domain/organisation/command.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { isoOfDay } from '#domain/time/day.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import { effectOf, FullEffect } from './effect.js'
import { ALL_KNOWN, dayToTell, groundOf, knownStreams, suppose, withEvents } from './suppose.js'

/** The position after steps that were only imagined: recorded nowhere. */
export const WhatIfView = z.strictObject({
  /** The day for which it is computed: the asked one, or the last day of the imagined facts if that is later. */
  on: z.iso.date(),
  recorded: z.literal(false),
  effect: FullEffect,
  /** The imagined facts as they would be recorded. */
  facts: z.array(z.strictObject({ type: z.string(), data: z.record(z.string(), z.unknown()) })),
})
export type WhatIfView = z.infer<typeof WhatIfView>

export type WhatIf =
  | { readonly supposed: true; readonly view: WhatIfView }
  | { readonly supposed: false; readonly refusal: Refusal }

/**
 * Where an organisation would stand after hypothetical facts, which may lie in the future: they are decided as if they
 * were told on their own last day. `before` is the same day without them, if nothing happens until then.
 */
export const whatIf = (
  streams: LineageEvents,
  named: ModelNamed,
  question: Question,
  facts: readonly NewFact[],
): WhatIf => {
  const on = dayToTell(facts, question.asOf)
  const known = knownStreams(streams, question)
  const supposed = suppose(groundOf(known), facts, on)
  if (!supposed.supposed) return supposed
  const asked: Question = { ...question, ...ALL_KNOWN, asOf: on }
  return {
    supposed: true,
    view: {
      on: isoOfDay(on),
      recorded: false,
      effect: effectOf(known, withEvents(known, supposed.events), named, asked),
      facts: supposed.events.map(({ type, data }) => ({
        type,
        data: data,
      })),
    },
  }
}
