import fc from 'fast-check'
import type { Test } from 'tap'
import { propertyRuns } from './property.js'

/** Asserts that a property holds; where it does not, the message has the seed, the path and the smallest case. */
export const holds = <Values extends unknown[]>(
  t: Test,
  property: fc.IProperty<Values>,
  runs: number,
): boolean => t.equal(fc.defaultReportMessage(fc.check(property, propertyRuns(runs))), undefined)
