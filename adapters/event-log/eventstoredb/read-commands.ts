import { type CommandId } from '#domain/kernel/identifiers.js'
import { type CommandRange, type Position, type StoredCommand } from '#domain/ports/event-log.js'
import { revision } from '../coordinates.js'
import { type ReadFact } from './event-format.js'
import { readStreamFacts, type AllReader, type RunCall } from './read-events.js'

/** So many events a page. */
const PAGE = 500

/** The commands that begin in a part of the log: each stands in the metadata of its first event. */
export const readCommandsOf = async (
  all: Pick<AllReader, 'readFacts'>,
  run: RunCall,
  { after, through }: CommandRange,
): Promise<readonly StoredCommand[]> => {
  const facts: ReadFact[] = []
  for (let [reached, atHead] = [after, false]; reached < through && !atHead;) {
    const page = await all.readFacts(run, { after: reached, limit: PAGE })
    facts.push(...page.facts)
    ;[reached, atHead] = [page.position, page.atHead]
  }
  const positions = new Map(facts.map(({ event }) => [placeOf(event.stream, event.revision), event.position]))
  const commands: StoredCommand[] = []
  for (const { event, command } of facts) {
    if (command === undefined || event.position > through) continue
    const lastRevision = revision(event.revision + command.events - 1)
    const { stream } = event
    const position =
      positions.get(placeOf(stream, lastRevision)) ?? (await positionAt(run, stream, lastRevision))
    if (position === undefined) continue // the command is not there whole, which no append leaves behind
    const { id, digest } = command
    commands.push({
      stream,
      id: id as CommandId, // checked when it was written
      digest,
      firstRevision: event.revision,
      lastRevision,
      position,
    })
  }
  return commands
}

const positionAt = async (
  run: RunCall,
  stream: StoredCommand['stream'],
  at: StoredCommand['lastRevision'],
): Promise<Position | undefined> =>
  (await readStreamFacts(run, stream, { from: at, limit: 1 }))[0]?.event.position

const placeOf = (stream: string, at: number): string => `${at}@${stream}`
