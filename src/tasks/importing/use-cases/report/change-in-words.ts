import { amountName, numberName } from '#domain/kernel/number-name.js'
import { own } from '#domain/kernel/own.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { successionManners } from '#domain/organisation/profile-event.js'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import { kinds } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { imprecise, type EdtfText } from '#domain/time/edtf.js'
import { sentenceOf, windowSentence } from '#domain/time/edtf-sentence.js'
import { yesNoUnknown } from '#domain/steps/fact-codes.js'
import { fieldAt, type FieldSort } from '#domain/steps/fact-fields.js'
import { columnOfFactField } from '#src/tasks/importing/use-cases/table/columns-of-fields.js'
import { importTables, type ImportTable } from '#src/tasks/importing/use-cases/table/import-tables.js'
import type { FieldChange } from './import-report.js'

/** What a row would change, or changed, as people read it: the column, what was on record, and what the row says. */
export interface ChangeInWords {
  readonly column: Labels
  readonly before: Labels
  readonly after: Labels
}

/** A field by the header of its column, dates and codes in words; what has no word stays as it is on record. */
export const changeInWords = (
  table: ImportTable,
  { field, before, after }: Pick<FieldChange, 'field' | 'before' | 'after'>,
): ChangeInWords => ({
  column: headerOfField(table, field),
  before: valueInWords(field, before),
  after: valueInWords(field, after),
})

const headerOfField = (table: ImportTable, field: string): Labels => {
  const column = table === 'steps' ? columnOfFactField(field) : own(columnOfProfileField, field)
  const columns: Readonly<Record<string, { readonly header: Labels } | undefined>> = importTables[table]
  return (column === undefined ? undefined : own(columns, column)?.header) ?? same(field)
}

const columnOfProfileField: Readonly<Record<string, keyof typeof importTables.organisations>> = {
  name: 'official_name',
  kind: 'kind',
  siren: 'siren',
  'insee.type': 'code_type',
  'insee.code': 'code_insee',
  aliases: 'aliases',
  population: 'population',
  parent: 'parent',
  source: 'source',
  note: 'note',
  lastDay: 'ended',
  successor: 'successor',
  manner: 'succession_type',
}

const valueInWords = (field: string, value: unknown): Labels => {
  if (value === null || value === undefined) return { fr: 'rien', en: 'nothing' }
  if (typeof value === 'boolean') return yesNoUnknown[value ? 'yes' : 'no']
  if (Array.isArray(value)) return joined(value.map((one: unknown) => valueInWords(field, one)))
  if (typeof value === 'number') return numberInWords(field, value)
  if (typeof value !== 'string') return same(JSON.stringify(value))
  const sort = fieldAt(field)?.sort ?? sortsOfProfile[field]
  if (sort === 'date' || sort === 'single-date') return dateInWords(value)
  if (sort === 'window') return dateInWords(value, windowSentence)
  if (sort === 'programme') return nameOfProgramme(value)
  return wordsOf(field)[value] ?? same(value)
}

/** As it was understood: «29 000,50» for what a cell wrote in another way; a year is no amount. */
const numberInWords = (field: string, value: number): Labels => {
  if (/year$/i.test(field)) return same(String(value))
  const written = field.startsWith('cost.') ? amountName : numberName
  return { fr: written(value, 'fr'), en: written(value, 'en') }
}

const sortsOfProfile: Readonly<Record<string, FieldSort>> = { from: 'date', lastDay: 'date' }

/** A date on record was understood when it was written. */
const dateInWords = (text: string, say = sentenceOf): Labels => {
  const date = imprecise(text as EdtfText)
  return { fr: say(date, 'fr'), en: say(date, 'en') }
}

type Words = Readonly<Record<string, Labels | undefined>>

/** The words for the codes of a field; none where it holds no codes. */
const wordsOf = (field: string): Words =>
  field.startsWith('attributes.')
    ? wordsOfAttribute(field.slice('attributes.'.length))
    : (fieldAt(field)?.codes ?? codesOfProfile[field] ?? {})

const codesOfProfile: Readonly<Record<string, Words>> = {
  kind: organisationKinds,
  manner: successionManners,
}

/** Kinds that share an attribute’s name share what its codes mean. */
const wordsOfAttribute = (name: string): Words =>
  Object.assign(
    {},
    ...kinds.map(({ attributes }) => {
      const declaration = new Map(Object.entries(attributes)).get(name)
      return declaration !== undefined && 'codes' in declaration ? declaration.codes : {}
    }),
  ) as Words // as each list of codes is

const same = (text: string): Labels => ({ fr: text, en: text })

const joined = (all: readonly Labels[]): Labels => ({
  fr: all.map(({ fr }) => fr).join(', '),
  en: all.map(({ en }) => en).join(', '),
})
