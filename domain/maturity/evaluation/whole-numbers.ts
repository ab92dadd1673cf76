/**
 * Decimals as whole numbers on one scale, so that sums are exact where binary fractions are not (0.1 + 0.7 < 0.8).
 * Exact as long as the sum, without its decimal point, stays below 2^53.
 */
export const onOneScale = (decimals: readonly number[]): ((decimal: number) => number) => {
  const places = Math.max(0, ...decimals.map(decimalPlaces))
  if (places === 0) return (decimal) => decimal
  return (decimal) => Math.round(decimal * 10 ** places)
}

/** How many digits follow the decimal point. */
const decimalPlaces = (decimal: number): number => {
  if (!Number.isFinite(decimal) || Number.isInteger(decimal)) return 0
  const [mantissa = '', exponent = '0'] = String(decimal).split('e')
  const fraction = mantissa.split('.')[1]?.length ?? 0
  return Math.max(0, fraction - Number(exponent))
}
