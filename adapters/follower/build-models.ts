import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { organisationOfStream } from '#domain/organisation/stream.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import type { ReadStore } from '#domain/ports/read-store.js'
import type { FoldedStates } from './folded-states.js'
import type { Kinship } from './kinship.js'
import type { ModelBuild, ModelRows } from './model-rows.js'
import { pagesUpTo } from './pages.js'
import { toldOrganisations } from './told-organisations.js'

interface Building {
  readonly log: EventLog
  readonly store: ReadStore
  readonly kinship: Kinship
  /** Empty, and nobody else's meanwhile. */
  readonly states: FoldedStates
  readonly signal: AbortSignal
}

/** Organisations a transaction. */
const organisationsACommit = 500

/**
 * Derives every row of some models anew, beside what serves, as the log stood at a position. The log is gone through once
 * for all of them, and each organisation derived once, at the end. What the states had no room for is read once more,
 * stream by stream: twice the events in all at most, however they are interleaved.
 */
export const buildModels = async (
  { log, store, kinship, states, signal }: Building,
  models: readonly ModelRows[],
  through: Position,
): Promise<readonly ModelBuild[]> => {
  const builds: ModelBuild[] = []
  for (const model of models) builds.push(await model.beginBuild())
  const ids = new Set<OrganisationId>()
  for await (const { events, position } of pagesUpTo(log, through, signal)) {
    kinship.learn(events, position)
    for (const event of events) {
      const id = organisationOfStream(event.stream)
      if (id === undefined) continue
      ids.add(id)
      states.take(id, event)
    }
  }
  let unstored = 0
  for await (const told of toldOrganisations(states, kinship.kin, ids, through, signal)) {
    for (const build of builds) build.add(told)
    unstored += told.length
    if (unstored < organisationsACommit) continue
    await storeUnstored(store, builds)
    unstored = 0
  }
  await storeUnstored(store, builds)
  return builds
}

const storeUnstored = async (store: ReadStore, builds: readonly ModelBuild[]): Promise<void> => {
  for (const build of builds) {
    const changes = build.unstored()
    if (changes.rows.length + changes.quarantined.length > 0) await store.fill(build.generation, changes)
  }
}
