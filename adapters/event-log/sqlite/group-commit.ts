import type { AppendOutcome } from '#domain/ports/event-log.js'
import type { PreparedAppend } from '../prepared-append.js'
import { sqliteFailure, type SqliteDatabase } from '#adapters/sqlite/database.js'
import { openAppendWriter } from './write-append.js'

export interface GroupCommit {
  /** Answers once the append is durable or known not to be written; rejects when neither is known. */
  readonly append: (append: PreparedAppend) => Promise<AppendOutcome>
  /** Resolves once nobody waits any more. */
  readonly drained: () => Promise<void>
}

/** Writes a group of appends durably, an outcome for each, or throws having written none. */
export type CommitGroup = (appends: readonly PreparedAppend[]) => readonly AppendOutcome[]

interface Waiting {
  readonly append: PreparedAppend
  readonly resolve: (outcome: AppendOutcome) => void
  readonly reject: (error: unknown) => void
}

/** More in one transaction gains nothing, and keeps the event loop and other processes waiting. */
const eventsPerGroup = 500

/**
 * One queue and one writer. What arrives in one turn of the event loop is written in one transaction and made durable
 * by one sync, which is what an append costs; each caller is answered after the commit. A full queue answers `busy`,
 * so that callers who don't wait for answers can't fill the memory.
 *
 * @param commit writes a group in one transaction, all or nothing
 * @param waitingEvents how many events may wait
 * @param onAppended called after each commit that added events
 */
export const openGroupCommit = (
  commit: CommitGroup,
  waitingEvents: number,
  onAppended: () => void,
): GroupCommit => {
  const emptied: (() => void)[] = []
  let queue: Waiting[] = []
  let queuedEvents = 0

  const flush = (): void => {
    const group = queue.slice(0, groupLength(queue))
    queue = queue.slice(group.length)
    queuedEvents -= eventsIn(group)
    const appended = answer(group, () => commit(group.map(({ append }) => append)))
    if (queue.length > 0) setImmediate(flush)
    if (appended) onAppended()
    if (queue.length === 0) for (const resolve of emptied.splice(0)) resolve()
  }

  const append = (prepared: PreparedAppend): Promise<AppendOutcome> => {
    const size = prepared.events.length
    if (queue.length > 0 && queuedEvents + size > waitingEvents) return Promise.resolve({ outcome: 'busy' })
    return new Promise((resolve, reject) => {
      if (queue.length === 0) setImmediate(flush)
      queue.push({ append: prepared, resolve, reject })
      queuedEvents += size
    })
  }

  const drained = (): Promise<void> =>
    queue.length === 0 ? Promise.resolve() : new Promise((resolve) => emptied.push(resolve))

  return { append, drained }
}

/** As many appends as fill a group, at least one. */
const groupLength = (queue: readonly Waiting[]): number => {
  let events = 0
  const last = queue.findIndex(({ append }) => (events += append.events.length) >= eventsPerGroup)
  return last < 0 ? queue.length : last + 1
}

const eventsIn = (group: readonly Waiting[]): number =>
  group.reduce((sum, { append }) => sum + append.events.length, 0)

/** Answers every caller of a group, whatever happened to it; tells whether anything was appended. */
const answer = (group: readonly Waiting[], commit: () => readonly AppendOutcome[]): boolean => {
  try {
    const outcomes = commit()
    outcomes.forEach((outcome, index) => group[index]?.resolve(outcome))
    return outcomes.some(({ outcome }) => outcome === 'appended')
  } catch (error) {
    const outcome = outcomeOf(error)
    for (const { resolve, reject } of group) {
      if (outcome === undefined) reject(error)
      else resolve(outcome)
    }
    return false
  }
}

/** The failures after which it is certain that nothing was written. */
const outcomeOf = (error: unknown): AppendOutcome | undefined => {
  const failure = sqliteFailure(error)
  if (failure === 'full') return { outcome: 'disk-full' }
  return failure === 'locked' ? { outcome: 'busy' } : undefined
}

/**
 * One transaction for a group: a conflict is the outcome of its own append, a failure of SQLite is everyone's.
 * `IMMEDIATE` takes the lock of the file first, so that what is read about a stream still holds when it is written.
 */
export const openCommitGroup = (database: SqliteDatabase): CommitGroup => {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const writer = openAppendWriter(database)
  return (appends) => {
    try {
      begin.run()
      const outcomes = appends.map(writer.write)
      commit.run()
      return outcomes
    } catch (error) {
      writer.forget()
      rollBack(database, error)
      throw error
    }
  }
}

/** SQLite has often rolled back by itself; where it could not, the next group tries again. */
const rollBack = (database: SqliteDatabase, cause: unknown): void => {
  if (!database.inTransaction()) return
  try {
    database.exec('ROLLBACK')
  } catch (error) {
    throw new AggregateError([cause, error], 'a group of appends failed, and so did its rollback')
  }
}
