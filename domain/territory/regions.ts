import type { Labels } from '#domain/kernel/labels.js'
import epciByRegion from './epci-by-region.json' with { type: 'json' }

interface Region {
  readonly name: string
  readonly departements: readonly string[]
  /** The regions before 2016 that it is made of, by their codes of then, where they were others. */
  readonly before2016?: readonly string[]
}

/**
 * The regions of the Code officiel géographique 2026 (INSEE) with their départements, and the collectivités d’outre-mer,
 * which are no region but answer the same question: where is it? By their codes.
 */
const regions = {
  '84': {
    name: 'Auvergne-Rhône-Alpes',
    departements: ['01', '03', '07', '15', '26', '38', '42', '43', '63', '69', '73', '74'],
    before2016: ['82', '83'],
  },
  '27': {
    name: 'Bourgogne-Franche-Comté',
    departements: ['21', '25', '39', '58', '70', '71', '89', '90'],
    before2016: ['26', '43'],
  },
  '53': { name: 'Bretagne', departements: ['22', '29', '35', '56'] },
  '24': { name: 'Centre-Val de Loire', departements: ['18', '28', '36', '37', '41', '45'] },
  '94': { name: 'Corse', departements: ['2A', '2B', '20'] },
  '44': {
    name: 'Grand Est',
    departements: ['08', '10', '51', '52', '54', '55', '57', '67', '68', '88'],
    before2016: ['21', '41', '42'],
  },
  '01': { name: 'Guadeloupe', departements: ['971'] },
  '03': { name: 'Guyane', departements: ['973'] },
  '32': { name: 'Hauts-de-France', departements: ['02', '59', '60', '62', '80'], before2016: ['22', '31'] },
  '11': { name: 'Île-de-France', departements: ['75', '77', '78', '91', '92', '93', '94', '95'] },
  '04': { name: 'La Réunion', departements: ['974'] },
  '02': { name: 'Martinique', departements: ['972'] },
  '06': { name: 'Mayotte', departements: ['976'] },
  '28': { name: 'Normandie', departements: ['14', '27', '50', '61', '76'], before2016: ['23', '25'] },
  '75': {
    name: 'Nouvelle-Aquitaine',
    departements: ['16', '17', '19', '23', '24', '33', '40', '47', '64', '79', '86', '87'],
    before2016: ['54', '72', '74'],
  },
  '76': {
    name: 'Occitanie',
    departements: ['09', '11', '12', '30', '31', '32', '34', '46', '48', '65', '66', '81', '82'],
    before2016: ['73', '91'],
  },
  '52': { name: 'Pays de la Loire', departements: ['44', '49', '53', '72', '85'] },
  '93': { name: 'Provence-Alpes-Côte d’Azur', departements: ['04', '05', '06', '13', '83', '84'] },
  '975': { name: 'Saint-Pierre-et-Miquelon', departements: ['975'] },
  '977': { name: 'Saint-Barthélemy', departements: ['977'] },
  '978': { name: 'Saint-Martin', departements: ['978'] },
  '986': { name: 'Wallis-et-Futuna', departements: ['986'] },
  '987': { name: 'Polynésie française', departements: ['987'] },
  '988': { name: 'Nouvelle-Calédonie', departements: ['988'] },
} as const satisfies Readonly<Record<string, Region>>

export type RegionCode = keyof typeof regions

const entries = Object.entries(regions) as readonly (readonly [RegionCode, Region])[] // its literal keys

/** By name, as a French reader looks for them. */
export const regionCodes = entries
  .map(([code]) => code)
  .toSorted((one, other) => regions[one].name.localeCompare(regions[other].name, 'fr'))

/** The same in both languages: names of places are not translated. */
export const regionLabels = (code: RegionCode): Labels => ({ fr: regions[code].name, en: regions[code].name })

export const isRegionCode = (code: string): code is RegionCode => Object.hasOwn(regions, code)

/** What of an organisation's identity tells where it is. */
export interface Located {
  /** Present or former, of the Code officiel géographique. */
  readonly insee?: { readonly type: 'region' | 'departement' | 'commune' | 'epci'; readonly code: string }
  readonly siren?: string
}

/**
 * The region of today in which an organisation lies, by its INSEE code or, for an intercommunalité, its SIREN; one that
 * reaches into two regions counts for that of its most populous commune. Undefined where neither tells.
 */
export const regionOf = ({ insee, siren }: Located): RegionCode | undefined =>
  (insee === undefined ? undefined : regionOfCode(insee)) ??
  (siren === undefined ? undefined : regionOfEpci.get(siren))

const regionOfCode = ({ type, code }: NonNullable<Located['insee']>): RegionCode | undefined => {
  switch (type) {
    case 'region':
      return isRegionCode(code) ? code : regionSince2016.get(code)
    case 'departement':
      return regionOfDepartement.get(code)
    case 'commune':
      return regionOfDepartement.get(departementOfCommune(code))
    case 'epci':
      return regionOfEpci.get(code)
  }
}

/** Overseas the first three characters name the département, elsewhere two. */
const departementOfCommune = (code: string): string => code.slice(0, /^9[78]/.test(code) ? 3 : 2)

const regionOfDepartement = new Map(
  entries.flatMap(([region, { departements }]) => departements.map((code) => [code, region] as const)),
)

const regionSince2016 = new Map(
  entries.flatMap(([region, { before2016 = [] }]) => before2016.map((code) => [code, region] as const)),
)

/**
 * The intercommunalités and établissements publics territoriaux of 1 January 2026, by their SIREN; source: INSEE and
 * DGCL, through @etalab/decoupage-administratif 6.0.0 (Licence Ouverte 2.0).
 */
const regionOfEpci = new Map(
  Object.entries(epciByRegion).flatMap(([region, sirens]) =>
    isRegionCode(region) ? sirens.split(' ').map((siren) => [siren, region] as const) : [],
  ),
)
