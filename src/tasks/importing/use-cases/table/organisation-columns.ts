import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { successionManners } from '#domain/organisation/profile-event.js'
import type { Columns } from './column.js'
import { readCode, readDate, readNumber, readText, readTexts, type CellReader } from '#src/typed/read-cell.js'
import { dateColumn, identifierColumn, noteColumn, sourceColumn, textColumn } from './usual-columns.js'

/** Digits may have been grouped by a spreadsheet; leading zeros are kept. */
const readCodeDigits: CellReader<string> = (text) => ({ value: text.replace(/[\s\u00a0\u202f]/g, '') })

const kinds = {
  ...organisationKinds,
  departement: { ...organisationKinds.departement, aliases: ['conseil départemental'] },
  region: { ...organisationKinds.region, aliases: ['conseil régional'] },
  commune: { ...organisationKinds.commune, aliases: ['ville'] },
}

const organisationStatuses = {
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
  slug: identifierColumn(
    { fr: 'Identifiant', en: 'Identifier' },
    { aliases: ['organisation_slug', 'organisation'], required: true, example: 'ville-d-exemple' },
  ),
  official_name: textColumn(
    { fr: 'Nom officiel', en: 'Official name' },
    { aliases: ['nom', 'name', 'dénomination'], required: true, example: 'Ville d’Exemple' },
  ),
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
  code_source: textColumn({ fr: 'Source des codes', en: 'Source of the codes' }),
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
  renamed_on: dateColumn({ fr: 'Renommée le', en: 'Renamed on' }),
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
  successor: identifierColumn({ fr: 'Successeur', en: 'Successor' }, { aliases: ['organisation suivante'] }),
  succession_date: dateColumn({ fr: 'Date de succession', en: 'Date of succession' }),
  succession_type: {
    header: { fr: 'Type de succession', en: 'Manner of succession' },
    holds: {
      fr: 'fusion, scission, remplacement ou préfiguration',
      en: 'merger, split, replacement or prefiguration',
    },
    read: readCode(successionManners),
  },
  succession_source: textColumn({ fr: 'Source de la succession', en: 'Source of the succession' }),
  population: {
    header: { fr: 'Population', en: 'Population' },
    aliases: ['habitants'],
    holds: { fr: 'un nombre d’habitants', en: 'a number of inhabitants' },
    read: readNumber,
  },
  parent: identifierColumn(
    { fr: 'Organisation mère', en: 'Parent organisation' },
    { aliases: ['rattachée à', 'territoire parent'] },
  ),
  source: sourceColumn,
  note: noteColumn,
} as const satisfies Columns

export type OrganisationColumn = keyof typeof organisationColumns
