import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'
import { openMemoryEventLog } from '#adapters/event-log/memory/memory-event-log.js'
import { createMemoryStorage } from '#adapters/event-log/memory/memory-storage.js'
import {
  createFollower,
  type Follower,
  type FollowerSetup,
  type KeptView,
} from '#adapters/follower/follower.js'
import type { FollowerWarning } from '#adapters/follower/follower-warning.js'
import { openSqliteReadStore } from '#adapters/read-store/sqlite/sqlite-read-store.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'

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

/** One model alone on a follower of its own. */
export interface FollowedModel<View> extends KeptView<View> {
  readonly follower: Follower
  readonly close: () => Promise<void>
}

export const followModel = async <Row extends OrganisationRow, View>(
  setup: FollowerSetup,
  model: KeptModel<Row, View>,
  latest?: () => KeptModel<Row, View>,
): Promise<FollowedModel<View>> => {
  const follower = createFollower(setup)
  const kept = follower.keep(model, latest)
  await follower.start()
  return { ...kept, follower, close: follower.close }
}

export interface TriedModel<View> {
  readonly projection: FollowedModel<View>
  readonly warnings: readonly FollowerWarning[]
  /** Resolves at the first such warning, or at once when there was one. */
  readonly warned: (warning: FollowerWarning['warning']) => Promise<void>
  /** The view once it tells all that the log has now. */
  readonly upToDate: () => Promise<View>
}

/** Follows with a model, to be closed at the end of the test; it does not pause between attempts unless told so. */
export const run = async <Row extends OrganisationRow, View>(
  t: Test,
  log: EventLog,
  store: ReadStore,
  model: KeptModel<Row, View>,
  pause: Pause = () => Promise.resolve(),
): Promise<TriedModel<View>> => {
  const { warn, warnings, warned } = hearing()
  const projection = await followModel({ log, store, warn, pause }, model)
  t.teardown(() => projection.close())
  const upToDate = async (): Promise<View> => {
    await reached(projection, await log.head())
    return projection.view()
  }
  return { projection, warnings, warned, upToDate }
}

/** Remembers what it was warned of. */
export const hearing = () => {
  const warnings: FollowerWarning[] = []
  const bells = new Map<string, () => void>()
  const warn = (warning: FollowerWarning): void => {
    warnings.push(warning)
    bells.get(warning.warning)?.()
  }
  const warned = (wanted: FollowerWarning['warning']): Promise<void> =>
    warnings.some(({ warning }) => warning === wanted)
      ? Promise.resolve()
      : new Promise((resolve) => bells.set(wanted, resolve))
  return { warn, warnings, warned }
}

export const reached = async (
  running: Pick<KeptView<unknown>, 'waitFor'>,
  position: Position,
): Promise<void> => {
  const { outcome } = await running.waitFor(position, patience)
  if (outcome !== 'reached') throw new Error(`waiting for ${position} ended with ${outcome}`)
}
