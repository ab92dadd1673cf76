import { MEMBERSHIP_PROGRAMME } from '#domain/membership/association.js'
import { memberInYear, type MemberState } from '#domain/membership/member-in-year.js'
import { dayOfCivil } from '#domain/time/day.js'
import { hasEnded } from './has-ended.js'
import type { RegistryRow } from './registry-row.js'

/** Whether an organisation is a member of La 27e Région itself in a year, as far as is known. */
export const memberStateIn = (row: Pick<RegistryRow, 'memberships' | 'end'>, year: number): MemberState => {
  if (row.memberships.length === 0) return 'none' // most organisations, and lists ask of all
  const held = row.memberships.filter(({ association }) => association === MEMBERSHIP_PROGRAMME)
  return memberInYear(held, year, { gone: hasEnded(row, dayOfCivil(year, 1, 1)) }).state
}
