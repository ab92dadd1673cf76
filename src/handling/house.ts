import type { OrganisationAtRevision } from '#adapters/follower/folded-states.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Dossiers } from '#domain/ports/dossiers.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Memberships } from '#projections/kept/memberships/memberships.js'
import type { OpenSteps } from '#projections/kept/open-steps/open-steps.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'
import type { RegistryIndex } from '#projections/kept/registry/registry-index.js'
import type { Standings } from '#projections/kept/standings/standings.js'
import type { StepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import type { KeptTime } from './clock/keep-time.js'
import type { FollowedShelf } from './models/follow-models.js'
import type { ProjectionReader } from './reading/projection-reader.js'

/** What is known of all organisations, each read model kept up to date with the log. */
export interface ReadModels {
  readonly registry: ProjectionReader<RegistryIndex>
  readonly stepsTaken: ProjectionReader<StepsTaken>
  readonly standings: ProjectionReader<Standings>
  readonly programmes: ProjectionReader<ProgrammesTaken>
  readonly openSteps: ProjectionReader<OpenSteps>
  readonly memberships: ProjectionReader<Memberships>
}

/** Everything behind the door: opened once, and seen by use cases only. */
export interface House extends ReadModels {
  readonly log: EventLog
  /** «Now», for facts: the later of this machine’s clock and the log. */
  readonly clock: Clock
  readonly time: KeptTime
  /** This machine’s own, for what is kept beside the log. */
  readonly ownClock: Clock
  readonly models: FollowedShelf
  /** The organisations that name this one as their successor. */
  readonly predecessorsOf: (id: OrganisationId) => Promise<readonly OrganisationId[]>
  /** The steps of an organisation's predecessors, whose later stages it records in its own stream. */
  readonly inheritedSteps: (id: OrganisationId) => Promise<ReadonlyMap<StepId, KindCode>>
  /** Resolves once every succession that is on record by now is known to `inheritedSteps`; false when not in time. */
  readonly successionsSeen: () => Promise<boolean>
  /** What an organisation folds to, where that is kept: without asking the log. */
  readonly organisation: (id: OrganisationId) => OrganisationAtRevision | undefined
  /** The files and reports of imports. */
  readonly importDossiers: Dossiers
}

/** The house as one viewer has entered it: what every use case takes. */
export interface Inside extends House {
  readonly viewer: Viewer
}

/** All read models, for what is done with each: in the order in which they are told of. */
export const readModelsOf = ({
  registry,
  stepsTaken,
  standings,
  programmes,
  openSteps,
  memberships,
}: ReadModels): readonly Pick<ProjectionReader<unknown>, 'state' | 'rebuild'>[] => [
  registry,
  stepsTaken,
  standings,
  programmes,
  openSteps,
  memberships,
]
