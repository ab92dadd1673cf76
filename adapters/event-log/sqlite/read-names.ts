import { EventLogFault } from '#domain/ports/event-log-fault.js'
import { type SqliteDatabase } from '#adapters/sqlite/database.js'

/**
 * The names behind the integers in the events' rows. A name keeps its integer for ever, so each is read once; some
 * tens of bytes a stream stay in memory.
 */
export const openNameReader = (
  database: SqliteDatabase,
  table: 'streams' | 'types',
): ((id: number) => string) => {
  const find = database.prepare<{ name: string }>(`SELECT name FROM ${table} WHERE id = ?`)
  const known = new Map<number, string>()
  const learn = (id: number): string => {
    const name = find.get(id)?.name
    if (name === undefined)
      throw new EventLogFault('damaged', `an event names ${id}, which is missing from ${table}`)
    known.set(id, name)
    return name
  }
  return (id) => known.get(id) ?? learn(id)
}
