import { randomUUID } from 'node:crypto'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { ActorId, EventId } from '#domain/kernel/identifiers.js'
import { type StreamName } from '#domain/ports/event-log.js'

/**
 * A process of its own that appends `count` events, one by one, to a stream of the file at `path`, each marked with
 * the writer's name and its number. It ends with an error when an append is not answered as appended.
 */
const [path = '', stream = '', writer = '', appends = '0'] = process.argv.slice(2)
const log = openSqliteEventLog({ path })
for (let number = 0; number < Number(appends); number += 1) {
  const event = {
    id: EventId.parse(randomUUID()),
    type: 'FactRecorded',
    schemaVersion: 1,
    recordedAt: 1_700_000_000_000,
    data: { writer, number },
    metadata: { actor: ActorId.parse('agent:test') },
  }
  const end = await log.append({ stream: stream as StreamName, expected: 'any', events: [event] })
  if (end.outcome !== 'appended') throw new Error(`append ended with ${JSON.stringify(end)}`)
}
await log.close()
