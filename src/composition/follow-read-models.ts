import { runProjection } from '#adapters/read-store/run-projection.js'
import { openSteps } from '#projections/kept/open-steps/open-steps.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import type { OrganisationRow, Projection } from '#projections/kept/projection.js'
import { registry } from '#projections/kept/registry/registry.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import { projectionReader, type ProjectionReader } from '#src/handling/reading/projection-reader.js'
import type { ReadModels } from '#src/handling/house.js'
import { followStandings, type FollowingSetup } from './follow-standings.js'

/** Closes a part at the end, after all that was kept later. */
export type Keep = <Part extends { readonly close: () => Promise<void> }>(part: Part) => Part

interface Setup extends FollowingSetup {
  readonly kept: Keep
}

/** Runs every read model. Whoever adds one adds it here: health and rebuilding go by this list. */
export const followReadModels = async (setup: Setup): Promise<ReadModels> => {
  const { log, store, heard, kept } = setup
  const follow = async <Row extends OrganisationRow, View>(
    projection: Projection<Row, View>,
  ): Promise<ProjectionReader<View>> =>
    projectionReader(kept(await runProjection({ log, store, projection, warn: heard })))
  return {
    registry: await follow(registry),
    stepsTaken: await follow(stepsTaken),
    standings: kept(await followStandings(setup)).reader,
    programmes: await follow(programmesTaken),
    openSteps: await follow(openSteps),
    memberships: await follow(membershipsOnRecord),
  }
}
