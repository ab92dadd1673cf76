import { CommandId } from '#domain/kernel/identifiers.js'
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

const id = CommandId.parse('command-1')

export const commandBehaviours = (behaviour: Behaviour): void => {
  behaviour('a command that was never handled is not found', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent()])
    t.equal(await log.findCommand(stream, id), undefined)
  })

  behaviour('in a stream that does not exist, no command is found', async (t, { log }) => {
    t.equal(await log.findCommand(newStream(), id), undefined)
  })

  behaviour('a command is found with its digest and the place of its events', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, events(2))
    const stored = await append(log, stream, events(3), 'any', command('command-1', 'sha-1'))
    t.strictSame([stored.firstRevision, stored.lastRevision], [2, 4])
    t.strictSame(await log.findCommand(stream, id), { ...stored, digest: 'sha-1' })
  })

  behaviour('the same command again is answered with its stored place', async (t, { log }) => {
    const stream = newStream()
    const stored = await append(log, stream, events(2), 'none', command('command-1'))
    const again = await log.append(appendRequest(stream, events(2), 'none', command('command-1')))
    t.strictSame(again, { outcome: 'repeated', ...stored })
  })

  behaviour('the same command again writes nothing', async (t, { log }) => {
    const stream = newStream()
    const given = events(2)
    await append(log, stream, given, 'none', command('command-1'))
    await log.append(appendRequest(stream, given, 'none', command('command-1')))
    await log.append(appendRequest(stream, events(2), 'any', command('command-1')))
    t.strictSame(withoutPositions(await log.readStream(stream)), asStored(given, stream))
  })

  behaviour(
    'the same command is recognised before its expected revision is looked at',
    async (t, { log }) => {
      const stream = newStream()
      const stored = await append(log, stream, [anEvent()], 'none', command('command-1'))
      const again = await log.append(appendRequest(stream, [anEvent()], revision(41), command('command-1')))
      t.strictSame(again, { outcome: 'repeated', ...stored })
    },
  )

  behaviour(
    'the same command after later events is still answered with its own place',
    async (t, { log }) => {
      const stream = newStream()
      const stored = await append(log, stream, [anEvent()], 'none', command('command-1'))
      await append(log, stream, events(3), 'any', command('command-2'))
      await append(log, newStream(), events(2))
      const again = await log.append(appendRequest(stream, [anEvent()], 'none', command('command-1')))
      t.strictSame(again, { outcome: 'repeated', ...stored })
    },
  )

  behaviour('another body under the same command id is refused', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent()], 'none', command('command-1', 'one'))
    const other = await log.append(appendRequest(stream, [anEvent()], 'any', command('command-1', 'other')))
    t.strictSame(other, { outcome: 'command-reused' })
  })

  behaviour(
    'another body under the same command id writes nothing and changes no mark',
    async (t, { log }) => {
      const stream = newStream()
      const given = [anEvent()]
      const stored = await append(log, stream, given, 'none', command('command-1', 'one'))
      await log.append(appendRequest(stream, [anEvent()], revision(0), command('command-1', 'other')))
      t.strictSame(withoutPositions(await log.readStream(stream)), asStored(given, stream))
      t.strictSame(await log.findCommand(stream, id), { ...stored, digest: 'one' })
    },
  )

  behaviour('a command id belongs to its stream: another stream may use it too', async (t, { log }) => {
    const [one, other] = [newStream(), newStream()]
    const first = await append(log, one, [anEvent()], 'none', command('command-1', 'one'))
    const second = await append(log, other, events(2), 'none', command('command-1', 'other'))
    t.strictSame(await log.findCommand(one, id), { ...first, digest: 'one' })
    t.strictSame(await log.findCommand(other, id), { ...second, digest: 'other' })
  })

  behaviour('a command that met a conflict is not stored, and may be tried again', async (t, { log }) => {
    const stream = newStream()
    await append(log, stream, [anEvent()])
    const refused = await log.append(appendRequest(stream, [anEvent()], 'none', command('command-1')))
    t.strictSame(refused, { outcome: 'conflict', actual: 0 })
    t.equal(await log.findCommand(stream, id), undefined)
    const again = await append(log, stream, [anEvent()], revision(0), command('command-1'))
    t.equal(again.firstRevision, 1)
  })

  behaviour('a conflict in an unknown stream stores no command', async (t, { log }) => {
    const stream = newStream()
    await log.append(appendRequest(stream, [anEvent()], 'exists', command('command-1')))
    t.equal(await log.findCommand(stream, id), undefined)
  })

  behaviour('the same command twice at once is appended once and repeated once', async (t, { log }) => {
    const stream = newStream()
    const given = [events(2), events(2)]
    const [one, other] = await Promise.all(
      given.map((some) => log.append(appendRequest(stream, some, 'none', command('command-1')))),
    )
    t.strictSame(count(outcomes([one, other].flatMap((each) => each ?? []))), { appended: 1, repeated: 1 })
    t.strictSame({ ...one, outcome: '' }, { ...other, outcome: '' })
    t.equal((await log.readStream(stream)).length, 2)
  })

  behaviour('the same command twenty times at once has one effect', async (t, { log }) => {
    const stream = newStream()
    const attempts = Array.from({ length: 20 }, () =>
      appendRequest(stream, [anEvent()], 'any', command('command-1')),
    )
    const ends = await Promise.all(attempts.map((attempt) => log.append(attempt)))
    t.strictSame(count(outcomes(ends)), { appended: 1, repeated: 19 })
    t.equal((await log.readStream(stream)).length, 1)
  })

  behaviour(
    'two bodies under one command id at once: one is appended, the other refused',
    async (t, { log }) => {
      const stream = newStream()
      const ends = await Promise.all(
        ['one', 'other'].map((digest) =>
          log.append(appendRequest(stream, [anEvent()], 'any', command('command-1', digest))),
        ),
      )
      t.strictSame(count(outcomes(ends)), { appended: 1, 'command-reused': 1 })
    },
  )

  behaviour('a command is found by a log that is opened later', async (t, { log, openAnother }) => {
    const stream = newStream()
    const stored = await append(log, stream, events(2), 'none', command('command-1', 'one'))
    await log.close()
    const reopened = await openAnother()
    t.strictSame(await reopened.findCommand(stream, id), { ...stored, digest: 'one' })
    const again = await reopened.append(appendRequest(stream, events(2), 'none', command('command-1', 'one')))
    t.strictSame(again, { outcome: 'repeated', ...stored })
  })

  behaviour('command ids are compared exactly', async (t, { log }) => {
    const stream = newStream()
    const names = ["l'été", "L'ÉTÉ", 'l"été', 'l été', 'l été ', '🌱', '%', '_']
    for (const name of names) await append(log, stream, [anEvent()], 'any', command(name, name))
    const found = await Promise.all(names.map((name) => log.findCommand(stream, CommandId.parse(name))))
    t.strictSame(
      found.map((each) => [each?.digest, each?.firstRevision]),
      names.map((name, index) => [name, index]),
    )
  })

  behaviour(
    'the commands of a part of the log are those whose first event lies in it',
    async (t, { log }) => {
      const [one, other] = [newStream(), newStream()]
      const before = await append(log, one, events(2), 'none', command('command-1', 'first'))
      const within = await append(log, one, events(3), 'any', command('command-2', 'second'))
      await append(log, other, [anEvent()])
      const last = await append(log, other, events(2), 'any', command('command-1', 'third'))
      await append(log, one, [anEvent()], 'any', command('command-3', 'behind'))
      t.strictSame(await log.readCommands({ after: before.position, through: last.position }), [
        { stream: one, id: 'command-2', digest: 'second', ...within },
        { stream: other, id: 'command-1', digest: 'third', ...last },
      ])
    },
  )

  behaviour('where no command began there is none, though others end there', async (t, { log }) => {
    const stream = newStream()
    const plain = await append(log, stream, events(2))
    const stored = await append(log, stream, events(3), 'any', command('command-1'))
    const first = (await log.readStream(stream, { from: revision(2), limit: 1 }))[0]?.position ?? position(0)
    t.ok(first > plain.position && first < stored.position)
    t.strictSame(await log.readCommands({ after: first, through: stored.position }), [])
    t.strictSame(await log.readCommands({ after: first, through: first }), [])
    t.strictSame(await log.readCommands({ after: plain.position, through: first }), [
      { stream, id: 'command-1', digest: 'digest', ...stored },
    ])
  })

  behaviour('an append without a command is never taken for a repetition', async (t, { log }) => {
    const stream = newStream()
    const ends = [await append(log, stream, [anEvent()]), await append(log, stream, [anEvent()])]
    t.strictSame(
      ends.map(({ firstRevision }) => firstRevision),
      [0, 1],
    )
  })
}
