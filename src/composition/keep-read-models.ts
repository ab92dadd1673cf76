import type { Follower } from '#adapters/follower/follower.js'
import { openSteps, type OpenSteps } from '#projections/kept/open-steps/open-steps.js'
import type { KeptModel, OrganisationRow } from '#projections/kept/kept-model.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import { registry } from '#projections/kept/registry/registry.js'
import { stepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import type { MembershipsReader } from '#src/tasks/members/use-cases/answer-members.js'
import type { ProgrammesReader } from '#src/tasks/programmes/use-cases/programmes.js'
import { projectionReader, type ProjectionReader } from '#src/handling/reading/projection-reader.js'
import type { RegistryReader } from '#src/handling/reading/registry-reader.js'
import type { StandingsReader } from '#src/handling/reading/standings-reader.js'
import type { StepsTakenReader } from '#src/handling/reading/steps-taken-reader.js'
import { keepStandings, type StandingsKeeping } from './keep-standings.js'

/** What is known of all organisations, each kept up to date with the log. */
export interface ReadModels {
  readonly registry: RegistryReader
  readonly stepsTaken: StepsTakenReader
  readonly standings: StandingsReader
  readonly programmes: ProgrammesReader
  readonly openSteps: ProjectionReader<OpenSteps>
  readonly memberships: MembershipsReader
}

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
