import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Projection } from '../projection.js'
import { membershipsRowOf } from './row-of-memberships.js'
import type { MembershipsRow } from './memberships-row.js'

/** Who was a member of what, by organisation; also who never was, with an empty list. */
export type Memberships = ReadonlyMap<OrganisationId, MembershipsRow>

const withRows = (memberships: Memberships, rows: readonly MembershipsRow[]): Memberships =>
  new Map([...memberships, ...rows.map((row) => [row.id, row] as const)])

/** All memberships, for who is a member of which year. */
export const membershipsOnRecord: Projection<MembershipsRow, Memberships> = {
  name: 'memberships',
  version: 2,
  readableSince: 1,
  rowOf: membershipsRowOf,
  viewOf: (rows) => withRows(new Map(), rows),
  withRows,
}
