import type { State } from '#domain/maturity/summary.js'
import type { Labels } from '#domain/steps/labels.js'

/** How sure a position is, in a word or two beside its name; its sentence stands in the trajectory. */
export const stateWords: Readonly<Record<Exclude<State['state'], 'none'>, Labels>> = {
  held: { fr: 'à coup sûr', en: 'for certain' },
  possible: { fr: 'peut-être', en: 'perhaps' },
  stale: { fr: 'à confirmer', en: 'to be confirmed' },
}

/** Where nothing is observed, which is no judgement. */
export const unobserved: Labels = { fr: 'aucune position observée', en: 'no position observed' }
