import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import { CellFault } from '#src/typed/cell-fault.js'
import { ImportWarning } from '#src/tasks/importing/use-cases/plan/import-warning.js'

const Table = z.enum(['organisations', 'steps'])

/** Which row an entry tells of: `line` counts from 1 in its file, `subject` is the row's own identifier. */
const place = {
  table: Table,
  file: z.string(),
  line: z.int(),
  subject: z.string(),
  organisation: z.string().optional(),
} as const

/** An event that the import recorded, or would record in a dry run. */
const RecordedEventOfRow = z.strictObject({ id: z.uuid(), type: z.string() })

/** One field that a correction changes, before and after as JSON; null is unknown. `event` is the one that is corrected. */
const FieldChange = z.strictObject({
  event: z.uuid(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})
export type FieldChange = z.infer<typeof FieldChange>

const outcome = { ...place, events: z.array(RecordedEventOfRow), changes: z.array(FieldChange) } as const

/**
 * What became of one row, or what is to be known of it. Each row has exactly one entry that is no warning. `events` is
 * what it gave, `changes` what a correction changes: proposed, or made where the type says `corrected`.
 */
export const ImportEntry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('recorded'), ...outcome }),
  z.strictObject({ type: z.literal('unchanged'), ...outcome }),
  z.strictObject({ type: z.literal('correction-proposed'), ...outcome }),
  z.strictObject({ type: z.literal('corrected'), ...outcome }),
  z.strictObject({ type: z.literal('refused'), ...outcome, code: z.string(), remedy: LabelsView }),
  z.strictObject({ type: z.literal('faulty'), ...place, faults: z.array(CellFault) }),
  z.strictObject({ type: z.literal('warning'), ...place, warning: ImportWarning }),
])
export type ImportEntry = z.infer<typeof ImportEntry>
export type RowEntry = Exclude<ImportEntry, { type: 'warning' }>

const Counts = z.strictObject({
  rows: z.int(),
  recorded: z.int(),
  unchanged: z.int(),
  correctionProposed: z.int(),
  corrected: z.int(),
  refused: z.int(),
  faulty: z.int(),
})
export type Counts = z.infer<typeof Counts>

const FileReport = z.strictObject({
  name: z.string(),
  table: Table,
  encoding: z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252']),
  delimiter: z.enum([',', ';', '\t']),
  warnings: z.array(ImportWarning),
})

const RefusedFileReport = z.strictObject({ name: z.string(), code: z.string(), remedy: LabelsView })

/** All that an import did, as plain JSON: to be shown, kept beside the data, or recorded. */
export const ImportReport = z.strictObject({
  collection: z.string(),
  /** True when nothing was recorded: the rest says what would have been. */
  dryRun: z.boolean(),
  applyCorrections: z.boolean(),
  files: z.array(FileReport),
  refusedFiles: z.array(RefusedFileReport),
  counts: z.strictObject({
    organisations: Counts,
    steps: Counts,
    /** Events recorded, corrections included. */
    events: z.int(),
    warnings: z.int(),
  }),
  entries: z.array(ImportEntry),
})
export type ImportReport = z.infer<typeof ImportReport>

/** How many rows of a table came to each end. */
export const countsOf = (entries: readonly ImportEntry[], table: z.infer<typeof Table>): Counts => {
  const of = (type: ImportEntry['type']): number =>
    entries.filter((entry) => entry.table === table && entry.type === type).length
  const counts = {
    recorded: of('recorded'),
    unchanged: of('unchanged'),
    correctionProposed: of('correction-proposed'),
    corrected: of('corrected'),
    refused: of('refused'),
    faulty: of('faulty'),
  }
  return { rows: Object.values(counts).reduce((sum, count) => sum + count, 0), ...counts }
}

/** True when every row is on record as the files tell it. */
export const isComplete = ({ refusedFiles, counts }: ImportReport): boolean =>
  refusedFiles.length === 0 &&
  [counts.organisations, counts.steps].every(
    ({ rows, recorded, unchanged, corrected }) => rows === recorded + unchanged + corrected,
  )
