/** A number as people type it, or why it is none. */
export type NumberTyped =
  | { readonly read: true; readonly value: number }
  /** One sign with three digits behind it groups thousands for some and begins decimals for others: only they know. */
  | { readonly read: false; readonly why: 'ambiguous'; readonly small: number; readonly large: number }
  | { readonly read: false; readonly why: 'no-number' }

/** Spaces of any width, and the apostrophe of the Swiss: they group thousands and nothing else. */
const grouped = /^\d{1,3}(?:(?:\s\d{3})+|(?:['’]\d{3})+)(?:[.,]\d+)?$/
const doubtful = /^[1-9]\d{0,2}[.,]\d{3}$/
/** A sign that comes twice groups, and so does the first of two. */
const groupedByPoint = /^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d+)$/
const groupedByComma = /^[1-9]\d{0,2}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)$/
const plain = /^\d+(?:[.,]\d+)?$/

/**
 * Reads one number: `1500`, `1 500`, `1,5`, `29 000,50`, `1.234.567`, `1,234.50`. What can mean two things is given back
 * with both, never guessed.
 */
export const readNumberTyped = (typed: string): NumberTyped => {
  const text = typed.trim()
  if (doubtful.test(text)) {
    const small = Number(text.replace(',', '.'))
    return { read: false, why: 'ambiguous', small, large: Number(text.replace(/[.,]/, '')) }
  }
  if (groupedByPoint.test(text)) return number(text.replaceAll('.', ''))
  if (groupedByComma.test(text)) return number(text.replaceAll(',', ''))
  if (grouped.test(text)) return number(text.replace(/[\s'’]/g, ''))
  return plain.test(text) ? number(text) : { read: false, why: 'no-number' }
}

const number = (digits: string): NumberTyped => ({ read: true, value: Number(digits.replace(',', '.')) })

/** Where a number may stand in a phrase: digits with single signs between them. */
export const numbersIn = /\d+(?:[\s.,'’]\d+)*/g

/** A number as it can be typed again and mean the same: `1.2340`, since `1.234` would be asked back. */
export const asTypedAgain = (value: number, decimalSign: ',' | '.'): string => {
  const digits = String(value).replace('.', decimalSign)
  return doubtful.test(digits) ? `${digits}0` : digits
}
