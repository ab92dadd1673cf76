import jsonc, { type Node, type ParseError } from 'jsonc-parser'
import { pointer } from '#domain/maturity/validation/json-pointer.js'
import { DEEPEST } from '#domain/maturity/validation/nesting.js'
import { toldFault, type ModelFault, type ToldModelFault } from '#domain/maturity/validation/model-faults.js'

/** Where something stands in a text: both count from 1, columns in UTF-16 units as editors do. */
export interface TextPlace {
  readonly line: number
  readonly column: number
}

/** A fault with its place in the text that was read, if it has one. */
export type PlacedFault = ToldModelFault & Partial<TextPlace>

export type ModelText =
  | {
      readonly readable: true
      readonly raw: unknown
      /** Names that are written twice: JSON would silently keep the last. */
      readonly faults: readonly PlacedFault[]
      /** Where a JSON pointer leads to; what is missing stands where it would be. */
      readonly placeOf: (pointer: string) => TextPlace
    }
  | { readonly readable: false; readonly faults: readonly [PlacedFault, ...PlacedFault[]] }

/** Reads a model's text as strict JSON (RFC 8259). A text that is none is told with the line and column of its first fault. */
export const readModelText = (text: string): ModelText => {
  const json = text.replace(/^\uFEFF/, '')
  const placeAt = placesIn(json)
  const broken = (fault: ModelFault, offset: number): ModelText => ({
    readable: false,
    faults: [{ ...toldFault(fault), ...placeAt(offset) }],
  })
  if (json.trim() === '') return broken(notJson('empty'), 0)
  const tooDeep = offsetOfDepth(json)
  if (tooDeep !== undefined) {
    return broken({ code: 'too-deep', path: '', data: { most: DEEPEST } }, tooDeep)
  }
  const errors: ParseError[] = []
  const tree = jsonc.parseTree(json, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  if (first !== undefined) return broken(notJson(problemOf(first)), first.offset)
  const value = parsed(json)
  if (tree === undefined || value === undefined) return broken(notJson('value-missing'), 0)
  const placeOf = (path: string) => placeAt(nodeAt(tree, path).offset)
  return {
    readable: true,
    raw: value.raw,
    faults: repeatedKeys(tree, '').map(({ fault, offset }) => ({ ...toldFault(fault), ...placeAt(offset) })),
    placeOf,
  }
}

const notJson = (problem: string): ModelFault => ({ code: 'not-json', path: '', data: { problem } })

/** The tree is for places, the value is what every other program would read. */
const parsed = (json: string): { readonly raw: unknown } | undefined => {
  try {
    return { raw: JSON.parse(json) as unknown }
  } catch {
    return undefined // told as a fault by the caller
  }
}

/** The names that faults give to what the parser found; by its codes (jsonc-parser, ParseErrorCode and ScanError). */
const problems: Readonly<Record<string, string>> = {
  InvalidSymbol: 'unknown-word',
  InvalidNumberFormat: 'bad-number',
  PropertyNameExpected: 'key-missing',
  ValueExpected: 'value-missing',
  ColonExpected: 'colon-missing',
  CommaExpected: 'comma-missing',
  CloseBraceExpected: 'brace-missing',
  CloseBracketExpected: 'bracket-missing',
  EndOfFileExpected: 'end-expected',
  InvalidCommentToken: 'comment',
  UnexpectedEndOfComment: 'comment',
  UnexpectedEndOfString: 'unclosed-text',
  UnexpectedEndOfNumber: 'bad-number',
  InvalidUnicode: 'bad-character',
  InvalidEscapeCharacter: 'bad-character',
  InvalidCharacter: 'bad-character',
}

const problemOf = ({ error }: ParseError): string =>
  problems[jsonc.printParseErrorCode(error)] ?? 'value-missing'

const placesIn = (text: string): ((offset: number) => TextPlace) => {
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)]
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}

/** Brackets in one another beyond which the parser might run out of stack; the validator itself refuses far less. */
const PARSED_DEPTH = 1_000

/** The offset of the first bracket that is too deep to be parsed. */
const offsetOfDepth = (json: string): number | undefined => {
  const scanner = jsonc.createScanner(json, true)
  let depth = 0
  for (;;) {
    const token = scanner.scan() as number // the package declares its token kinds as a const enum
    if (token === TOKENS.end) return undefined
    if (token === TOKENS.openBrace || token === TOKENS.openBracket) depth += 1
    if (token === TOKENS.closeBrace || token === TOKENS.closeBracket) depth -= 1
    if (depth > PARSED_DEPTH) return scanner.getTokenOffset()
  }
}

/** The kinds of jsonc-parser's tokens (SyntaxKind) that are asked for here. */
const TOKENS = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, end: 17 } as const

interface RepeatedKey {
  readonly fault: ModelFault
  /** Of the name that repeats one. */
  readonly offset: number
}

const repeatedKeys = (node: Node, path: string): readonly RepeatedKey[] => {
  const children = node.children ?? []
  if (node.type === 'array') {
    return children.flatMap((child, index) => repeatedKeys(child, pointer(path, index)))
  }
  if (node.type !== 'object') return []
  const keys = children.map(({ children: [key] = [] }) => String(key?.value))
  return children.flatMap(({ children: [, value] = [], offset }, index) => {
    const key = keys[index] ?? ''
    const at = pointer(path, key)
    const fault: ModelFault = { code: 'repeated-key', path: at, data: { key } }
    return [
      ...(keys.indexOf(key) < index ? [{ fault, offset }] : []),
      ...(value === undefined ? [] : repeatedKeys(value, at)),
    ]
  })
}

/** The node that a pointer leads to, or the last one on the way that is there. */
const nodeAt = (tree: Node, path: string): Node => {
  let node = tree
  for (const step of path.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~')
    const children: readonly Node[] = node.children ?? []
    const next =
      node.type === 'array'
        ? children[Number(key)]
        : children.findLast(({ children: [name] = [] }) => name?.value === key)?.children?.[1]
    if (next === undefined) return node
    node = next
  }
  return node
}
