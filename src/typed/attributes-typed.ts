import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import { parseQuantity } from '#domain/steps/declaring/quantity.js'

/**
 * Attributes typed as `name=value`, by what the kind declares: several codes are separated by commas, a flag is «oui» or
 * «non». What the kind does not declare is passed on as it is, and refused by its schema.
 */
export const attributesTyped = (
  kind: string,
  typed: readonly string[],
): Readonly<Record<string, unknown>> | undefined =>
  typed.length === 0 ? undefined : Object.fromEntries(typed.map((pair) => pairTyped(kind, pair)))

const pairTyped = (kind: string, pair: string): readonly [string, unknown] => {
  const [name = '', ...rest] = pair.split('=')
  return [name, attributeTyped(kind, name, rest.join('='))]
}

/** One attribute of a kind as it was typed; what cannot be read stays as it is, for its schema to refuse. */
const attributeTyped = (kind: string, name: string, typed: string): unknown => {
  const text = typed.trim()
  const type = isKindCode(kind) ? kindOf(kind).attributes[name]?.type : undefined
  switch (type) {
    case 'quantity':
      return parseQuantity(text) ?? text
    case 'codes':
      return text.split(',').map((code) => code.trim())
    case 'flag':
      return (
        { oui: true, yes: true, true: true, non: false, no: false, false: false }[text.toLowerCase()] ?? text
      )
    case 'code':
    case 'text':
    case undefined:
      return text
  }
}
