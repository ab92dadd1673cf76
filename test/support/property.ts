/** How often a property runs, and from which seed: fixed, unless the soak says otherwise. */
export const propertyRuns = (runs: number): { readonly numRuns: number; readonly seed: number } => ({
  numRuns: Number(process.env['TEST_RUNS'] ?? runs),
  seed: Number(process.env['TEST_SEED'] ?? 27),
})
