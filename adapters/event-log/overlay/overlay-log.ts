import { type StreamLog, type StreamName } from '#domain/ports/event-log.js'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'

/**
 * Reads what stands in a log and keeps in memory what is appended: nothing reaches the log below. A stream is taken as
 * it was when it was first touched, so that whatever runs on top sees one steady picture and its own appends.
 */
export const overlayOn = (base: Pick<StreamLog, 'readStream' | 'findCommand'>): StreamLog => {
  const scratch = openMemoryEventLog()
  const copies = new Map<StreamName, Promise<void>>()

  const copied = (stream: StreamName): Promise<void> => {
    const copy = copies.get(stream) ?? copyStream(base, scratch, stream)
    copies.set(stream, copy)
    return copy
  }

  return {
    append: async (request) => {
      await copied(request.stream)
      const known =
        request.command === undefined ? undefined : await base.findCommand(request.stream, request.command.id)
      if (known === undefined) return scratch.append(request)
      const { digest, ...stored } = known
      return digest === request.command?.digest
        ? { outcome: 'repeated', ...stored }
        : { outcome: 'command-reused' }
    },
    findCommand: async (stream, id) =>
      (await base.findCommand(stream, id)) ?? scratch.findCommand(stream, id),
    readStream: async (stream, slice) => {
      await copied(stream)
      return scratch.readStream(stream, slice)
    },
  }
}

/** One event an append: a whole stream may be larger than an append can be. */
const copyStream = async (
  base: Pick<StreamLog, 'readStream'>,
  scratch: StreamLog,
  stream: StreamName,
): Promise<void> => {
  for (const event of await base.readStream(stream)) {
    await scratch.append({ stream, expected: 'any', events: [event] })
  }
}
