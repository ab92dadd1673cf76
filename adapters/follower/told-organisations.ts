import { setImmediate } from 'node:timers/promises'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import type { FoldedOrganisation } from '#projections/kept/kept-model.js'
import type { FoldedState, FoldedStates, Place, UnreadablePlace } from './folded-states.js'
import type { Kin } from './kinship.js'

/** One organisation as rows are derived from it: alone, and with those that it succeeded. */
export interface ToldOrganisation {
  readonly id: OrganisationId
  /** Its last event: where a row that can't be derived went wrong. */
  readonly last: Place
  readonly alone: ToldState
  readonly withPredecessors: ToldState
}

export type ToldState = { readonly folded: FoldedOrganisation } | { readonly unreadable: UnreadablePlace }

/** So many at once, since the log may be far away; then others have their turn: some milliseconds. */
const organisationsATurn = 25

/**
 * What rows of some organisations are derived from, as of a position. Those of which nothing was told yet are left out.
 * One that can't be read keeps no other from being so; a log that can't be read rejects. What is handed over is to be used
 * before the next event is taken.
 */
export const toldOrganisations = async function* (
  states: FoldedStates,
  kin: Kin,
  ids: Iterable<OrganisationId>,
  position: Position,
  signal: AbortSignal,
): AsyncGenerator<readonly ToldOrganisation[], undefined> {
  const waiting = [...ids]
  for (let first = 0; first < waiting.length; first += organisationsATurn) {
    const turn = waiting.slice(first, first + organisationsATurn)
    const told = await Promise.all(turn.map((id) => toldOf({ states, kin, position }, id)))
    yield told.filter((one) => one !== undefined)
    if (first + organisationsATurn < waiting.length) await setImmediate(undefined, { signal })
  }
}

interface Reading {
  readonly states: FoldedStates
  readonly kin: Kin
  readonly position: Position
}

const toldOf = async (reading: Reading, id: OrganisationId): Promise<ToldOrganisation | undefined> => {
  const state = await reading.states.at(id, reading.position)
  if (state.last === undefined) return undefined
  const alone = toldState(id, state, [])
  const predecessors = await predecessorsOf(reading, id, new Set())
  return {
    id,
    last: state.last,
    alone,
    withPredecessors: predecessors.length === 0 ? alone : toldState(id, state, predecessors),
  }
}

const toldState = (
  id: OrganisationId,
  { history, recordedAt, unreadable }: FoldedState,
  predecessors: readonly ToldState[],
): ToldState => {
  if (unreadable !== undefined) return { unreadable }
  const folded: FoldedOrganisation[] = []
  for (const predecessor of predecessors) {
    if ('unreadable' in predecessor) return predecessor
    folded.push(predecessor.folded)
  }
  return { folded: { id, history: history.now(), recordedAt, predecessors: folded } }
}

/** Whom one met on the way here is not met again. */
const predecessorsOf = async (
  reading: Reading,
  id: OrganisationId,
  met: ReadonlySet<OrganisationId>,
): Promise<readonly ToldState[]> => {
  const seen = new Set([...met, id])
  const predecessors: ToldState[] = []
  for (const predecessor of reading.kin.predecessorsOf(id)) {
    if (seen.has(predecessor)) continue
    const state = await reading.states.at(predecessor, reading.position)
    predecessors.push(toldState(predecessor, state, await predecessorsOf(reading, predecessor, seen)))
  }
  return predecessors
}
