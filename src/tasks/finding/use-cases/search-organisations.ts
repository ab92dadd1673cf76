import { present } from '#domain/kernel/present.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Reading } from '#domain/maturity/evaluation/four-sets.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import { civilOfDay, type Day, parisDayOf } from '#domain/time/day.js'
import type { RegistryFilters } from '#projections/asked/finding/filters.js'
import { hasEnded, memberStateIn } from '#projections/kept/registry/registry-row.js'
import type { ListedOrganisation } from '#projections/asked/finding/listed-organisation.js'
import {
  entryOfOrganisation,
  queryRegistry,
  type RegistryAnswer,
  type RegistryEntry,
  type RegistryQuery,
} from '#projections/asked/finding/query.js'
import type { ModelShelf } from '#src/handling/models/model-shelf.js'
import { notSeen, type NotSeen } from '#src/handling/reading/not-seen.js'
import { positionsOn, type Positions } from './positions-today.js'
import type { RegistryReader, StandingsReading } from '#src/handling/reading/projection-reader.js'

export interface RegistryReading extends StandingsReading {
  readonly viewer: Viewer
  readonly registry: RegistryReader
  readonly models: ModelShelf
  readonly clock: Clock
  readonly log: Pick<EventLog, 'condition'>
}

/** What callers ask; all filters must hold. */
export interface OrganisationsAsked extends RegistryFilters, Pick<RegistryQuery, 'sort' | 'cursor'> {
  /** In which reading `position` is the highest. Default: `unrefuted`, the one of the summary. */
  readonly reading?: Reading
}

type Page = Extract<RegistryAnswer, { readonly outcome: 'page' }>

export type OrganisationsAnswer =
  | (Omit<Page, 'organisations'> & {
      readonly organisations: readonly ListedOrganisation[]
      /** What the answer was computed from; `model` is absent while positions are still being computed. */
      readonly asOf: Day
      readonly reading: Reading
      readonly model?: Positions['model']
    })
  | { readonly outcome: 'bad-cursor' }
  | NotSeen
  | { readonly outcome: 'position-unknown'; readonly known: readonly string[] }

/** A page of organisations with what is known of each, and beside each filter what it would leave. Never sorted by position. */
export const searchOrganisations = async (
  deps: RegistryReading,
  {
    after,
    reading = 'unrefuted',
    ...asked
  }: OrganisationsAsked & { readonly after?: Position; readonly limit: number },
): Promise<OrganisationsAnswer> => {
  if (!(await hasSeen(deps, after))) return notSeen(deps.log, after)
  const today = parisDayOf(deps.clock())
  const positions = positionsOn(deps, today)
  if (asked.position !== undefined && positions?.codes.includes(asked.position) === false)
    return { outcome: 'position-unknown', known: positions.codes }
  const answer = queryRegistry(deps.registry.index(), {
    ...asked,
    today,
    ...present({ positionOf: positions && ((id: OrganisationId) => positions.highest(id, reading)) }),
  })
  if (answer.outcome !== 'page') return answer
  return {
    ...answer,
    organisations: answer.organisations.map((entry) => listed(entry, today, positions)),
    facets: { ...answer.facets, position: inOrderOfModel(answer.facets.position, positions) },
    asOf: today,
    reading,
    ...present({ model: positions?.model }),
  }
}

export type FoundOrganisation =
  | { readonly outcome: 'found'; readonly organisation: ListedOrganisation }
  | { readonly outcome: 'organisation-unknown' }
  | NotSeen

/** One organisation as lists show it. */
export const findOrganisation = async (
  deps: RegistryReading,
  id: OrganisationId,
  after?: Position,
): Promise<FoundOrganisation> => {
  if (!(await hasSeen(deps, after))) return notSeen(deps.log, after)
  const entry = entryOfOrganisation(deps.registry.index(), id)
  if (entry === undefined) return { outcome: 'organisation-unknown' }
  const today = parisDayOf(deps.clock())
  return { outcome: 'found', organisation: listed(entry, today, positionsOn(deps, today)) }
}

const hasSeen = async (
  { registry, standings }: Pick<RegistryReading, 'registry' | 'standings'>,
  position: Position | undefined,
): Promise<boolean> => (await registry.hasSeen(position)) && (await standings.hasSeen(position))

const listed = (entry: RegistryEntry, today: Day, positions: Positions | undefined): ListedOrganisation => ({
  ...entry,
  member: memberStateIn(entry, civilOfDay(today).year),
  ...present({ standing: hasEnded(entry, today) ? undefined : positions?.standingOf(entry.id) }),
})

const inOrderOfModel = (
  facet: Page['facets']['position'],
  positions: Positions | undefined,
): Page['facets']['position'] =>
  (positions?.codes ?? []).flatMap((code) => facet.find(({ value }) => value === code) ?? [])
