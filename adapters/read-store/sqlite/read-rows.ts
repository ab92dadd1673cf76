import { logId, position } from '#adapters/event-log/coordinates.js'
import type { SqliteDatabase } from '#adapters/sqlite/database.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { GenerationId, Quarantined, ServingGeneration, StoredRow } from '#domain/ports/read-store.js'
import { unknownGeneration } from '../read-store-fault.js'

export interface RowReader {
  readonly serving: (projection: string) => ServingGeneration | undefined
  readonly rows: (generation: GenerationId) => readonly StoredRow[]
}

/** A page of rows is read as one text and parsed once; so many make some 100 to 200 KB. */
const rowsPerPage = 200

interface PageRow {
  readonly page: string
}

/** Ids are branded when they come back: nothing else was ever written. */
export const openRowReader = (database: SqliteDatabase): RowReader => {
  const statements = prepareReads(database)

  const quarantinedIn = (generation: number): readonly Quarantined[] =>
    (
      JSON.parse(statements.quarantined.get(generation)?.page ?? '[]') as readonly [
        OrganisationId,
        string,
        number,
      ][]
    ).map(([id, reason, place]) => ({ id, reason, position: position(place) }))

  const serving: RowReader['serving'] = (projection) => {
    const row = statements.serving.get(projection)
    return (
      row && {
        generation: row.id as GenerationId,
        version: row.version,
        checkpoint: { log: logId(row.log), position: position(row.position) },
        quarantined: quarantinedIn(row.id),
      }
    )
  }

  const rows: RowReader['rows'] = (generation) => {
    if (statements.known.get(generation) === undefined) throw unknownGeneration(generation)
    const found: StoredRow[] = []
    for (let last = ''; ;) {
      const text = statements.rows.get(generation, last, rowsPerPage)?.page ?? '[]'
      const page = JSON.parse(text) as readonly (readonly [OrganisationId, string])[]
      for (const [id, json] of page) found.push({ id, json })
      last = found.at(-1)?.id ?? last
      if (page.length < rowsPerPage) return found
    }
  }

  return { serving, rows }
}

const prepareReads = (database: SqliteDatabase) => ({
  serving: database.prepare<{ id: number; version: number; log: string; position: number }>(
    'SELECT id, version, log, position FROM generations WHERE projection = ? AND log IS NOT NULL',
  ),
  known: database.prepare<object>('SELECT 1 FROM generations WHERE id = ?'),
  rows: database.prepare<PageRow>(
    `SELECT json_group_array(json_array(id, json)) AS page
     FROM (SELECT id, json FROM rows WHERE generation = ? AND id > ? ORDER BY id LIMIT ?)`,
  ),
  quarantined: database.prepare<PageRow>(
    `SELECT json_group_array(json_array(id, reason, position)) AS page
     FROM (SELECT id, reason, position FROM quarantined WHERE generation = ? ORDER BY id LIMIT -1)`,
  ),
})
