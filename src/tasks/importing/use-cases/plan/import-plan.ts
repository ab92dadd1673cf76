import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { NewFact } from '#domain/organisation/command.js'
import type { CellFault } from '#src/typed/cell-fault.js'
import { foldedIdentifier, foldedKey } from '#domain/kernel/folded-key.js'
import type { ImportWarning } from './import-warning.js'
import { importTables, type ImportTable } from '#src/tasks/importing/use-cases/table/import-tables.js'
import { readOrganisationRow, type OrganisationRow } from './organisation-commands.js'
import {
  readTable,
  type FileFacts,
  type ImportFile,
  type RawRow,
  type RefusedFile,
} from '#src/tasks/importing/use-cases/table/read-table.js'
import { factsOfRow } from './step-facts.js'
import { ownStep, referencesAmong, type ReferringRow } from './step-references.js'
import { readStepRow, type StepRow } from './step-row.js'
import { isTemplateRow } from '#src/tasks/importing/use-cases/table/template.js'

interface PlannedStepPlace {
  readonly file: string
  readonly line: number
  readonly subject: string
}

/** A row of a table of steps as facts to record, or with what is wrong with it. */
export type PlannedStep = PlannedStepPlace &
  (
    | {
        readonly ready: true
        readonly organisation: OrganisationId
        /** Rows of a lower depth come first: others name them. */
        readonly depth: number
        readonly facts: readonly [NewFact, ...NewFact[]]
        readonly warnings: readonly ImportWarning[]
      }
    | { readonly ready: false; readonly faults: readonly CellFault[] }
  )

/** Everything that files ask for, in an order that does not depend on that of their rows. */
export interface ImportPlan {
  readonly files: readonly FileFacts<ImportTable>[]
  readonly refusedFiles: readonly RefusedFile[]
  /** Rows that the template brought along, by file: they tell of nothing. */
  readonly templateRows: ReadonlyMap<string, readonly number[]>
  readonly organisations: readonly OrganisationRow[]
  readonly steps: readonly PlannedStep[]
}

/** An organisation on record, with every name by which a file may call it. */
export interface OrganisationOnRecord {
  readonly id: OrganisationId
  readonly names: readonly string[]
}

/**
 * Reads files into what is to be recorded; pure. `collection` is the slug under which their rows have their identity;
 * `onRecord`, whom steps may name without a row of their own.
 */
export const planOfFiles = (
  files: readonly ImportFile[],
  collection: string,
  onRecord: readonly OrganisationOnRecord[] = [],
): ImportPlan => {
  const readings = files.map((file) => readTable(file, importTables))
  const rowsOf = (table: ImportTable, ofTemplate = false): readonly RawRow[] =>
    readings.flatMap((reading) =>
      reading.read && reading.facts.table === table
        ? reading.rows.filter(({ cells }) => isTemplateRow(table, cells) === ofTemplate)
        : [],
    )
  const organisations = withoutRepeats(
    rowsOf('organisations').map((raw) => readOrganisationRow(collection, raw)),
  )
  return {
    files: readings.flatMap((reading) => (reading.read ? [reading.facts] : [])),
    refusedFiles: readings.flatMap((reading) => (reading.read ? [] : [reading.refused])),
    templateRows: linesByFile([...rowsOf('organisations', true), ...rowsOf('steps', true)]),
    organisations: organisations.toSorted((one, other) => bySubject(one, other)),
    steps: planOfSteps(
      rowsOf('steps').map(readStepRow),
      organisationsNamed(organisations, onRecord),
      collection,
    ),
  }
}

const linesByFile = (rows: readonly RawRow[]): ReadonlyMap<string, readonly number[]> => {
  const lines = new Map<string, readonly number[]>()
  for (const { file, line } of rows) lines.set(file, [...(lines.get(file) ?? []), line])
  return lines
}

const collator = new Intl.Collator('en', { numeric: true })
const bySubject = (one: PlannedStepPlace, other: PlannedStepPlace): number =>
  collator.compare(one.subject, other.subject) || one.line - other.line

const withoutRepeats = (rows: readonly OrganisationRow[]): readonly OrganisationRow[] => {
  const first = firstBy(rows, ({ subject }) => subject)
  return rows.map((row) => {
    const earlier = first.get(row.subject)
    return row.subject === '' || earlier === row || earlier === undefined
      ? row
      : { ...row, content: { ready: false, faults: [repeated(row.subject, 'slug', earlier.line)] } }
  })
}

const planOfSteps = (
  rows: readonly StepRow[],
  organisationNamed: (name: string) => OrganisationId | undefined,
  collection: string,
): readonly PlannedStep[] => {
  const first = firstBy(rows, ({ id }) => id)
  const referring = new Map([...first].map(([id, row]) => [id, referringRow(row)]))
  const referencesOf = referencesAmong(collection, referring)

  const plan = (row: StepRow): PlannedStep => {
    const place = { file: row.file, line: row.line, subject: row.id }
    const earlier = first.get(row.id)
    if (row.id !== '' && earlier !== undefined && earlier !== row) {
      return { ...place, ready: false, faults: [repeated(row.id, 'step_id', earlier.line)] }
    }
    const references = referencesOf(referringRow(row))
    const told = factsOfRow(row, { collection, references })
    const name = row.cells.organisation_slug
    const organisation = name === undefined ? undefined : organisationNamed(name)
    const unnamed = name !== undefined && organisation === undefined ? [noOrganisation(name)] : []
    return told.ready && organisation !== undefined
      ? { ...place, ...told, organisation, depth: references.depth }
      : { ...place, ready: false, faults: [...unnamed, ...(told.ready ? [] : told.faults)] }
  }

  return withLooseReferences(rows.map(plan), rows, collection).toSorted(bySubject)
}

/** A row whose identifier can't be read is at fault already; its place stands in, so that its other faults are told too. */
const referringRow = ({ line, cells }: StepRow): ReferringRow => ({
  id: cells.step_id ?? `ligne-${line}`,
  of: cells.of,
  follows: cells.follows,
})

const firstBy = <R>(rows: readonly R[], key: (row: R) => string): ReadonlyMap<string, R> => {
  const first = new Map<string, R>()
  for (const row of rows) if (!first.has(key(row))) first.set(key(row), row)
  return first
}

/**
 * An organisation by its identifier, else by a name that only one organisation of the files has, or else only one on
 * record, else taken at its word.
 */
const organisationsNamed = (
  rows: readonly OrganisationRow[],
  onRecord: readonly OrganisationOnRecord[],
): ((name: string) => OrganisationId | undefined) => {
  const inFiles = idsByName(rows.map(({ subject, names }) => ({ id: subject, names })))
  const inLog = idsByName(onRecord)
  const identifiers = new Set<string>([
    ...rows.map(({ subject }) => subject),
    ...onRecord.map(({ id }) => id),
  ])
  return (name) => {
    const identifier = foldedIdentifier(name)
    const found = OrganisationId.safeParse(
      identifiers.has(identifier) ? identifier : (inFiles(name) ?? inLog(name) ?? identifier),
    )
    return found.success ? found.data : undefined
  }
}

/**
 * The one that bears a name; undefined where none does, or several. Names are folded once somebody asks by one: a file that
 * names identifiers costs the same whoever is on record.
 */
const idsByName = (
  organisations: readonly { readonly id: string; readonly names: readonly string[] }[],
): ((name: string) => string | undefined) => {
  const byName = new Map<string, Set<string>>()
  const foldAll = (): void => {
    for (const { id, names } of organisations) {
      for (const key of names.map(foldedKey)) byName.set(key, (byName.get(key) ?? new Set()).add(id))
    }
  }
  let folded = false
  return (name) => {
    if (!folded) foldAll()
    folded = true
    const [only, another] = byName.get(foldedKey(name)) ?? []
    return another === undefined ? only : undefined
  }
}

/** A row that came out of a step whose own row is at fault is recorded, and says so. */
const withLooseReferences = (
  planned: readonly PlannedStep[],
  rows: readonly StepRow[],
  collection: string,
): readonly PlannedStep[] => {
  const faulty = new Set(planned.filter(({ ready }) => !ready).map(({ subject }) => subject))
  return planned.map((step, index) => {
    const loose = (rows[index]?.cells.follows ?? []).filter((id) => faulty.has(id))
    return step.ready && loose.length > 0
      ? { ...step, warnings: [...step.warnings, ...loose.map((id) => looseReference(id, collection))] }
      : step
  })
}

const looseReference = (id: string, collection: string): ImportWarning => ({
  code: 'reference-not-recorded',
  column: 'follows',
  value: id,
  remedy: {
    fr: `La ligne de cette étape a des fautes : le lien vers ${ownStep(collection, id)} attend qu’elle soit corrigée.`,
    en: `The row of that step has faults: the link to ${ownStep(collection, id)} waits until it is corrected.`,
  },
})

const repeated = (value: string, column: string, line: number): CellFault => ({
  code: 'row-repeated',
  column,
  value,
  remedy: {
    fr: `La ligne ${line} porte déjà cet identifiant. En donner un autre ; une étape collective a une ligne par organisation, liées par « Étape collective ».`,
    en: `Line ${line} already has this identifier. Give another; a joint step has one row an organisation, tied by “Joint step”.`,
  },
})

const noOrganisation = (value: string): CellFault => ({
  code: 'identifier-expected',
  column: 'organisation_slug',
  value,
  remedy: {
    fr: 'Écrire l’identifiant de l’organisation, ou un nom qu’elle porte ou que le fichier des organisations lui donne.',
    en: 'Write the identifier of the organisation, or a name that the file of organisations gives it.',
  },
})
