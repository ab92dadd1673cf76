import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { ActorId, type OrganisationId } from '#domain/kernel/identifiers.js'
import type { EventLog, StoredEvent } from '#domain/ports/event-log.js'
import { position } from '#adapters/event-log/coordinates.js'
import { importHistory, type ImportOptions } from '#src/tasks/importing/use-cases/recording/import-history.js'
import type { ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'

/** A file of UTF-8 text. */
export const textFile = (name: string, text: string): ImportFile => ({
  name,
  bytes: new TextEncoder().encode(text),
})

/** Rows as a table between commas; the header is that of all their columns. */
export const tableFile = (name: string, rows: readonly Readonly<Record<string, string>>[]): ImportFile => {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
  const lines = rows.map((row) => columns.map((column) => quoted(row[column] ?? '')).join(','))
  return textFile(name, [columns.join(','), ...lines, ''].join('\n'))
}

/** Two organisations, the second after the first, as a file. */
export const organisationsFile = tableFile('organisations.csv', [
  { slug: 'ville-a', official_name: 'Ville A', kind: 'commune' },
  { slug: 'region-b', official_name: 'Région B', kind: 'region' },
])

/** The moment of every test: 1 February 2026. */
export const now = Date.UTC(2026, 1, 1, 12)

export const memoryLog = (): EventLog => openMemoryEventLog()

export const importInto = (
  log: EventLog,
  files: readonly ImportFile[],
  options: Partial<ImportOptions> = {},
): Promise<ImportReport> =>
  importHistory(
    {
      log,
      clock: () => now,
      predecessorsOf: () => Promise.resolve<OrganisationId[]>([]),
      successionsSeen: () => Promise.resolve(true),
      viewer: { role: 'staff', actor: ActorId.parse('system:test') },
    },
    files,
    { collection: 'essai', ...options },
  )

/** Everything in a log, in its order. */
export const eventsIn = async (log: EventLog): Promise<readonly StoredEvent[]> =>
  (await log.readAll({ after: position(0), limit: 100_000 })).events
