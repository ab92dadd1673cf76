import type { Count } from '#projections/asked/programmes/year-counts.js'

/** «3», «3 (+2)» where two more are possible; empty where there is none. */
export const countInWords = ({ certain, possible }: Count): string =>
  possible > 0 ? `${certain} (+${possible})` : certain === 0 ? '' : `${certain}`
