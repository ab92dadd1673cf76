import { kinds, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Columns } from './column.js'
import { readCode, readDate, readEnd, readIdentifier, readText } from '#src/typed/read-cell.js'
import { columnsOfFields } from './columns-of-fields.js'
import { singleDateColumn } from './usual-columns.js'
import { rowStatuses } from './row-status.js'

/** Words for a kind that people write and that are not its label. */
const otherWords: Partial<Record<KindCode, readonly string[]>> = {
  lab: ['labo', 'laboratoire', 'lab d’innovation'],
  seminar: ['sensibilisation'],
  transfo: ['la Transfo'],
  residency: ['Territoires en résidences'],
  'training-session': ['formation'],
  'foresight-workshop': ['Pointeuse', 'La Pointeuse'],
  setback: ['difficulté'],
  target: ['cible'],
}

const kindCodes = Object.fromEntries(
  kinds.map(({ code, labels }) => [code, { ...labels, aliases: otherWords[code] ?? [] }]),
) as Record<KindCode, Labels & { readonly aliases: readonly string[] }> // one entry a kind

const { role, joint_id, ...describing } = columnsOfFields

/**
 * The columns of a table of steps that every kind shares, in the order of the template: those by which a row tells which
 * step it is, what happened and when, then one for each other field of a fact.
 */
export const stepColumns = {
  step_id: {
    header: { fr: 'Étape', en: 'Step' },
    aliases: ['identifiant', 'identifiant de l’étape', 'id', 'numéro'],
    holds: { fr: 'un identifiant, unique dans le fichier', en: 'an identifier, unique in the file' },
    read: readIdentifier,
    required: true,
    example: 'e1',
  },
  organisation_slug: {
    header: { fr: 'Organisation', en: 'Organisation' },
    aliases: ['identifiant de l’organisation', 'administration', 'collectivité', 'organization'],
    holds: {
      fr: 'l’identifiant ou le nom de l’organisation',
      en: 'the identifier or the name of the organisation',
    },
    read: readText,
    required: true,
    example: 'ville-d-exemple',
  },
  role,
  joint_id,
  kind: {
    header: { fr: 'Type d’étape', en: 'Kind' },
    aliases: ['type', 'genre', 'nature de l’étape'],
    holds: { fr: 'un type du catalogue', en: 'a kind of the catalogue' },
    read: readCode(kindCodes),
    required: true,
    example: 'résidence',
  },
  of: {
    header: { fr: 'Concerne l’étape', en: 'Of step' },
    aliases: ['étape concernée'],
    holds: {
      fr: 'l’identifiant de l’étape dont la ligne dit la suite',
      en: 'the step whose life the row goes on with',
    },
    read: readIdentifier,
  },
  status: {
    header: { fr: 'Statut', en: 'Status' },
    aliases: ['état', 'avancement'],
    holds: { fr: 'où en est l’étape', en: 'how far the step has come' },
    read: readCode(rowStatuses),
    required: true,
    example: 'réalisée',
  },
  start: singleDateColumn(
    { fr: 'Début', en: 'Start' },
    { aliases: ['date de début', 'date', 'commence'], example: '15/09/2015' },
  ),
  end: {
    header: { fr: 'Fin', en: 'End' },
    aliases: ['date de fin', 'finit'],
    holds: { fr: 'une date, ou .. pour ce qui dure encore', en: 'a date, or .. for what still lasts' },
    read: readEnd,
    example: 'janvier 2016',
  },
  within: {
    header: { fr: 'Période possible', en: 'Possible period' },
    aliases: ['fenêtre', 'période', 'window'],
    holds: {
      fr: 'la période pendant laquelle une étape sans date a eu lieu',
      en: 'the window in which an undated step happened',
    },
    read: readDate,
  },
  ...describing,
} as const satisfies Columns

export type StepColumn = keyof typeof stepColumns
