import type { Comparison, Where } from '#domain/maturity/model/criterion.js'
import type { AttributeClaim, AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'

/**
 * Values of a kind's attributes that match for certain; undefined where none of its values does, or where the kind has
 * no such attribute. What every step of the kind has by definition is not told again.
 */
export const attributesMatching = (
  where: Where,
  kind: KindCode,
): Readonly<Record<string, AttributeClaim>> | undefined => {
  const { attributes, constants = {} } = kindOf(kind)
  const wanted: Record<string, AttributeClaim> = {}
  for (const [name, comparisons] of byAttribute(where)) {
    const constant = constants[name]
    if (constant !== undefined) {
      if (!comparisons.every((comparison) => constantMatches(comparison, constant))) return undefined
      continue
    }
    const declaration = attributes[name]
    const value = declaration === undefined ? undefined : valueMatching(comparisons, declaration)
    if (value === undefined) return undefined
    wanted[name] = value
  }
  return wanted
}

/** The bounds that a quantity may have, and the numbers among which it must be; undefined where nothing is left. */
export const quantityMatching = (where: Where, quantity: string, wish: number): number | undefined =>
  quantityNear(
    where.filter(({ attribute }) => attribute === quantity),
    wish,
  )

const byAttribute = (where: Where): ReadonlyMap<string, readonly Comparison[]> => {
  const grouped = new Map<string, Comparison[]>()
  for (const comparison of where) {
    grouped.set(comparison.attribute, [...(grouped.get(comparison.attribute) ?? []), comparison])
  }
  return grouped
}

const constantMatches = ({ oneOf, atLeast, atMost }: Comparison, constant: AttributeClaim): boolean =>
  atLeast === undefined &&
  atMost === undefined &&
  (oneOf === undefined || [constant].flat().some((one) => oneOf.includes(one)))

const valueMatching = (
  comparisons: readonly Comparison[],
  declaration: AttributeDeclaration,
): AttributeClaim | undefined => {
  switch (declaration.type) {
    case 'quantity':
      return quantityNear(comparisons, 0)
    case 'flag':
      return [true, false].find((flag) => allowAll(comparisons, flag))
    case 'code':
      return Object.keys(declaration.codes).find((code) => allowAll(comparisons, code))
    case 'codes': {
      const one = Object.keys(declaration.codes).find((code) => allowAll(comparisons, code))
      return one === undefined ? undefined : [one]
    }
    case 'text':
      return undefined
  }
}

const allowAll = (comparisons: readonly Comparison[], value: string | boolean): boolean =>
  comparisons.every(
    ({ oneOf, atLeast, atMost }) =>
      atLeast === undefined && atMost === undefined && (oneOf === undefined || oneOf.includes(value)),
  )

/** The allowed number next to the wish, from above where there is one. */
const quantityNear = (comparisons: readonly Comparison[], wish: number): number | undefined => {
  const least = Math.max(0, ...comparisons.flatMap(({ atLeast }) => atLeast ?? []))
  const most = Math.min(Number.POSITIVE_INFINITY, ...comparisons.flatMap(({ atMost }) => atMost ?? []))
  if (least > most) return undefined
  const lists = comparisons.flatMap(({ oneOf }) => (oneOf === undefined ? [] : [oneOf]))
  const [first, ...others] = lists
  if (first === undefined) return Math.min(most, Math.max(least, wish))
  const allowed = first
    .filter((one) => typeof one === 'number')
    .filter((one) => one >= least && one <= most && others.every((list) => list.includes(one)))
    .sort((one, other) => one - other)
  return allowed.find((one) => one >= wish) ?? allowed.at(-1)
}
