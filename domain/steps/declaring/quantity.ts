import { z } from 'zod'

const quantityText = /^(\d+(?:\.\d+)?)(?:(~)|\.\.(\d+(?:\.\d+)?))$/

/**
 * A quantity as a source gives it: a number `20`, a range `"3..15"`, or an approximation `"30~"`. Decimals, never
 * negative. An unknown quantity is absent: never zero, never a default.
 */
export const QuantityClaim = z.union([
  z.number().nonnegative(),
  z
    .string()
    .max(40)
    .regex(quantityText, 'un nombre (20), une fourchette (3..15) ou une approximation (30~)')
    .refine(
      (text) => !quantityText.test(text) || boundsOf(text).min <= boundsOf(text).max, // one fault a text
      'une fourchette va du plus petit au plus grand',
    ),
])
export type QuantityClaim = z.infer<typeof QuantityClaim>

/** Both bounds included. `approximate`: the source said «environ»; it is shown, and computes as the number. */
export interface Quantity {
  readonly min: number
  readonly max: number
  readonly approximate: boolean
}

/** Reads a validated claim. */
export const quantityOf = (claim: QuantityClaim): Quantity =>
  typeof claim === 'number' ? { min: claim, max: claim, approximate: false } : boundsOf(claim)

/**
 * Reads what a person types or a cell of a table holds (`20`, `3..15`, `30~`, `1,5`, `1 500`, «de 3 à 15», «environ 30»);
 * undefined when it is no quantity.
 */
export const parseQuantity = (text: string): QuantityClaim | undefined => {
  const ungrouped = text.replace(/\d{1,3}(?:\s\d{3})+(?!\d)/g, (grouped) => grouped.replace(/\s/g, ''))
  const compact = inNotation(ungrouped.trim())
    .replace(/\s*(~|\.\.)\s*/g, '$1')
    .trim()
    .replaceAll(',', '.')
  const claim = /^\d+(\.\d+)?$/.test(compact) ? Number(compact) : compact
  const parsed = QuantityClaim.safeParse(claim)
  return parsed.success ? parsed.data : undefined
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`
const saidRange = new RegExp(
  `^(?:(?:de|from)\\s+)?${NUMBER}\\s*(?:à|to)\\s*${NUMBER}$|^(?:entre|between)\\s+${NUMBER}\\s+(?:et|and)\\s+${NUMBER}$`,
  'i',
)
const saidAbout = new RegExp(`^(?:environ|env\\.|vers|à peu près|about|around)\\s*${NUMBER}$`, 'i')

/** «de 3 à 15» is `3..15`, and «environ 30» `30~`. */
const inNotation = (text: string): string =>
  text
    .replace(saidRange, (_, from?: string, to?: string, between?: string, and?: string) =>
      [from ?? between, to ?? and].join('..'),
    )
    .replace(saidAbout, '$1~')

const boundsOf = (text: string): Quantity => {
  const match = quantityText.exec(text)
  const min = Number(match?.[1])
  return { min, max: match?.[3] === undefined ? min : Number(match[3]), approximate: match?.[2] === '~' }
}
