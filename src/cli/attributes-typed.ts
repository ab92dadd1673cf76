import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import { parseQuantity } from '#domain/steps/quantity.js'

/**
 * Attributes typed as `name=value`, by what the kind declares: several codes are separated by commas, a flag is «oui» or
 * «non». What the kind does not declare is passed on as it is, and refused by its schema.
 */
export const attributesTyped = (
  kind: string,
  typed: readonly string[],
): Readonly<Record<string, unknown>> | undefined =>
  typed.length === 0 ? undefined : Object.fromEntries(typed.map((pair) => attributeTyped(kind, pair)))

const attributeTyped = (kind: string, pair: string): readonly [string, unknown] => {
  const [name = '', ...rest] = pair.split('=')
  const text = rest.join('=').trim()
  const type = isKindCode(kind) ? kindOf(kind).attributes[name]?.type : undefined
  switch (type) {
    case 'quantity':
      return [name, parseQuantity(text) ?? text]
    case 'codes':
      return [name, text.split(',').map((code) => code.trim())]
    case 'flag':
      return [
        name,
        { oui: true, yes: true, true: true, non: false, no: false, false: false }[text.toLowerCase()] ?? text,
      ]
    case 'code':
    case 'text':
    case undefined:
      return [name, text]
  }
}
