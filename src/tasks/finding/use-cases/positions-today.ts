import { present } from '#domain/kernel/present.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Reading } from '#domain/maturity/evaluation/four-sets.js'
import type { RankSummary } from '#domain/maturity/summary.js'
import type { Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { highestOn, holdsSince, sinceSummary, standingOn } from '#projections/kept/standings/standing-on.js'
import { modelOf, type StandingsRow } from '#projections/kept/standings/standings.js'
import type { NamedPosition, StandingInBrief } from '#projections/asked/finding/listed-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import type { ModelShelf } from '#src/handling/models/model-shelf.js'
import type { StandingsReading } from '#src/handling/reading/projection-reader.js'

/** Where everyone stands on one day, under one model. */
export interface Positions {
  readonly model: ModelNamed
  /** Of the model, lowest first; before them `none`. */
  readonly codes: readonly string[]
  readonly standingOf: (id: OrganisationId) => StandingInBrief | undefined
  /** The highest position in a reading, or `none`. */
  readonly highest: (id: OrganisationId, reading: Reading) => string | undefined
}

/** Undefined while nothing was computed yet, or what was computed names a model that is not on the shelf any more. */
export const positionsOn = (
  { standings, models }: StandingsReading & { readonly models: ModelShelf },
  day: Day,
): Positions | undefined => {
  const rows = standings.index()
  const hash = modelOf(rows)
  const model = hash === undefined ? undefined : models.find(hash)
  if (model === undefined) return undefined
  const { positions } = model.model
  const named = (rank: number): NamedPosition | undefined => {
    const position = positions[rank - 1]
    return position && { code: position.code, labels: position.labels }
  }
  return {
    model,
    codes: ['none', ...positions.map(({ code }) => code)],
    standingOf: (id) => {
      const row = rows.get(id)
      return row && inBrief(row, day, named)
    },
    highest: (id, reading) => {
      const row = rows.get(id)
      return row && (positions[highestOn(row, day, reading) - 1]?.code ?? 'none')
    },
  }
}

const inBrief = (
  row: StandingsRow,
  day: Day,
  named: (rank: number) => NamedPosition | undefined,
): StandingInBrief => {
  const { summary } = standingOn(row, day)
  const since = sinceSummary(row, day)
  return {
    state: summary.state,
    since,
    began: beganOn(row, day, summary) ?? { earliest: since, latest: since },
    ...present({
      position: named(summary.rank),
      surely: summary.held === summary.rank ? undefined : named(summary.held),
    }),
  }
}

/** What is held began some day between the first on which it may hold and the first on which it surely does. */
const beganOn = (row: StandingsRow, day: Day, { rank, state }: RankSummary): DayRange | undefined => {
  if (state !== 'held') return undefined
  const earliest = holdsSince(row, day, { rank, reading: 'possible' })
  const latest = holdsSince(row, day, { rank, reading: 'certain' })
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest }
}
