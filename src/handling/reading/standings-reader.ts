import type { Standings } from '#projections/kept/standings/standings.js'
import type { ProjectionReader } from './projection-reader.js'

/** Where everyone stands, on every day, as use cases read it. */
export type StandingsReader = ProjectionReader<Standings>

export interface StandingsReading {
  readonly standings: StandingsReader
}
