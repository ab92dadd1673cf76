import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { Day } from '#domain/time/day.js'
import { registrySorts, type Place, type RegistrySort } from '#projections/kept/registry/registry-index.js'

const day = z.int().transform((count) => count as Day) // written by `cursorAfter` from a day

const Cursor = z.strictObject({
  sort: z.enum(registrySorts),
  id: OrganisationId,
  name: z.string(),
  kind: OrganisationKind,
  news: z.strictObject({
    happened: z.strictObject({ earliest: day, latest: day }).exactOptional(),
    recordedAt: z.number(),
  }),
})

/**
 * Where the next page begins, as a text of which callers know nothing. It holds the place of the last row, not its
 * number: rows that are added, change or go meanwhile move nobody across the seam.
 */
export const cursorAfter = (sort: RegistrySort, { id, name, kind, news }: Place): string =>
  btoa(encodeURIComponent(JSON.stringify({ sort, id, name, kind, news })))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** The place after which to go on; undefined when the text is no cursor of this sort. */
export const placeOfCursor = (cursor: string, sort: RegistrySort): Place | undefined => {
  const read = Cursor.safeParse(contentOf(cursor))
  if (!read.success || read.data.sort !== sort) return undefined
  const { id, name, kind, news } = read.data
  return { id, name, kind, news }
}

const contentOf = (cursor: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))))
  } catch {
    return undefined // whatever is wrong with it, it is no cursor: the schema refuses `undefined`
  }
}
