/**
 * How often a property is tried, and from which seed: fixed, so that a failure comes again.
 * The soak sets TEST_RUNS, and TEST_SEED to look elsewhere.
 */
export const propertyRuns = (runs: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Number(process.env['TEST_RUNS'] ?? runs),
  seed: Number(process.env['TEST_SEED'] ?? 27),
})
