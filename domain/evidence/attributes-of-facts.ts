import type { AttributeChange, Attributes, AttributeValue } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import type { AttributeClaim, AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kindOf, type Kind } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import { quantityOf } from '#domain/steps/declaring/quantity.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'

/** Attributes as all claims together leave them; constants of the kind included. */
export const attributesOf = (kind: Kind, facts: readonly FactOnRecord[]): Attributes => {
  const constants = constantsOf(kind)
  const telling = facts.filter(({ fact }) => fact.attributes !== undefined)
  if (telling.length === 0) return constants
  const told = Object.entries(kind.attributes).flatMap(([name, declaration]) => {
    const value = together(
      declaration,
      telling.flatMap(({ fact }) => valueIn(fact, name, declaration)),
    )
    return value === undefined ? [] : [[name, value] as const]
  })
  return { ...constants, ...Object.fromEntries(told) }
}

/** What a stage in mid-life says of attributes: each takes its value on some day of the stage's range. */
export const attributeChangesOf = (facts: readonly FactOnRecord[]): readonly AttributeChange[] =>
  facts.flatMap((told, order) =>
    Object.entries(kindOf(told.kind).attributes).flatMap(([attribute, declaration]) =>
      valueIn(told.fact, attribute, declaration).map((value) => ({
        attribute,
        value,
        range: daysOfFact(told),
        order,
        event: told.id,
      })),
    ),
  )

const constantsOf = (kind: Kind): Attributes =>
  Object.fromEntries(
    Object.entries(kind.constants ?? {}).flatMap(([name, claim]) =>
      Array.isArray(claim) ? [[name, { type: 'codes', values: claim as readonly string[] }] as const] : [],
    ),
  )

const valueIn = (fact: Fact, name: string, declaration: AttributeDeclaration): readonly AttributeValue[] => {
  const claim = fact.attributes?.[name]
  const value = claim === undefined ? undefined : valueOf(declaration, claim)
  return value === undefined ? [] : [value]
}

/** Texts are for people: no criterion asks them. The schema of the kind held when the claim was recorded. */
const valueOf = (declaration: AttributeDeclaration, claim: AttributeClaim): AttributeValue | undefined => {
  switch (declaration.type) {
    case 'quantity': {
      const { min, max } = quantityOf(claim as number | string)
      return { type: 'quantity', min, max }
    }
    case 'code':
      return { type: 'codes', values: [claim as string] }
    case 'codes':
      return { type: 'codes', values: inOrderOf(declaration.codes, claim as readonly string[]) }
    case 'flag':
      return { type: 'flag', value: claim as boolean }
    case 'text':
      return undefined
  }
}

/**
 * Claims side by side, in whatever order they came: quantities widen to cover all, lists of codes add up, and what can
 * have one value only has one of those told: of contrary flags that is to say nothing.
 */
const together = (
  declaration: AttributeDeclaration,
  values: readonly AttributeValue[],
): AttributeValue | undefined => {
  const [first] = values
  if (first === undefined || values.length === 1) return first
  const quantities = values.filter((value) => value.type === 'quantity')
  const codes = values.filter((value) => value.type === 'codes')
  switch (first.type) {
    case 'quantity':
      return {
        type: 'quantity',
        min: Math.min(...quantities.map(({ min }) => min)),
        max: Math.max(...quantities.map(({ max }) => max)),
      }
    case 'codes': {
      const told = inOrderOf(
        'codes' in declaration ? declaration.codes : {},
        codes.flatMap(({ values }) => values),
      )
      return declaration.type === 'code' && told.length > 1
        ? { type: 'one-of', codes: told }
        : { type: 'codes', values: told }
    }
    case 'one-of': // only claims together are that
      return first
    case 'flag':
      return values.every((value) => value.type === 'flag' && value.value === first.value) ? first : undefined
  }
}

/** Each code once, in the order in which the catalogue declares them. */
const inOrderOf = (declared: Readonly<Record<string, unknown>>, codes: readonly string[]) => {
  const order = Object.keys(declared)
  return [...new Set(codes)].sort((one, other) => order.indexOf(one) - order.indexOf(other))
}
