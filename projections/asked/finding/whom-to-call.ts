import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Day } from '#domain/time/day.js'
import { firstDays } from '#domain/organisation/existence.js'
import { hasEnded, type RegistryRow } from '#projections/kept/registry/registry-row.js'
import { registered, type RegistryIndex } from '#projections/kept/registry/registry-index.js'

/**
 * Who can be asked today about what an organisation did: itself, or those that came after it once it has ended. Empty
 * when it has ended and nobody is known to have come after it.
 */
export const whomToCall = (
  index: RegistryIndex,
  id: OrganisationId,
  today: Day,
  met: ReadonlySet<OrganisationId> = new Set(),
): readonly RegistryRow[] => {
  const row = registered(index, id)
  if (row === undefined || met.has(id)) return []
  if (!hasEnded(row, today)) return [row]
  const seen = new Set([...met, id])
  const heirs = row.successors
    .filter(({ from }) => from !== undefined && firstDays(from).latest <= today)
    .flatMap(({ organisation }) => whomToCall(index, organisation, today, seen))
  return [...new Map(heirs.map((heir) => [heir.id, heir])).values()]
}
