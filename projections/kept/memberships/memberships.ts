import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { KeptModel } from '../kept-model.js'
import { RowsById } from '../rows-by-id.js'
import { membershipsRowOf } from './row-of-memberships.js'
import type { MembershipsRow } from './memberships-row.js'

/** Who was a member of what, by organisation; also who never was, with an empty list. */
export type Memberships = ReadonlyMap<OrganisationId, MembershipsRow>

/** All memberships, for who is a member of which year. */
export const membershipsOnRecord: KeptModel<MembershipsRow, RowsById<MembershipsRow>> = {
  name: 'memberships',
  version: 2,
  readableSince: 1,
  rowOf: membershipsRowOf,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (memberships, rows) => memberships.with(rows),
}
