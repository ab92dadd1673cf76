import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { ActorId, CommandId, EventId } from '#domain/kernel/identifiers.js'
import { type ExpectedRevision, type NewEvent, type StreamName } from '#domain/ports/event-log.js'
import { seededRandom } from './seeded-random.js'

/**
 * A process that appends until it is killed, and prints a line for each append that was answered:
 * `{ stream, batch, firstRevision, lastRevision, ids }`. Half of its writers have a stream to themselves and expect
 * exact revisions; the others share one. Each append is a batch of one to five events of very different sizes, under
 * a command named like the batch.
 */
const [path = '', round = '0', seed = '0'] = process.argv.slice(2)
const random = seededRandom(Number(seed))
const log = openSqliteEventLog({ path })
writeSync(1, 'opened\n')

const batchOf = (batch: string): [NewEvent, ...NewEvent[]] => {
  const size = 1 + random.below(5)
  const event = (index: number): NewEvent => ({
    id: EventId.parse(randomUUID()),
    type: 'FactRecorded',
    schemaVersion: 1,
    recordedAt: 1_700_000_000_000,
    data: { batch, index, size, text: 'x'.repeat(random.below(10) === 0 ? 9000 : random.below(400)) },
    metadata: { actor: ActorId.parse('agent:crash') },
  })
  return [event(0), ...Array.from({ length: size - 1 }, (_, index) => event(index + 1))]
}

const write = async (writer: number): Promise<void> => {
  const alone = writer % 2 === 0
  const stream = (alone ? `organisation-alone-${writer}` : 'organisation-shared') as StreamName
  const [last] = await log.readStream(stream, { direction: 'backwards', limit: 1 })
  let expected: ExpectedRevision = alone ? (last?.revision ?? 'none') : 'any'
  for (let number = 0; ; number += 1) {
    const batch = `${round}-${writer}-${number}`
    const events = batchOf(batch)
    const command = { id: CommandId.parse(batch), digest: batch }
    const end = await log.append({ stream, expected, events, command })
    if (end.outcome !== 'appended') throw new Error(`append ended with ${JSON.stringify(end)}`)
    const { firstRevision, lastRevision } = end
    if (alone) expected = lastRevision
    writeSync(
      1,
      `${JSON.stringify({ stream, batch, firstRevision, lastRevision, ids: events.map(({ id }) => id) })}\n`,
    )
  }
}

await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(write))
