import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'

/**
 * Kinds of organisation that are mostly small. Members said in 2015 that programmes suit large collectivités; half of the
 * communes have fewer than 500 inhabitants, half of the intercommunalités fewer than 24 000.
 */
const smallKinds: ReadonlySet<OrganisationKind> = new Set(['commune', 'intercommunalite', 'petr'])

/** From so many inhabitants on, a commune or intercommunalité has the means of a large one (42 communes in 2026). */
const LARGE = 100_000

/** Whether what is cheap and shared with others comes first. A population that is unknown tells nothing against it. */
export const isSmallStructure = (kind: OrganisationKind, population?: number): boolean =>
  smallKinds.has(kind) && (population === undefined || population < LARGE)
