import { CommandId } from '#domain/kernel/identifiers.js'
import { type EventLog } from '#domain/ports/event-log.js'
import { collect } from './collector.js'
import {
  anEvent,
  append,
  appendRequest,
  asStored,
  command,
  count,
  events,
  newStream,
  outcomes,
  position,
  revision,
  withoutPositions,
  type Behaviour,
} from './contract-world.js'

export const lifeBehaviours = (behaviour: Behaviour): void => {
  behaviour('a log has one identity', async (t, { log }) => {
    const identity = await log.identity()
    await append(log, newStream(), events(2))
    t.equal(await log.identity(), identity)
    t.ok(identity.length > 0)
  })

  behaviour(
    'its identity is the same when it is opened again, also by another',
    async (t, { log, openAnother }) => {
      const identity = await log.identity()
      t.equal(await (await openAnother()).identity(), identity)
      await log.close()
      t.equal(await (await openAnother()).identity(), identity)
    },
  )

  behaviour('it says in what condition it is: usable, who it is and how long', async (t, { log }) => {
    const { position: head } = await append(log, newStream(), events(2))
    t.strictSame(await log.condition(), { usable: true, identity: await log.identity(), head })
  })

  behaviour('closed, it says so, and what to do', async (t, { log }) => {
    await log.close()
    const condition = await log.condition()
    t.match(condition, { usable: false, fault: 'log-closed' })
    t.ok(!condition.usable && condition.remedy.fr !== '' && condition.remedy.en !== '')
  })

  behaviour('opened again, it has everything that was appended', async (t, { log, openAnother }) => {
    const stream = newStream()
    const given = events(300)
    await append(log, stream, given)
    const before = await log.readStream(stream)
    await log.close()
    const reopened = await openAnother()
    t.strictSame(await reopened.readStream(stream), before)
    t.strictSame(withoutPositions(before), asStored(given, stream))
  })

  behaviour('opened again, revisions and positions go on', async (t, { log, openAnother }) => {
    const stream = newStream()
    const before = await append(log, stream, events(3))
    await log.close()
    const after = await append(await openAnother(), stream, events(2), revision(2))
    t.strictSame([after.firstRevision, after.lastRevision], [3, 4])
    t.ok(after.position > before.position)
  })

  behaviour('opened again, the expected revision is still guarded', async (t, { log, openAnother }) => {
    const stream = newStream()
    await append(log, stream, events(3))
    await log.close()
    const reopened = await openAnother()
    t.strictSame(await reopened.append(appendRequest(stream, [anEvent()], 'none')), {
      outcome: 'conflict',
      actual: 2,
    })
  })

  behaviour('closing waits for the appends under way, and they are kept', async (t, { log, openAnother }) => {
    const streams = Array.from({ length: 30 }, () => newStream())
    const appends = streams.map((stream) => log.append(appendRequest(stream, events(2), 'none')))
    await log.close()
    t.strictSame(count(outcomes(await Promise.all(appends))), { appended: 30 })
    const reopened = await openAnother()
    const lengths = await Promise.all(
      streams.map(async (stream) => (await reopened.readStream(stream)).length),
    )
    t.strictSame(
      lengths,
      streams.map(() => 2),
    )
  })

  behaviour('closing twice is closing once', async (t, { log }) => {
    await append(log, newStream(), [anEvent()])
    t.strictSame(await Promise.all([log.close(), log.close()]), [undefined, undefined])
    await log.close()
  })

  const calls: readonly (readonly [string, (log: EventLog) => Promise<unknown>])[] = [
    ['append', (log) => log.append(appendRequest(newStream(), [anEvent()]))],
    ['findCommand', (log) => log.findCommand(newStream(), CommandId.parse('command-1'))],
    ['readStream', (log) => log.readStream(newStream())],
    ['readAll', (log) => log.readAll({ after: position(0), limit: 1 })],
    ['readCommands', (log) => log.readCommands({ after: position(0), through: position(1) })],
    ['head', (log) => log.head()],
    ['identity', (log) => log.identity()],
    ['subscribe', (log) => log.subscribe({ from: 'start', handle: collect().handle })],
  ]
  for (const [name, call] of calls) {
    behaviour(`a closed log refuses ${name}`, async (t, { log }) => {
      await log.close()
      await t.rejects(call(log), { code: 'log-closed' })
    })
  }

  behaviour(
    'an append that comes after the call to close is refused and not written',
    async (t, { log, openAnother }) => {
      const stream = newStream()
      const kept = log.append(appendRequest(stream, [anEvent()], 'none'))
      const closed = log.close()
      await t.rejects(log.append(appendRequest(stream, [anEvent()], 'any')), { code: 'log-closed' })
      await Promise.all([closed, kept])
      t.equal((await (await openAnother()).readStream(stream)).length, 1)
    },
  )

  behaviour('two logs on one store: each reads what the other appended', async (t, { log, openAnother }) => {
    const other = await openAnother()
    const stream = newStream()
    await append(log, stream, events(2))
    await append(other, stream, events(2), revision(1))
    t.strictSame(await log.readStream(stream), await other.readStream(stream))
    t.equal(await log.head(), await other.head())
  })

  behaviour(
    'two logs on one store: of two that expect the same revision one wins',
    async (t, { log, openAnother }) => {
      const other = await openAnother()
      const stream = newStream()
      await append(log, stream, [anEvent()])
      const ends = await Promise.all(
        [log, other, log, other].map((each) => each.append(appendRequest(stream, [anEvent()], revision(0)))),
      )
      t.strictSame(count(outcomes(ends)), { appended: 1, conflict: 3 })
    },
  )

  behaviour(
    'two logs on one store: a command handled by one is known to the other',
    async (t, { log, openAnother }) => {
      const other = await openAnother()
      const stream = newStream()
      const stored = await append(log, stream, events(2), 'none', command('command-1'))
      const again = await other.append(appendRequest(stream, events(2), 'none', command('command-1')))
      t.strictSame(again, { outcome: 'repeated', ...stored })
    },
  )
}
