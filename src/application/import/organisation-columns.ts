import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { successionManners } from '#domain/organisation/profile-event.js'
import type { Column, Columns } from './column.js'
import {
  readCode,
  readDate,
  readIdentifier,
  readNumber,
  readText,
  readTexts,
  type CellReader,
} from './read-cell.js'

const holdsText = { fr: 'un texte', en: 'a text' }
const holdsDate = { fr: 'une date, même imprécise', en: 'a date, however vague' }
const holdsIdentifier = { fr: 'un identifiant', en: 'an identifier' }

/** Digits may have been grouped by a spreadsheet; leading zeros are kept. */
const readCodeDigits: CellReader<string> = (text) => ({ value: text.replace(/[\s\u00a0\u202f]/g, '') })

const kinds = {
  ...organisationKinds,
  departement: { ...organisationKinds.departement, aliases: ['conseil départemental'] },
  region: { ...organisationKinds.region, aliases: ['conseil régional'] },
  commune: { ...organisationKinds.commune, aliases: ['ville'] },
}

export const organisationStatuses = {
  active: { fr: 'active', en: 'active', aliases: ['actif', 'existe'] },
  disparue: { fr: 'disparue', en: 'ended', aliases: ['disparu', 'dissoute', 'supprimée'] },
} as const

const codeTypes = {
  region: { fr: 'région', en: 'region' },
  departement: { fr: 'département', en: 'department' },
  commune: { fr: 'commune', en: 'municipality' },
  epci: { fr: 'EPCI', en: 'EPCI (intermunicipality)' },
} as const

/** The columns of a table of organisations, in the order of the template. */
export const organisationColumns = {
  slug: {
    header: { fr: 'Identifiant', en: 'Identifier' },
    aliases: ['organisation_slug', 'organisation'],
    holds: holdsIdentifier,
    read: readIdentifier,
    required: true,
    example: 'ville-d-exemple',
  } satisfies Column<string>,
  official_name: {
    header: { fr: 'Nom officiel', en: 'Official name' },
    aliases: ['nom', 'name', 'dénomination'],
    holds: holdsText,
    read: readText,
    required: true,
    example: 'Ville d’Exemple',
  },
  kind: {
    header: { fr: 'Nature juridique', en: 'Kind' },
    aliases: ['type', 'type d’organisation', 'catégorie', 'nature'],
    holds: { fr: 'une nature d’organisation', en: 'a kind of organisation' },
    read: readCode(kinds),
    required: true,
    example: 'commune',
  },
  code_type: {
    header: { fr: 'Type de code', en: 'Code type' },
    holds: { fr: 'région, département, commune ou EPCI', en: 'region, department, municipality or EPCI' },
    read: readCode(codeTypes),
  },
  code_insee: {
    header: { fr: 'Code INSEE', en: 'INSEE code' },
    aliases: ['insee', 'cog'],
    holds: { fr: 'un code du Code officiel géographique', en: 'a code of the Code officiel géographique' },
    read: readCodeDigits,
  },
  siren: {
    header: { fr: 'SIREN', en: 'SIREN' },
    aliases: ['numéro SIREN'],
    holds: { fr: 'neuf chiffres', en: 'nine digits' },
    read: readCodeDigits,
  },
  code_source: {
    header: { fr: 'Source des codes', en: 'Source of the codes' },
    holds: holdsText,
    read: readText,
  },
  historical_code: {
    header: { fr: 'Ancien code', en: 'Former code' },
    holds: { fr: 'un SIREN ou un code INSEE d’autrefois', en: 'a former SIREN or INSEE code' },
    read: readCodeDigits,
  },
  former_name: {
    header: { fr: 'Ancien nom', en: 'Former name' },
    holds: { fr: 'le nom d’avant un changement de nom', en: 'the name before a renaming' },
    read: readText,
  },
  renamed_on: { header: { fr: 'Renommée le', en: 'Renamed on' }, holds: holdsDate, read: readDate },
  aliases: {
    header: { fr: 'Autres noms', en: 'Other names' },
    aliases: ['alias', 'sigle', 'sigles'],
    holds: { fr: 'des noms entre barres verticales', en: 'names between vertical bars' },
    read: readTexts,
  },
  status: {
    header: { fr: 'Statut', en: 'Status' },
    aliases: ['état'],
    holds: { fr: 'active ou disparue', en: 'active or ended' },
    read: readCode(organisationStatuses),
    example: 'active',
  },
  ended: {
    header: { fr: 'Dernier jour', en: 'Last day' },
    aliases: ['fin', 'disparue le'],
    holds: { fr: 'le dernier jour de son existence', en: 'the last day of its existence' },
    read: readDate,
  },
  successor: {
    header: { fr: 'Successeur', en: 'Successor' },
    aliases: ['organisation suivante'],
    holds: holdsIdentifier,
    read: readIdentifier,
  },
  succession_date: {
    header: { fr: 'Date de succession', en: 'Date of succession' },
    holds: holdsDate,
    read: readDate,
  },
  succession_type: {
    header: { fr: 'Type de succession', en: 'Manner of succession' },
    holds: {
      fr: 'fusion, scission, remplacement ou préfiguration',
      en: 'merger, split, replacement or prefiguration',
    },
    read: readCode(successionManners),
  },
  succession_source: {
    header: { fr: 'Source de la succession', en: 'Source of the succession' },
    holds: holdsText,
    read: readText,
  },
  population: {
    header: { fr: 'Population', en: 'Population' },
    aliases: ['habitants'],
    holds: { fr: 'un nombre d’habitants', en: 'a number of inhabitants' },
    read: readNumber,
  },
  parent: {
    header: { fr: 'Organisation mère', en: 'Parent organisation' },
    aliases: ['rattachée à', 'territoire parent'],
    holds: holdsIdentifier,
    read: readIdentifier,
  },
  source: {
    header: { fr: 'Source', en: 'Source' },
    aliases: ['sources'],
    holds: holdsText,
    read: readText,
    example: 'https://www.example.org',
  },
  note: {
    header: { fr: 'Note', en: 'Note' },
    aliases: ['remarque', 'notes'],
    holds: holdsText,
    read: readText,
  },
} as const satisfies Columns

export type OrganisationColumn = keyof typeof organisationColumns
