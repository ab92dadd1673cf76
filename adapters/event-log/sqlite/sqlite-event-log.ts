import type { EventLog, Position } from '#domain/ports/event-log.js'
import { createGate } from '../gate.js'
import { conditionOf } from '#domain/ports/log-condition.js'
import { prepareAppend } from '../prepared-append.js'
import { openSubscriptions, type Subscriptions } from '../subscriptions.js'
import { connectBetterSqlite3 } from '#adapters/sqlite/better-sqlite3-database.js'
import { openCommitGroup, openGroupCommit } from './group-commit.js'
import type { ConnectSqlite } from '#adapters/sqlite/database.js'
import { namingDamage, openDatabase } from './open-database.js'
import { openEventReader } from './read-events.js'
import { beforeAll } from '#adapters/event-log/coordinates.js'

export interface SqliteEventLogOptions {
  /** The file; it is made when there is none, its folder must exist. */
  readonly path: string
  /** How many events may wait for their commit before appends are answered `busy`. Default: 10,000. */
  readonly waitingEvents?: number
  /** The binding of SQLite. Default: better-sqlite3. */
  readonly connect?: ConnectSqlite
}

/**
 * The embedded engine: one file, durable when it answers, and several processes may have it open at once.
 *
 * An append that rejects with an error of SQLite's may or may not have been written: the same command again is safe.
 *
 * @throws EventLogFault when the file can't be used: `not-an-event-log`, `newer-schema`, `damaged`, `not-durable`,
 * `sqlite-too-old`
 */
export const openSqliteEventLog = (options: SqliteEventLogOptions): EventLog => {
  const { path, waitingEvents = 10_000, connect = connectBetterSqlite3 } = options
  const { database, identity } = openDatabase(path, connect)
  const reader = openEventReader(database)
  const subscriptions = openSubscriptions({
    identity: () => identity,
    head: reader.head,
    readAll: (slice) => Promise.resolve(namingDamage(path, () => reader.readAll(slice))),
  })
  const commitGroup = openCommitGroup(database)
  const writer = openGroupCommit(
    (appends) => namingDamage(path, () => commitGroup(appends)),
    waitingEvents,
    subscriptions.wake,
  )
  const watch = watchHead(reader.head, subscriptions)
  const gate = createGate()

  return {
    identity: gate.pass(() => identity),
    append: gate.pass((request) => writer.append(prepareAppend(request))),
    findCommand: gate.pass((stream, id) => namingDamage(path, () => reader.findCommand(stream, id))),
    readStream: gate.pass((stream, slice = {}) => namingDamage(path, () => reader.readStream(stream, slice))),
    readAll: gate.pass((slice) => namingDamage(path, () => reader.readAll(slice))),
    readCommands: gate.pass((range) => namingDamage(path, () => reader.readCommands(range))),
    head: gate.pass(() => namingDamage(path, reader.head)),
    last: gate.pass(() => namingDamage(path, reader.last)),
    subscribe: gate.pass((request) => namingDamage(path, () => subscriptions.subscribe(request))),
    condition: () =>
      conditionOf(
        gate.pass(() => identity),
        gate.pass(() => namingDamage(path, reader.head)),
      ),
    close: () =>
      gate.close(async () => {
        await Promise.all([writer.drained(), subscriptions.closeAll()])
        watch.stop()
        database.close()
      }),
  }
}

/** How long a subscription may not know of what another process appended, in milliseconds. */
const interval = 75

/**
 * SQLite tells nobody of another process's commits, so the head is looked at now and then, while there are
 * subscriptions. The timer keeps no process alive.
 */
export const watchHead = (
  head: () => Position,
  subscriptions: Subscriptions,
): { readonly stop: () => void } => {
  let seen = beforeAll
  const look = (): void => {
    if (subscriptions.isEmpty()) return
    const now = headOrNothing(head)
    if (now === seen) return
    seen = now ?? seen
    subscriptions.wake()
  }
  const timer = setInterval(look, interval).unref()
  return { stop: () => clearInterval(timer) }
}

/** A head that can't be read is told by the subscriptions, which meet the same error when they are woken. */
const headOrNothing = (head: () => Position): Position | undefined => {
  try {
    return head()
  } catch {
    return undefined
  }
}
