import t from 'tap'
import { CommandId } from '#domain/kernel/identifiers.js'
import type { EventLog, Revision, StreamName } from '#domain/ports/event-log.js'
import type { CopyProgress } from '#src/tasks/operating/use-cases/copy/copy-log.js'
import { contentOf, copy, history, memoryLog, sqliteLog, tell, told, type OpenLog } from './copy-world.js'
import { answering, before, losingAnswer, tamperedWith } from './meddled-logs.js'

const TOLD = 382

const ways: readonly (readonly [string, OpenLog, OpenLog])[] = [
  ['memory to SQLite', memoryLog, sqliteLog],
  ['SQLite to SQLite', sqliteLog, sqliteLog],
  ['SQLite to memory', sqliteLog, memoryLog],
]

for (const [way, openFrom, openTo] of ways) {
  t.test(`${way}: a copy has the same events in the same order, and the same commands`, async (t) => {
    const { from, to } = await told(t, openFrom, openTo)
    const outcome = await copy(from, to)
    t.strictSame(outcome, {
      outcome: 'copied',
      alreadyThere: 0,
      added: TOLD,
      commands: 5,
      source: { log: await from.identity(), head: await from.head() },
      target: { log: await to.identity(), head: await to.head() },
    })
    t.strictSame(await contentOf(to), await contentOf(from))
  })

  t.test(`${way}: copied again, it adds nothing`, async (t) => {
    const { from, to } = await told(t, openFrom, openTo)
    await copy(from, to)
    const before = await contentOf(to)
    t.match(await copy(from, to), { outcome: 'copied', alreadyThere: TOLD, added: 0, commands: 5 })
    t.strictSame(await contentOf(to), before)
  })

  t.test(`${way}: what came to the source since is added`, async (t) => {
    const { from, to } = await told(t, openFrom, openTo)
    await copy(from, to)
    await tell(from, [{ stream: 'organisation-b', events: 2, command: 'later' }])
    t.match(await copy(from, to), { outcome: 'copied', alreadyThere: TOLD, added: 2, commands: 6 })
    t.strictSame(await contentOf(to), await contentOf(from))
  })

  t.test(`${way}: interrupted in the middle, it goes on from there`, async (t) => {
    const { from, to } = await told(t, openFrom, openTo)
    const ending = new AbortController()
    const stopping = ({ phase }: CopyProgress): void => {
      if (phase === 'copying') ending.abort()
    }
    t.strictSame(await copy(from, to, { ending: ending.signal, onProgress: stopping }), {
      outcome: 'interrupted',
      added: 3,
    })
    t.equal((await contentOf(to)).events.length, 3)
    t.match(await copy(from, to), { outcome: 'copied', alreadyThere: 3, added: TOLD - 3 })
    t.strictSame(await contentOf(to), await contentOf(from))
  })

  t.test(`${way}: an answer lost after it was stored doubles nothing`, async (t) => {
    const { from, to } = await told(t, openFrom, openTo)
    await t.rejects(copy(from, losingAnswer(to, 4)), { message: 'the answer was lost' })
    t.match(await copy(from, to), { outcome: 'copied', alreadyThere: 8, added: TOLD - 8 })
    t.strictSame(await contentOf(to), await contentOf(from))
  })
}

t.test('a command that the source knew is known in the copy, with its place and its digest', async (t) => {
  const { from, to } = await told(t, memoryLog, sqliteLog)
  await copy(from, to)
  const [stream, id] = ['organisation-a' as StreamName, CommandId.parse('record-a')]
  const stored = await to.findCommand(stream, id)
  t.match(stored, { firstRevision: 5, lastRevision: 6, digest: 'digest of record-a in organisation-a' })
  const [event] = await to.readStream(stream, { limit: 1 })
  if (event === undefined || stored === undefined) throw new Error('the copy is empty')
  const { digest, ...place } = stored
  const again = { stream, expected: 'any', events: [event] } as const
  t.strictSame(await to.append({ ...again, command: { id, digest } }), { outcome: 'repeated', ...place })
  t.strictSame(await to.append({ ...again, command: { id, digest: 'another body' } }), {
    outcome: 'command-reused',
  })
})

t.test('progress tells the phases in turn, each to the end of the source', async (t) => {
  const { from, to } = await told(t, memoryLog, memoryLog)
  const heard: CopyProgress[] = []
  await copy(from, to, { onProgress: (progress) => void heard.push(progress) })
  const head = await from.head()
  t.strictSame([...new Set(heard.map(({ phase }) => phase))], ['copying', 'verifying'])
  t.ok(heard.every((progress) => progress.head === head))
  t.strictSame(heard.filter(({ position }) => position === head).length, 2)
})

t.test('commands that lie across the pages that a log is read in are kept', async (t) => {
  const [from, to] = [memoryLog(t), memoryLog(t)]
  await tell(
    from,
    Array.from({ length: 240 }, (_, index) => ({
      stream: `organisation-${index % 7}`,
      events: 3 + (index % 3),
      command: `command-${index}`,
    })),
  )
  t.match(await copy(from, to), { outcome: 'copied', added: 960, commands: 240 })
  t.strictSame(await contentOf(to), await contentOf(from))
})

t.test('an empty log is copied into an empty one', async (t) => {
  t.match(await copy(memoryLog(t), sqliteLog(t)), { outcome: 'copied', alreadyThere: 0, added: 0 })
})

t.test('a log is not copied into itself', async (t) => {
  const log = memoryLog(t)
  await tell(log, history)
  t.strictSame(await copy(log, log), { outcome: 'same-log' })
})

t.test('a target that holds another history is refused, and stays as it is', async (t) => {
  const { from, to } = await told(t, memoryLog, sqliteLog)
  await tell(to, history.slice(0, 1))
  const before = await contentOf(to)
  t.match(await copy(from, to), {
    outcome: 'target-differs',
    difference: { field: 'id', source: { stream: 'organisation-a', revision: 0 } },
  })
  t.strictSame(await contentOf(to), before)
})

t.test('a target that goes on behind the source is refused, and named where', async (t) => {
  const { from, to } = await told(t, memoryLog, sqliteLog)
  await copy(from, to)
  await tell(to, [{ stream: 'organisation-z', events: 1 }])
  t.match(await copy(from, to), {
    outcome: 'target-goes-on',
    next: { stream: 'organisation-z', revision: 0 },
  })
})

t.test('one event tampered with in the target is named', async (t) => {
  const { from, to } = await told(t, memoryLog, sqliteLog)
  await copy(from, to)
  t.match(await copy(from, tamperedWith(to, 'organisation-c', 199, { title: 'other' })), {
    outcome: 'target-differs',
    difference: { field: 'data', target: { stream: 'organisation-c', revision: 199 } },
  })
})

t.test('a target that changes what it is given is found out at the end', async (t) => {
  const { from, to } = await told(t, memoryLog, memoryLog)
  t.match(await copy(from, tamperedWith(to, 'organisation-b', 0, {})), {
    outcome: 'target-differs',
    difference: { field: 'data', target: { stream: 'organisation-b', revision: 0 } },
  })
})

t.test('a mark that the target lacks, or has of another body, is a difference', async (t) => {
  for (const commands of [[], [{ digest: 'another body' }]]) {
    const { from, to } = await told(t, memoryLog, memoryLog)
    await copy(from, to)
    const forging: EventLog = {
      ...to,
      readCommands: async (range) =>
        (await to.readCommands(range)).flatMap((command) =>
          command.id === CommandId.parse('import-c')
            ? commands.map((forged) => ({ ...command, ...forged }))
            : [command],
        ),
    }
    t.match(await copy(from, forging), {
      outcome: 'target-differs',
      difference: { field: 'command', source: { stream: 'organisation-c', revision: 250 } },
    })
  }
})

t.test('somebody else who writes to the target stops the copy, and nothing is doubled', async (t) => {
  const { from, to } = await told(t, memoryLog, sqliteLog)
  const meddling = before(to, 3, () => tell(to, [{ stream: 'organisation-a', events: 1 }]))
  t.match(await copy(from, meddling), {
    outcome: 'target-moved',
    added: 4,
    at: { stream: 'organisation-a', revision: 3 },
  })
  t.match(await copy(from, to), { outcome: 'target-differs', difference: { field: 'id' } })
})

t.test('a source that is written to meanwhile is copied as it was, and told', async (t) => {
  const { from, to } = await told(t, memoryLog, sqliteLog)
  const meddling = before(to, 2, () => tell(from, [{ stream: 'organisation-b', events: 1 }]))
  t.match(await copy(from, meddling), { outcome: 'source-moved-on', added: TOLD })
  t.match(await copy(from, to), { outcome: 'copied', alreadyThere: TOLD, added: 1 })
})

t.test('a busy target is asked again; one that stays busy, or is full, ends the copy', async (t) => {
  const { from, to } = await told(t, memoryLog, memoryLog)
  const waits: number[] = []
  const wait = async (milliseconds: number): Promise<void> => void waits.push(milliseconds)
  t.match(await copy(from, answering(to, { outcome: 'busy' }, 2), { wait }), { outcome: 'copied' })
  t.strictSame(waits, [50, 100])
  const { to: empty } = await told(t, memoryLog, memoryLog)
  t.strictSame(await copy(from, answering(empty, { outcome: 'busy' }, Infinity), { wait }), {
    outcome: 'busy',
    added: 0,
  })
  t.strictSame(await copy(from, answering(empty, { outcome: 'disk-full' }, 1)), {
    outcome: 'disk-full',
    added: 0,
  })
})

t.test('an answer that came with a repetition counts where the event stands in its place', async (t) => {
  const { from, to } = await told(t, memoryLog, memoryLog)
  const twice: EventLog = {
    ...to,
    append: async (request) => {
      const first = await to.append(request)
      return request.command === undefined ? first : to.append(request)
    },
  }
  t.match(await copy(from, twice), { outcome: 'copied', added: TOLD })
  const elsewhere: EventLog = {
    ...to,
    append: () =>
      Promise.resolve({
        outcome: 'repeated',
        firstRevision: 7 as Revision,
        lastRevision: 9 as Revision,
        position: 0 as never,
      }),
  }
  await tell(from, [{ stream: 'organisation-a', events: 3, command: 'last' }])
  t.match(await copy(from, elsewhere), { outcome: 'target-moved', added: 0 })
})
