import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import { named } from './named-organisation.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import { registered } from '#projections/kept/registry/registry-index.js'
import { organisationsCalledAlike } from './organisations-called-alike.js'
import { findOrganisation, searchOrganisations, type OrganisationsAsked } from './search-organisations.js'

type Asked = OrganisationsAsked & { readonly after?: Position; readonly limit: number }

/** Who is on record, and how one finds them. */
export const finding = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    finding: {
      organisations: (asked: Asked) => searchOrganisations(inside, asked),
      /** The same, once everything that is recorded by now is in it. */
      organisationsNow: async (asked: Omit<Asked, 'after'>) =>
        searchOrganisations(inside, { ...asked, after: await inside.log.head() }),
      organisation: (id: OrganisationId, after?: Position) => findOrganisation(inside, id, after),
      calledAlike: (name: string) => organisationsCalledAlike(inside, name),
      /** Whom a person means by a name or an identifier. */
      named: (text: string) => named(inside, text),
      /** What an organisation is called today; one that is not registered is called by its identifier. */
      nameOf: (id: string): string => registered(inside.registry.index(), id as OrganisationId)?.name ?? id, // a key that nobody has finds nobody
    },
  }
}
export type Finding = ReturnType<ReturnType<typeof finding>>
