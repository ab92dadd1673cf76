import { evidenceOfStep } from '#domain/evidence/evidence-of-step.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { history, type Telling } from '#test/support/histories.js'

/** The evidence of the only step that is told of. */
export const evidence = (...tellings: readonly Telling[]): Evidence => {
  const [step] = stepsOf(history(...tellings))
  return step === undefined ? { occurrences: [], standings: [] } : evidenceOfStep(step)
}

export const occurrences = (...tellings: readonly Telling[]) => evidence(...tellings).occurrences

export const kindsIn = ({ occurrences, standings }: Evidence) =>
  [...standings, ...occurrences].map(({ kind }) => kind)

/** Begin and end of each standing, by its kind. */
export const spans = (...tellings: readonly Telling[]) =>
  evidence(...tellings).standings.map(({ kind, begin, end }) => ({ kind, begin, end }))
