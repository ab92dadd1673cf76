import fc from 'fast-check'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import {
  type AppendRequest,
  type EventLog,
  type ExpectedRevision,
  type StreamName,
} from '#domain/ports/event-log.js'
import {
  anEvent,
  appendRequest,
  command,
  position,
  readBehind,
  revision,
} from '#test/contract/event-log/contract-world.js'
import { propertyRuns } from '#test/support/property.js'

const streams = ['organisation-a', 'organisation-b', 'import-c'] as StreamName[]

const expected = fc.oneof(
  fc.constantFrom<ExpectedRevision>('none', 'exists', 'any'),
  fc.nat(8).map((value): ExpectedRevision => revision(value)),
)

const mark = fc.option(fc.tuple(fc.nat(3), fc.nat(1)), { nil: undefined })

const request = fc
  .tuple(fc.constantFrom(...streams), expected, fc.integer({ min: 1, max: 4 }), mark)
  .map(([stream, expected, count, mark]): AppendRequest => {
    const events = Array.from({ length: count }, (_, number) => anEvent({ number }, `Type${number}`))
    const named = mark === undefined ? undefined : command(`command-${mark[0]}`, `digest-${mark[1]}`)
    return appendRequest(stream, events, expected, named)
  })

/** Everything that can be seen of a log, positions apart: their order is seen by the order of the events. */
const view = async (log: EventLog): Promise<unknown> => {
  const all = (await readBehind(log, position(0), { limit: 7 })).map((event) => ({ ...event, position: 0 }))
  const some = (await readBehind(log, position(0), { limit: 3, types: ['Type1', 'Type3'] })).map(
    ({ id }) => id,
  )
  const backwards = await Promise.all(
    streams.map(async (stream) =>
      (await log.readStream(stream, { direction: 'backwards' })).map(({ id }) => id),
    ),
  )
  return { all, some, backwards }
}

t.test(
  'memory and SQLite answer any appends alike, alone or at once, and end up with the same log',
  async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'trajectoires-agree-'))
    t.teardown(() => rm(folder, { recursive: true }))
    let files = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(request, { minLength: 1, maxLength: 6 }), { maxLength: 8 }),
        async (turns) => {
          const logs = [
            openMemoryEventLog(),
            openSqliteEventLog({ path: join(folder, `${(files += 1)}.sqlite`) }),
          ]
          const told = await Promise.all(
            logs.map(async (log) => {
              const answers: unknown[] = []
              for (const turn of turns) {
                const ends = await Promise.all(turn.map((each) => log.append(each)))
                answers.push(...ends.map((end) => ('position' in end ? { ...end, position: 0 } : end)))
              }
              const seen = { answers, ...((await view(log)) as object) }
              await log.close()
              return JSON.stringify(seen)
            }),
          )
          return told[0] === told[1]
        },
      ),
      propertyRuns(60),
    )
    t.equal(files, propertyRuns(60).numRuns)
  },
)
