import t, { type Test } from 'tap'
import { openEventStoreDbEventLog } from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { startProtocolDouble } from '#test/support/protocol-double/protocol-double.js'
import { contentOf, copy, history as longHistory, memoryLog, sqliteLog, tell } from './copy-world.js'

/** What other engines are tried with as well, without its long runs. */
const history = longHistory.filter(({ events }) => events < 100)

/** A log in a server of our own that speaks the client's protocol, closed with the test. */
const doubleLog = async (t: Test): Promise<EventLog> => {
  const double = await startProtocolDouble()
  const log = await openEventStoreDbEventLog({ url: double.url })
  t.teardown(async () => {
    await log.close()
    await double.close()
  })
  return log
}

t.test('protocol double: from SQLite and back, nothing is changed and no mark is lost', async (t) => {
  const [from, between, back] = [sqliteLog(t), await doubleLog(t), memoryLog(t)]
  await tell(from, history)
  t.match(await copy(from, between), { outcome: 'copied', added: 12, commands: 4 })
  t.match(await copy(between, back), { outcome: 'copied', added: 12, commands: 4 })
  t.strictSame(await contentOf(back), await contentOf(from))
})

t.test('protocol double: interrupted in the middle, it goes on from there', async (t) => {
  const [from, to] = [memoryLog(t), await doubleLog(t)]
  await tell(from, history)
  const ending = new AbortController()
  const interrupted = await copy(from, to, {
    ending: ending.signal,
    onProgress: ({ phase }) => {
      if (phase === 'copying') ending.abort()
    },
  })
  t.strictSame(interrupted, { outcome: 'interrupted', added: 3 })
  t.match(await copy(from, to), { outcome: 'copied', alreadyThere: 3, added: 9 })
  t.strictSame(await contentOf(to), await contentOf(from))
})

t.test('protocol double: a target with another history is refused', async (t) => {
  const [from, to] = [memoryLog(t), await doubleLog(t)]
  await tell(from, history)
  await tell(to, history.slice(0, 2))
  t.match(await copy(from, to), { outcome: 'target-differs', difference: { field: 'id' } })
  t.equal((await contentOf(to)).events.length, 4)
})
