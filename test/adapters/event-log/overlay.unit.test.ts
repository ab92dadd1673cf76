import t from 'tap'
import { overlayOn } from '#adapters/event-log/overlay/overlay-log.js'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { ActorId, CommandId, EventId } from '#domain/kernel/identifiers.js'
import type { NewEvent, StreamName } from '#domain/ports/event-log.js'

const stream = 'organisation-a' as StreamName // a valid name, made without the domain's maker

const event = (number: number): NewEvent => ({
  id: EventId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`),
  type: 'NoteTaken',
  schemaVersion: 1,
  recordedAt: number,
  data: { number },
  metadata: { actor: ActorId.parse('test') },
})
const mark = (digest: string) => ({ id: CommandId.parse('c1'), digest })

t.test('reads what is below, adds on top, and leaves the log below as it was', async (t) => {
  const base = openMemoryEventLog()
  await base.append({ stream, expected: 'none', events: [event(1)] })
  const overlay = overlayOn(base)
  const appended = await overlay.append({ stream, expected: 'exists', events: [event(2)] })
  t.match(appended, { outcome: 'appended', firstRevision: 1, lastRevision: 1 })
  t.strictSame(
    (await overlay.readStream(stream)).map(({ id, revision }) => [id, revision]),
    [
      [event(1).id, 0],
      [event(2).id, 1],
    ],
  )
  t.strictSame(
    (await base.readStream(stream)).map(({ id }) => id),
    [event(1).id],
  )
})

t.test('keeps the promises of expected revisions', async (t) => {
  const base = openMemoryEventLog()
  await base.append({ stream, expected: 'none', events: [event(1)] })
  const overlay = overlayOn(base)
  t.strictSame(await overlay.append({ stream, expected: 'none', events: [event(2)] }), {
    outcome: 'conflict',
    actual: 0,
  })
})

t.test('takes a stream as it was when it was first touched', async (t) => {
  const base = openMemoryEventLog()
  const overlay = overlayOn(base)
  t.strictSame(await overlay.readStream(stream), [])
  await base.append({ stream, expected: 'none', events: [event(1)] })
  t.strictSame(await overlay.readStream(stream), [])
})

t.test('knows the commands that the log below has handled, and its own', async (t) => {
  const base = openMemoryEventLog()
  await base.append({ stream, expected: 'none', events: [event(1)], command: mark('x') })
  const overlay = overlayOn(base)
  const asked = (digest: string) =>
    overlay.append({ stream, expected: 'any', events: [event(2)], command: mark(digest) })
  t.match(await asked('x'), { outcome: 'repeated', firstRevision: 0, lastRevision: 0 })
  t.strictSame(await asked('y'), { outcome: 'command-reused' })
  t.match(await overlay.findCommand(stream, mark('x').id), { digest: 'x', lastRevision: 0 })

  const empty = overlayOn(openMemoryEventLog())
  t.equal(await empty.findCommand(stream, mark('x').id), undefined)
  await empty.append({ stream, expected: 'none', events: [event(1)], command: mark('x') })
  t.match(await empty.findCommand(stream, mark('x').id), { digest: 'x' })
})
