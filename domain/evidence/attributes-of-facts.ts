import type { AttributeChange, Attributes, AttributeValue } from '#domain/maturity/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import type { AttributeClaim, AttributeDeclaration } from '#domain/steps/attribute.js'
import { kindOf, type Kind } from '#domain/steps/catalogue/catalogue.js'
import { rangeOfFact } from '#domain/steps/fact-range.js'
import { quantityOf } from '#domain/steps/quantity.js'

/** Attributes as all claims together leave them; constants of the kind included. */
export const attributesOf = (kind: Kind, facts: readonly FactOnRecord[]): Attributes =>
  facts.flatMap(({ fact }) => valuesOf(kind, fact.attributes ?? {})).reduce(withClaim, constantsOf(kind))

/** What a stage in mid-life says of attributes: each takes its value on some day of the stage's range. */
export const attributeChangesOf = (facts: readonly FactOnRecord[]): readonly AttributeChange[] =>
  facts.flatMap(({ id, kind, fact, recordedOn, order }) =>
    valuesOf(kindOf(kind), fact.attributes ?? {}).map(([attribute, value]) => ({
      attribute,
      value,
      range: rangeOfFact(fact, recordedOn),
      order,
      event: id,
    })),
  )

type Claim = readonly [name: string, value: AttributeValue]

const valuesOf = (
  kind: Kind,
  claims: Readonly<Record<string, AttributeClaim | undefined>>,
): readonly Claim[] =>
  Object.entries(kind.attributes).flatMap(([name, declaration]) => {
    const claim = claims[name]
    const value = claim === undefined ? undefined : valueOf(declaration, claim)
    return value === undefined ? [] : [[name, value] as const]
  })

const constantsOf = (kind: Kind): Attributes =>
  Object.fromEntries(
    Object.entries(kind.constants ?? {}).flatMap(([name, claim]) =>
      Array.isArray(claim) ? [[name, { type: 'codes', values: claim as readonly string[] }] as const] : [],
    ),
  )

/** Texts are for people: no criterion asks them. The schema of the kind held when the claim was recorded. */
const valueOf = ({ type }: AttributeDeclaration, claim: AttributeClaim): AttributeValue | undefined => {
  switch (type) {
    case 'quantity': {
      const { min, max } = quantityOf(claim as number | string)
      return { type: 'quantity', min, max }
    }
    case 'code':
      return { type: 'codes', values: [claim as string] }
    case 'codes':
      return { type: 'codes', values: claim as readonly string[] }
    case 'flag':
      return { type: 'flag', value: claim as boolean }
    case 'text':
      return undefined
  }
}

/** Two claims side by side: quantities widen to cover both, codes add up, and contrary flags leave the matter unknown. */
const withClaim = (attributes: Attributes, [name, value]: Claim): Attributes => {
  const before = attributes[name]
  if (before === undefined) return { ...attributes, [name]: value }
  if (before.type === 'quantity' && value.type === 'quantity') {
    const widened = { min: Math.min(before.min, value.min), max: Math.max(before.max, value.max) }
    return { ...attributes, [name]: { type: 'quantity', ...widened } }
  }
  if (before.type === 'codes' && value.type === 'codes') {
    return {
      ...attributes,
      [name]: { type: 'codes', values: [...new Set([...before.values, ...value.values])] },
    }
  }
  if (before.type === 'flag' && value.type === 'flag' && before.value === value.value) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([other]) => other !== name))
}
