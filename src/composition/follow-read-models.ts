import { runProjection } from '#adapters/read-store/run-projection.js'
import { openSteps, type OpenSteps } from '#projections/kept/open-steps/open-steps.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import type { OrganisationRow, Projection } from '#projections/kept/projection.js'
import { registry } from '#projections/kept/registry/registry.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import type { MembershipsReader } from '#src/tasks/members/use-cases/answer-members.js'
import type { ProgrammesReader } from '#src/tasks/programmes/use-cases/programmes.js'
import { projectionReader, type ProjectionReader } from '#src/handling/reading/projection-reader.js'
import type { RegistryReader } from '#src/handling/reading/registry-reader.js'
import type { StandingsReader } from '#src/handling/reading/standings-reader.js'
import type { StepsTakenReader } from '#src/handling/reading/steps-taken-reader.js'
import { followStandings, type FollowingSetup } from './follow-standings.js'

/** What is known of all organisations, each kept up to date with the log. */
export interface ReadModels {
  readonly registry: RegistryReader
  readonly stepsTaken: StepsTakenReader
  readonly standings: StandingsReader
  readonly programmes: ProgrammesReader
  readonly openSteps: ProjectionReader<OpenSteps>
  readonly memberships: MembershipsReader
}

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

/** All of them, for what is done with each: in the order in which they are told of. */
export const readModelsOf = ({
  registry: organisations,
  stepsTaken: steps,
  standings,
  programmes,
  openSteps: open,
  memberships,
}: ReadModels): readonly Pick<ProjectionReader<unknown>, 'state' | 'rebuild'>[] => [
  organisations,
  steps,
  standings,
  programmes,
  open,
  memberships,
]
