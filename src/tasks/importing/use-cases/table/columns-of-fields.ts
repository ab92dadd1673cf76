import type { Labels } from '#domain/kernel/labels.js'
import { fieldsToFill, type DeclaredLeaf, type FieldAt, type FieldSort } from '#domain/steps/fact-fields.js'
import type { EdtfText } from '#domain/time/edtf.js'
import {
  readCode,
  readDate,
  readIdentifier,
  readIdentifiers,
  readNumber,
  readSingleDate,
  readText,
  type CellReader,
} from '#src/typed/read-cell.js'
import { columnOfAttribute } from './attribute-columns.js'
import type { Column } from './column.js'

/** How a cell of each sort of field is read, but for codes, which each have a list of their own. */
const readers: Readonly<Record<Exclude<FieldSort, 'code'>, CellReader<unknown>>> = {
  line: readText,
  paragraph: readText,
  date: readDate,
  'single-date': readSingleDate,
  window: readDate,
  number: readNumber,
  amount: readNumber,
  programme: readText,
  identifier: readIdentifier,
  steps: readIdentifiers,
  documents: readText,
}

const text = { fr: 'un texte', en: 'a text' }
const date = { fr: 'une date, même imprécise', en: 'a date, however vague' }
const holdings: Readonly<Record<FieldSort, Labels>> = {
  line: text,
  paragraph: text,
  date,
  'single-date': date,
  window: date,
  number: { fr: 'un nombre', en: 'a number' },
  amount: { fr: 'un montant en €', en: 'an amount in €' },
  code: { fr: 'un mot de la liste', en: 'a word of the list' },
  programme: { fr: 'un code de programme', en: 'the code of a programme' },
  identifier: { fr: 'un identifiant', en: 'an identifier' },
  steps: { fr: 'des identifiants d’étapes, entre virgules', en: 'identifiers of steps, between commas' },
  documents: text,
}

/** The column of a table of steps that gives a field of a fact, by the field's path. */
export const columnOfFactField = (path: string): string | undefined =>
  path.startsWith('attributes.')
    ? columnOfAttribute(path.slice('attributes.'.length))
    : (columnsByPath.get(path) ?? firstOfParts(path))

const columnsByPath: ReadonlyMap<string, string> = new Map(
  fieldsToFill.flatMap(({ path, column }) => (column === undefined ? [] : [[path, column.code]])),
)

/** What is wrong with a whole is shown where its first part stands. */
const firstOfParts = (path: string): string | undefined =>
  fieldsToFill.find((field) => field.path.startsWith(`${path}.`))?.column?.code

/** The fields of a fact that a row tells cell by cell, each under the code of its column, in the order of their declaration. */
export const columnsOfFields = Object.fromEntries(
  fieldsToFill.flatMap((field) =>
    field.column === undefined || field.column.ofRow === true ? [] : [[field.column.code, columnOf(field)]],
  ),
) as ColumnsOfFields // each under its own code, with the reader of its sort

type ColumnsOfFields = { readonly [L in LeafWithColumn as CodeOf<L>]: Column<CellOf<L>> & RequiredOf<L> }
type LeafWithColumn = Exclude<
  Extract<DeclaredLeaf, { readonly column: unknown }>,
  { readonly column: { readonly ofRow: true } }
>
type CodeOf<L extends LeafWithColumn> = L['column']['code']
type RequiredOf<L> = L extends { readonly column: { readonly required: true } }
  ? { readonly required: true }
  : unknown

/** What a cell of the field is once it is read. */
type CellOf<L extends DeclaredLeaf> = L extends { readonly sort: 'code'; readonly codes: infer C }
  ? keyof C & string
  : L['sort'] extends 'number' | 'amount'
    ? number
    : L['sort'] extends 'date' | 'single-date' | 'window'
      ? EdtfText
      : L['sort'] extends 'steps'
        ? readonly string[]
        : string

function columnOf({ labels, sort, codes, column }: FieldAt): Column {
  const { header = labels, aliases, holds = holdings[sort], required, example } = column ?? {}
  return {
    header,
    holds,
    read: sort === 'code' ? readCode(codes ?? {}) : readers[sort],
    ...(aliases === undefined ? {} : { aliases }),
    ...(required === undefined ? {} : { required }),
    ...(example === undefined ? {} : { example }),
  }
}
