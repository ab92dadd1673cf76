import { kinds, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { roles } from '#domain/steps/roles.js'
import { certainties, sourceKinds, taxBases, yesNoUnknown } from '#src/typed/fact-codes.js'
import type { Columns } from './column.js'
import {
  readCode,
  readDate,
  readEnd,
  readIdentifier,
  readIdentifiers,
  readNumber,
  readSingleDate,
  readText,
} from '#src/typed/read-cell.js'
import { amountColumn, noteColumn, singleDateColumn, sourceColumn, textColumn } from './usual-columns.js'
import { rowStatuses } from '#src/tasks/importing/use-cases/plan/row-status.js'

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

const holdsLines = {
  fr: 'des identifiants d’étapes, entre virgules',
  en: 'identifiers of steps, between commas',
}

/** The columns of a table of steps that every kind shares, in the order of the template. */
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
  role: {
    header: { fr: 'Rôle', en: 'Role' },
    holds: { fr: 'le rôle de l’organisation dans l’étape', en: 'the organisation’s part in the step' },
    read: readCode(roles),
    required: true,
    example: 'pilote',
  },
  joint_id: {
    header: { fr: 'Étape collective', en: 'Joint step' },
    aliases: ['groupe'],
    holds: {
      fr: 'le même identifiant pour toutes les organisations de l’étape',
      en: 'the same identifier for all organisations of the step',
    },
    read: readIdentifier,
  },
  kind: {
    header: { fr: 'Type d’étape', en: 'Kind' },
    aliases: ['type', 'genre', 'nature de l’étape'],
    holds: { fr: 'un type du catalogue', en: 'a kind of the catalogue' },
    read: readCode(kindCodes),
    required: true,
    example: 'résidence',
  },
  programme: {
    header: { fr: 'Programme', en: 'Programme' },
    holds: { fr: 'un code de programme', en: 'the code of a programme' },
    read: readText,
    example: 'territoires_en_residences',
  },
  edition: textColumn({ fr: 'Édition', en: 'Edition' }),
  site: textColumn({ fr: 'Site', en: 'Site' }),
  title: textColumn(
    { fr: 'Titre', en: 'Title' },
    { aliases: ['intitulé'], example: 'Repenser l’accueil en mairie' },
  ),
  theme: textColumn({ fr: 'Thème', en: 'Theme' }),
  of: {
    header: { fr: 'Concerne l’étape', en: 'Of step' },
    aliases: ['étape concernée'],
    holds: {
      fr: 'l’identifiant de l’étape dont la ligne dit la suite',
      en: 'the step whose life the row goes on with',
    },
    read: readIdentifier,
  },
  follows: {
    header: { fr: 'Fait suite à', en: 'Follows' },
    aliases: ['suite de', 'issue de'],
    holds: holdsLines,
    read: readIdentifiers,
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
  stated_on: {
    header: { fr: 'Date de la source', en: 'Stated on' },
    aliases: ['dit le', 'source du'],
    holds: { fr: 'le jour où la source parlait', en: 'the day on which the source spoke' },
    read: readSingleDate,
    example: '10/02/2016',
  },
  place: textColumn({ fr: 'Lieu', en: 'Place' }, { aliases: ['lieu de l’étape'] }),
  cost_eur_min: amountColumn(
    { fr: 'Coût minimum (€)', en: 'Minimum cost (€)' },
    { aliases: ['coût', 'coût min', 'coût minimum', 'cost'] },
  ),
  cost_eur_max: amountColumn(
    { fr: 'Coût maximum (€)', en: 'Maximum cost (€)' },
    { aliases: ['coût max', 'coût maximum'] },
  ),
  cost_year: {
    header: { fr: 'Année du coût', en: 'Year of the cost' },
    holds: { fr: 'une année', en: 'a year' },
    read: readNumber,
  },
  cost_scope: textColumn(
    { fr: 'Périmètre du coût', en: 'Scope of the cost' },
    { aliases: ['portée du coût'] },
  ),
  cost_tax_basis: {
    header: { fr: 'HT ou TTC', en: 'Tax basis' },
    holds: { fr: 'HT ou TTC', en: 'excluding or including tax' },
    read: readCode(taxBases),
  },
  cost_payer: textColumn({ fr: 'Payeur', en: 'Payer of the cost' }),
  quantities_other: textColumn({ fr: 'Autres quantités', en: 'Other quantities' }),
  with_27e: {
    header: { fr: 'Avec La 27e Région', en: 'With La 27e Région' },
    aliases: ['avec la 27e'],
    holds: { fr: 'oui, non ou inconnu', en: 'yes, no or unknown' },
    read: readCode(yesNoUnknown),
  },
  source_kind: {
    header: { fr: 'Type de source', en: 'Kind of source' },
    holds: {
      fr: 'web, document, document et web, témoignage',
      en: 'web, document, document and web, testimony',
    },
    read: readCode(sourceKinds),
    example: 'web',
  },
  source: sourceColumn,
  confidence: {
    header: { fr: 'Confiance', en: 'Confidence' },
    aliases: ['fiabilité'],
    holds: { fr: 'haute, moyenne ou basse', en: 'high, medium or low' },
    read: readCode(certainties),
    example: 'haute',
  },
  intention: textColumn({ fr: 'Intention', en: 'Intention' }),
  what_happened: textColumn({ fr: 'Ce qui s’est passé', en: 'What happened' }),
  lessons: textColumn({ fr: 'Enseignements', en: 'Lessons' }),
  note: noteColumn,
} as const satisfies Columns

export type StepColumn = keyof typeof stepColumns
