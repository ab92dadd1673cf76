import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import t from 'tap'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { collect, subscribed } from '#test/contract/event-log/collector.js'
import { append, events, newStream } from '#test/contract/event-log/contract-world.js'
import { newFile, openLog } from './sqlite-file.js'

const script = createRequire(import.meta.url).resolve('#test/support/writing-process.js')
const run = promisify(execFile)
const write = (path: string, stream: string, writer: string, appends: number): Promise<unknown> =>
  run(process.execPath, [script, path, stream, writer, String(appends)])

t.test('several processes make and fill one file at once', async (t) => {
  const path = await newFile(t)
  const stream = newStream()
  const writers = ['a', 'b', 'c', 'd']
  await Promise.all(writers.map((writer) => write(path, stream, writer, 50)))
  const log = openSqliteEventLog({ path })
  t.teardown(() => log.close())
  const read = await log.readStream(stream)
  t.strictSame(
    read.map((event) => event.revision),
    [...Array(200).keys()],
  )
  t.strictSame(
    writers.map((name) =>
      read.filter(({ data }) => data['writer'] === name).map(({ data }) => data['number']),
    ),
    writers.map(() => [...Array(50).keys()]),
  )
})

t.test('a subscription sees what other processes append, once and in order, among its own', async (t) => {
  const { log, path } = await openLog(t)
  const stream = newStream()
  const seen = collect()
  subscribed(await log.subscribe({ from: 'start', handle: seen.handle }))
  const others = Promise.all([write(path, stream, 'a', 40), write(path, stream, 'b', 40)])
  for (let round = 0; round < 40; round += 1) await append(log, stream, events(1))
  await Promise.all([others, seen.untilEvents(120)])
  t.strictSame(seen.events(), await log.readStream(stream))
  t.equal(seen.events().length, 120)
})
