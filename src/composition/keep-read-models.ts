import type { Follower } from '#adapters/follower/follower.js'
import { openSteps } from '#projections/kept/open-steps/open-steps.js'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import { registry } from '#projections/kept/registry/registry-index.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { projectionReader, type ProjectionReader } from '#src/handling/reading/projection-reader.js'
import type { ReadModels } from '#src/handling/house.js'
import { keepStandings, type StandingsKeeping } from './keep-standings.js'

/** Every read model, on one follower. Whoever adds one adds it here: health and rebuilding go by this list. */
export const keepReadModels = (follower: Pick<Follower, 'keep'>, keeping: StandingsKeeping): ReadModels => {
  const keep = <Row extends OrganisationRow, View>(model: KeptModel<Row, View>): ProjectionReader<View> =>
    projectionReader(follower.keep(model))
  return {
    registry: keep(registry),
    stepsTaken: keep(stepsTaken),
    standings: keepStandings(follower, keeping),
    programmes: keep(programmesTaken),
    openSteps: keep(openSteps),
    memberships: keep(membershipsOnRecord),
  }
}
