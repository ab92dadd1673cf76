import { z } from 'zod'
import { ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'

/** A row of which the log, having moved meanwhile, would now tell something else than was shown. */
export const ChangedRow = z.strictObject({
  file: z.string(),
  line: z.int(),
  subject: z.string(),
  /** What was shown, and what would become of it now, as in the entries of a report; null where it has no entry. */
  shown: z.string().nullable(),
  now: z.string().nullable(),
})
export type ChangedRow = z.infer<typeof ChangedRow>

/** When a run was made, and upon which log: `position` is that of its last event. */
const run = { at: z.iso.datetime(), actor: z.string(), position: z.int() } as const

/** What is known of an import without its reports. `state`: only tried so far, or committed. */
export const ImportSummary = z.strictObject({
  id: z.uuid(),
  state: z.enum(['tried', 'committed']),
  /** A slug: the identity of a row is the collection and the row's own identifier. */
  collection: z.string(),
  applyCorrections: z.boolean(),
  files: z.array(z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() })),
  tried: z.strictObject({
    ...run,
    /** Rows that a commit found changed since they were shown: it recorded nothing, and showed this run instead. */
    changed: z.array(ChangedRow),
  }),
  committed: z
    .strictObject({
      ...run,
      /** True where others wrote between the dry run that was shown and the commit; no row of it changed by that. */
      logMoved: z.boolean(),
    })
    .nullable(),
  counts: ImportReport.shape.counts,
  refusedFiles: z.int(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

/** An import as it is kept: what was shown of it, or what it recorded. */
export const KeptImport = ImportSummary.extend({
  /** Of the dry run until it is committed, then of the commit. */
  report: ImportReport,
})
export type KeptImport = z.infer<typeof KeptImport>
