import { createHash } from 'node:crypto'
import type { Dossiers } from '#domain/ports/dossiers.js'
import { ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import { ImportSummary, type KeptImport } from './kept-import.js'

/**
 * Imports kept as dossiers: a summary, the report, and the files until they are committed. They stand beside the log and
 * not in it, because a report quotes the cells that it refuses, and a file may hold anything: both must be erasable. What
 * an import recorded is in the log itself, under the name of its collection.
 */
export interface ImportShelf {
  save(kept: KeptImport): Promise<void>
  find(id: string): Promise<KeptImport | undefined>
  /** The latest first. */
  list(): Promise<readonly ImportSummary[]>
  keepFiles(id: string, files: readonly ImportFile[]): Promise<void>
  /** Undefined where they are kept no longer. */
  filesOf(summary: ImportSummary): Promise<readonly ImportFile[] | undefined>
  forgetFiles(summary: ImportSummary): Promise<void>
  remove(id: string): Promise<void>
}

const SUMMARY = 'import.json'
const REPORT = 'report.json'
const fileName = (index: number): string => `file-${index + 1}.csv`

export const importShelf = (dossiers: Dossiers): ImportShelf => {
  const summaryOf = async (id: string): Promise<ImportSummary | undefined> => {
    const bytes = isId(id) ? await dossiers.read(id, SUMMARY) : undefined
    return bytes === undefined ? undefined : ImportSummary.parse(jsonOf(bytes))
  }
  return {
    // The summary last: without it there is no import.
    save: async ({ report, ...summary }) => {
      await dossiers.write(summary.id, REPORT, bytesOf(report))
      await dossiers.write(summary.id, SUMMARY, bytesOf(summary))
    },
    find: async (id) => {
      const summary = await summaryOf(id)
      const report = summary === undefined ? undefined : await dossiers.read(id, REPORT)
      return summary === undefined || report === undefined
        ? undefined
        : { ...summary, report: ImportReport.parse(jsonOf(report)) }
    },
    list: async () => {
      const all = await Promise.all((await dossiers.ids()).map(summaryOf))
      return all
        .filter((summary) => summary !== undefined)
        .toSorted((one, other) => (lastRun(one) < lastRun(other) ? 1 : -1))
    },
    keepFiles: async (id, files) => {
      for (const [index, { bytes }] of files.entries()) await dossiers.write(id, fileName(index), bytes)
    },
    filesOf: async ({ id, files }) => {
      const found = await Promise.all(
        files.map(async ({ name, sha256 }, index) => {
          const bytes = await dossiers.read(id, fileName(index))
          return bytes === undefined || digestOf(bytes) !== sha256 ? undefined : { name, bytes }
        }),
      )
      const whole = found.filter((file) => file !== undefined)
      return whole.length === files.length ? whole : undefined
    },
    forgetFiles: async ({ id, files }) => {
      for (const index of files.keys()) await dossiers.remove(id, fileName(index))
    },
    remove: async (id) => {
      if (isId(id)) await dossiers.remove(id)
    },
  }
}

/** SHA-256 in hexadecimal. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const isId = (id: string): boolean => ImportSummary.shape.id.safeParse(id).success

const lastRun = ({ tried, committed }: ImportSummary): string => (committed ?? tried).at

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const jsonOf = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
