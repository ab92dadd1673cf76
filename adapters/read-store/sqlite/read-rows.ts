import { logId, position, revision } from '#adapters/event-log/coordinates.js'
import type { SqliteDatabase } from '#adapters/sqlite/database.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, StreamName } from '#domain/ports/event-log.js'
import type { GenerationId, Quarantined, Serving, StoredRow } from '#domain/ports/read-store.js'
import { unknownGeneration } from '../read-store-fault.js'

export interface RowReader {
  readonly serving: () => Serving | undefined
  readonly rows: (generation: GenerationId) => readonly StoredRow[]
  readonly reached: (reactor: string) => Checkpoint | undefined
}

/** A page of rows is read as one text and parsed once; so many make some 100 to 200 KB. */
const rowsPerPage = 200

interface PageRow {
  readonly page: string
}

interface CheckpointRow {
  readonly log: string
  readonly position: number
}

/** Ids are branded when they come back: nothing else was ever written. */
export const openRowReader = (database: SqliteDatabase): RowReader => {
  const statements = prepareReads(database)

  const quarantinedIn = (generation: number): readonly Quarantined[] =>
    (
      JSON.parse(statements.quarantined.get(generation)?.page ?? '[]') as readonly [
        OrganisationId,
        string,
        StreamName,
        number,
        number,
      ][]
    ).map(([id, reason, stream, number, place]) => ({
      id,
      reason,
      stream,
      revision: revision(number),
      position: position(place),
    }))

  const serving: RowReader['serving'] = () => {
    const row = statements.checkpoint.get()
    return (
      row && {
        checkpoint: checkpointOf(row),
        generations: statements.serving.all().map(({ id, model, version }) => ({
          model,
          generation: id as GenerationId,
          version,
          quarantined: quarantinedIn(id),
        })),
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

  const reached: RowReader['reached'] = (reactor) => {
    const row = statements.reached.get(reactor)
    return row && checkpointOf(row)
  }

  return { serving, rows, reached }
}

const checkpointOf = ({ log, position: place }: CheckpointRow): Checkpoint => ({
  log: logId(log),
  position: position(place),
})

const prepareReads = (database: SqliteDatabase) => ({
  checkpoint: database.prepare<CheckpointRow>('SELECT log, position FROM checkpoint'),
  serving: database.prepare<{ id: number; model: string; version: number }>(
    'SELECT id, model, version FROM generations WHERE serves = 1 ORDER BY model',
  ),
  known: database.prepare<object>('SELECT 1 FROM generations WHERE id = ?'),
  rows: database.prepare<PageRow>(
    `SELECT json_group_array(json_array(id, json)) AS page
     FROM (SELECT id, json FROM rows WHERE generation = ? AND id > ? ORDER BY id LIMIT ?)`,
  ),
  quarantined: database.prepare<PageRow>(
    `SELECT json_group_array(json_array(id, reason, stream, revision, position)) AS page
     FROM (SELECT id, reason, stream, revision, position FROM quarantined WHERE generation = ? ORDER BY id LIMIT -1)`,
  ),
  reached: database.prepare<CheckpointRow>('SELECT log, position FROM reactors WHERE name = ?'),
})
