import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { createMemoryStorage } from '#adapters/event-log/memory/memory-storage.js'
import type { ProjectionWarning } from '#adapters/read-store/projection-warning.js'
import { runProjection, type RunningProjection } from '#adapters/read-store/run-projection.js'
import { openSqliteReadStore } from '#adapters/read-store/sqlite/sqlite-read-store.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import type { OrganisationRow, Projection } from '#projections/kept/projection.js'

/** Longer than anything here takes: who waits so long has failed. */
const patience = 20_000

/** The path of a file that does not exist yet, in a folder that goes away with the test. */
export const newFile = async (t: Test): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'trajectoires-lecture-'))
  t.teardown(() => rm(folder, { recursive: true }))
  return join(folder, 'lecture.sqlite')
}

export const newLog = (t: Test): EventLog => {
  const log = openMemoryEventLog(createMemoryStorage())
  t.teardown(() => log.close())
  return log
}

export const openStore = (t: Test, path: string): ReadStore => {
  const store = openSqliteReadStore({ path })
  t.teardown(() => store.close())
  return store
}

type Pause = (attempt: number, signal: AbortSignal) => Promise<void>

/** After a failure, does nothing more. */
export const untilClosed: Pause = (_attempt, signal) =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

export interface TriedProjection<View> {
  readonly projection: RunningProjection<View>
  readonly warnings: readonly ProjectionWarning[]
  /** Resolves at the first such warning, or at once when there was one. */
  readonly warned: (warning: ProjectionWarning['warning']) => Promise<void>
  /** The view once it tells all that the log has now. */
  readonly upToDate: () => Promise<View>
}

/** Runs a projection, to be closed at the end of the test; it does not pause between attempts unless told so. */
export const run = async <Row extends OrganisationRow, View>(
  t: Test,
  log: EventLog,
  store: ReadStore,
  projection: Projection<Row, View>,
  pause: Pause = () => Promise.resolve(),
): Promise<TriedProjection<View>> => {
  const warnings: ProjectionWarning[] = []
  const bells = new Map<string, () => void>()
  const warn = (warning: ProjectionWarning): void => {
    warnings.push(warning)
    bells.get(warning.warning)?.()
  }
  const warned = (wanted: ProjectionWarning['warning']): Promise<void> =>
    warnings.some(({ warning }) => warning === wanted)
      ? Promise.resolve()
      : new Promise((resolve) => bells.set(wanted, resolve))
  const running = await runProjection({ log, store, projection, warn, pause })
  t.teardown(() => running.close())
  const upToDate = async (): Promise<View> => {
    await reached(running, await log.head())
    return running.view()
  }
  return { projection: running, warnings, warned, upToDate }
}

export const reached = async (running: RunningProjection<unknown>, position: Position): Promise<void> => {
  const { outcome } = await running.waitFor(position, patience)
  if (outcome !== 'reached') throw new Error(`waiting for ${position} ended with ${outcome}`)
}
