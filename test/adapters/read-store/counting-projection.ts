import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { ReadStore, ServingGeneration } from '#domain/ports/read-store.js'
import type { Derivation, Projection } from '#projections/kept/projection.js'

/** How many events each organisation has; an organisation that was renamed to «cassé» gives no row. */
export interface CountRow {
  readonly id: OrganisationId
  readonly events: number
  /** Which version of the projection made it. */
  readonly madeBy: number
}

export type Counts = ReadonlyMap<OrganisationId, CountRow>

export const counting = (version = 1, readableSince = 1): Projection<CountRow, Counts> => ({
  name: 'counting',
  version,
  readableSince,
  rowOf: (id, events): Derivation<CountRow> => {
    const broken = events.at(-1)
    if (broken?.type === 'OrganisationRenamed' && broken.data.name === 'cassé')
      throw new Error('cassé / broken')
    return { derived: true, row: { id, events: events.length, madeBy: version } }
  },
  viewOf: (rows) => new Map(rows.map((row) => [row.id, row])),
  withRows: (view, rows) => new Map([...view, ...rows.map((row) => [row.id, row] as const)]),
})

export const countsOf = (view: Counts): Readonly<Record<string, number>> =>
  Object.fromEntries([...view.values()].map(({ id, events }) => [id, events]))

/** What serves the counts; the test fails when nothing does. */
export const countsServing = async (store: ReadStore): Promise<ServingGeneration> => {
  const serving = await store.serving('counting')
  if (serving === undefined) throw new Error('nothing serves')
  return serving
}
