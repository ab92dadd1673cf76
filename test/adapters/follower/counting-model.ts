import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { ReadStore, ServingGeneration } from '#domain/ports/read-store.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type { Derivation, KeptModel } from '#projections/kept/kept-model.js'

/** How many events each organisation has; an organisation that was renamed to «cassé» gives no row. */
export interface CountRow {
  readonly id: OrganisationId
  readonly events: number
  /** Which version of the model made it. */
  readonly madeBy: number
}

export type Counts = ReadonlyMap<OrganisationId, CountRow>

export const counting = (version = 1, readableSince = 1): KeptModel<CountRow, Counts> => ({
  name: 'counting',
  version,
  readableSince,
  rowOf: ({ id, history: { length, profile } }): Derivation<CountRow> => {
    const last = profile.at(-1)?.event
    if (last?.type === 'OrganisationRenamed' && last.data.name === 'cassé') throw new Error('cassé / broken')
    return { derived: true, row: { id, events: length, madeBy: version } }
  },
  viewOf: (rows) => new Map(rows.map((row) => [row.id, row])),
  withRows: (view, rows) => new Map([...view, ...rows.map((row) => [row.id, row] as const)]),
})

export const countsOf = (view: Counts): Readonly<Record<string, number>> =>
  Object.fromEntries([...view.values()].map(({ id, events }) => [id, events]))

/** What serves the counts; the test fails when nothing does. */
export const countsServing = async (
  store: ReadStore,
): Promise<ServingGeneration & { readonly checkpoint: Checkpoint }> => {
  const serving = await store.serving()
  const counts = serving?.generations.find(({ model }) => model === 'counting')
  if (serving === undefined || counts === undefined) throw new Error('nothing serves')
  return { ...counts, checkpoint: serving.checkpoint }
}
