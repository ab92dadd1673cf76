import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { Profile } from '#domain/organisation/profile.js'
import { departementCodes, nameOfDepartement, type DepartementCode } from '#domain/territory/departements.js'
import { regionCodes, regionLabels } from '#domain/territory/regions.js'
import type { SeededRandom } from './seeded-random.js'

/** An organisation that was made up, as it is registered. */
export interface InventedOrganisation {
  readonly id: OrganisationId
  readonly profile: Profile
}

/** Which share is an intercommunalité; every other one below the départements is a commune. */
const INTERCOMMUNALITES = 0.04

/**
 * That many organisations: régions and départements by their real names, marked as made up, and below them communes and
 * intercommunalités that never were. Nobody could take one for a real one, and none names a person.
 */
export const inventOrganisations = (count: number, random: SeededRandom): readonly InventedOrganisation[] => {
  const regions = trueRegions.slice(0, Math.floor(count / 20))
  const departements = departementCodes.slice(0, Math.floor(count / 10))
  const above = [
    ...regions.map((code) =>
      invented('region', code, `Région ${regionLabels(code).fr}`, { type: 'region', code }),
    ),
    ...departements.map((code) =>
      invented('departement', code, `Département ${nameOfDepartement(code)}`, { type: 'departement', code }),
    ),
  ]
  const below = Array.from({ length: count - above.length }, (_, index) => {
    const departement = departementCodes[index % departementCodes.length] ?? '01'
    return random.chance(INTERCOMMUNALITES)
      ? within('intercommunalite', index, departement, `Communauté de communes ${inventName(random)}`)
      : within('commune', index, departement, inventName(random))
  })
  return [...above, ...below]
}

/** Those that have départements of their own below them, unlike the collectivités d’outre-mer. */
const trueRegions = regionCodes.filter((code) => code.length === 2)

const invented = (
  kind: OrganisationKind,
  name: string,
  title: string,
  insee?: Profile['insee'],
): InventedOrganisation => ({
  id: OrganisationId.parse(`fictif-${kind}-${name.toLowerCase()}`),
  profile: Profile.parse({ name: `${title} (synthétique)`, kind, insee, note: 'Inventée pour essayer.' }),
})

/** The number makes each name one of a kind, however often its words come again. */
const within = (
  kind: OrganisationKind,
  index: number,
  departement: DepartementCode,
  name: string,
): InventedOrganisation =>
  invented(
    kind,
    String(index + 1).padStart(6, '0'),
    `${name}, ${nameOfDepartement(departement)}, nº ${index + 1}`,
  )

const beginnings = ['Val', 'Mont', 'Bois', 'Roche', 'Pré', 'Font', 'Clair', 'Haut', 'Bel', 'Long'] as const
const endings = ['brume', 'lune', 'songe', 'ombre', 'vent', 'nuée', 'rive', 'aube', 'fable', 'givre'] as const
const rivers = ['la Fictive', 'l’Inventée', 'la Songeuse', 'la Fabuleuse', 'l’Imaginaire'] as const

const inventName = (random: SeededRandom): string =>
  `${random.pick(beginnings)}${random.pick(endings)}-sur-${random.pick(rivers)}`
