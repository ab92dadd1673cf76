import { LRUCache } from 'lru-cache'
import { type CommandId } from '#domain/kernel/identifiers.js'
import { type Revision, type Stored, type StreamName } from '#domain/ports/event-log.js'
import { revision } from '../coordinates.js'
import { type ReadFact } from './event-format.js'
import { readStreamFacts, type RunCall } from './read-events.js'

export type StoredCommand = Stored & { readonly digest: string }

/** What is known of a stream up to an event of it: where that one stands, and the commands until there. */
export interface KnownStream {
  readonly last: Revision | 'none'
  readonly lastId?: string
  readonly commands: ReadonlyMap<CommandId, StoredCommand>
}

export interface AddedCommand {
  readonly id: CommandId
  readonly stored: StoredCommand
  readonly lastId: string
}

export interface CommandIndex {
  /** What is known without asking; it may be behind, and after a restored backup it may be wrong. */
  readonly known: (stream: StreamName) => KnownStream | undefined
  /** The stream as it stands: what was known is seen to be still there, and what came behind it is read. */
  readonly refresh: (stream: StreamName) => Promise<KnownStream>
  /** Adds what was just stored right behind what was known. */
  readonly advance: (stream: StreamName, before: KnownStream, added: AddedCommand) => void
  /** Forgets everything: whoever comes back after an outage may be another. */
  readonly clear: () => void
}

/** So many streams are remembered, the last used. */
const streams = 5_000

const nothingKnown: KnownStream = { last: 'none', commands: new Map() }

/** The commands of each stream, found where they are stored: in the metadata of the events that they made. */
export const createCommandIndex = (run: RunCall): CommandIndex => {
  const kept = new LRUCache<StreamName, KnownStream>({ max: streams })

  const refresh = async (stream: StreamName): Promise<KnownStream> => {
    const before = kept.get(stream) ?? nothingKnown
    const from = before.last === 'none' ? {} : { from: before.last }
    const facts = await readStreamFacts(run, stream, from)
    const current = facts[0]?.event.id === before.lastId // also when neither is there
    if (!current && before.last !== 'none') {
      kept.delete(stream)
      return refresh(stream)
    }
    const now = extended(before, before.last === 'none' ? facts : facts.slice(1))
    kept.set(stream, now)
    return now
  }

  return {
    known: (stream) => kept.get(stream),
    refresh,
    advance: (stream, before, { id, stored, lastId }) => {
      if (kept.get(stream) !== before) return // forgotten, or read anew, meanwhile
      const commands = new Map(before.commands).set(id, stored)
      kept.set(stream, { last: stored.lastRevision, lastId, commands })
    },
    clear: () => kept.clear(),
  }
}

/** What is known with the facts behind it, which begin where an append begins: appends are read whole or not at all. */
const extended = (before: KnownStream, facts: readonly ReadFact[]): KnownStream => {
  const last = facts.at(-1)?.event
  if (last === undefined) return before
  const commands = new Map(before.commands)
  facts.forEach(({ event, command }, index) => {
    const end = command && facts[index + command.events - 1]?.event
    if (command === undefined || end === undefined) return
    commands.set(command.id as CommandId, {
      firstRevision: event.revision,
      lastRevision: end.revision,
      position: end.position,
      digest: command.digest,
    })
  })
  return { last: revision(last.revision), lastId: last.id, commands }
}
