import { LARGEST_UPLOAD_MB, MOST_FILES } from '#src/messages/upload-limits.js'
import { DAYS_KEPT } from '#src/tasks/importing/use-cases/shelf/keep-imports.js'
import type { Labels } from '#domain/kernel/labels.js'

/** The pages of imports. */
export const importWords = {
  title: { fr: 'Importer', en: 'Import' },
  lead: {
    fr: 'Un fichier est d’abord essayé : le rapport dit, ligne par ligne, ce qui serait enregistré et ce qui est à revoir. Rien n’est écrit avant l’accord qui suit.',
    en: 'A file is tried first: the report says, row by row, what would be recorded and what is to be corrected. Nothing is written before it is confirmed.',
  },
  files: { fr: 'Fichiers CSV', en: 'CSV files' },
  filesHint: {
    fr: `Organisations, étapes, ou les deux ; ${MOST_FILES} fichiers de ${LARGEST_UPLOAD_MB} Mo au plus. Virgules ou points-virgules, UTF-8 ou Windows-1252. Depuis un tableur : Enregistrer sous, « CSV UTF-8 ».`,
    en: `Organisations, steps, or both; at most ${MOST_FILES} files of ${LARGEST_UPLOAD_MB} MB. Commas or semicolons, UTF-8 or Windows-1252. From a spreadsheet: Save as, “CSV UTF-8”.`,
  },
  collection: { fr: 'Nom du jeu de données', en: 'Name of the data set' },
  collectionHint: {
    fr: 'Lettres minuscules, chiffres et tirets : « releve-2026 ». Le même nom à chaque envoi : une ligne déjà enregistrée est alors reconnue. Par défaut, le nom du premier fichier.',
    en: 'Small letters, digits and hyphens: “releve-2026”. The same name each time: a row on record is then recognised. By default, the name of the first file.',
  },
  corrections: { fr: 'Lignes qui diffèrent', en: 'Rows that differ' },
  applyCorrections: {
    fr: 'corriger ce qui est enregistré quand une ligne dit autre chose (sinon la correction est seulement proposée)',
    en: 'correct the record where a row says otherwise (else the correction is only proposed)',
  },
  try: { fr: 'Essayer, sans rien enregistrer', en: 'Try, without recording anything' },
  noFile: {
    fr: 'Choisir au moins un fichier CSV.',
    en: 'Choose at least one CSV file.',
  },
  templates: { fr: 'Le modèle à remplir', en: 'The template to fill in' },
  templatesLead: {
    fr: 'Une ligne par organisation, une ligne par étape et par organisation. Les lignes d’explication et d’exemple peuvent rester : elles ne sont pas enregistrées.',
    en: 'One row an organisation, one row a step and organisation. The rows that explain and give an example may stay: they are not recorded.',
  },
  explained: { fr: 'Toutes les colonnes, expliquées', en: 'All columns, explained' },
  downloadOrganisations: { fr: 'Modèle des organisations (CSV)', en: 'Template of organisations (CSV)' },
  downloadSteps: { fr: 'Modèle des étapes (CSV)', en: 'Template of steps (CSV)' },
  organisationsTable: { fr: 'Organisations', en: 'Organisations' },
  stepsTable: { fr: 'Étapes', en: 'Steps' },
  column: { fr: 'Colonne', en: 'Column' },
  holds: { fr: 'Ce qu’elle contient', en: 'What it holds' },
  example: { fr: 'Exemple', en: 'Example' },
  past: { fr: 'Imports gardés', en: 'Imports that are kept' },
  noPast: { fr: 'Aucun import n’est gardé.', en: 'No import is kept.' },
  when: { fr: 'Le', en: 'On' },
  state: { fr: 'État', en: 'State' },
  fileNames: { fr: 'Fichiers', en: 'Files' },
  rows: { fr: 'Lignes', en: 'Rows' },
  toCorrect: { fr: 'À revoir', en: 'To correct' },
  events: { fr: 'Faits', en: 'Facts' },
  oneFact: { fr: 'fait', en: 'fact' },
  manyFacts: { fr: 'faits', en: 'facts' },
  tried: { fr: 'essayé', en: 'tried' },
  committed: { fr: 'enregistré', en: 'recorded' },
  kicker: { fr: 'Import', en: 'Import' },
  triedNotice: { fr: 'Essai : rien n’est encore enregistré.', en: 'Dry run: nothing is recorded yet.' },
  keptDays: {
    fr: `Les fichiers sont gardés ${DAYS_KEPT} jours pour cet accord, puis effacés.`,
    en: `The files are kept for ${DAYS_KEPT} days for that, then erased.`,
  },
  committedNotice: { fr: 'Enregistré le', en: 'Recorded on' },
  logMoved: {
    fr: 'D’autres ont écrit entre l’essai et l’accord ; aucune ligne de cet import n’en a changé.',
    en: 'Others wrote between the dry run and the commit; no row of this import changed by it.',
  },
  changedNotice: {
    fr: 'Le journal a changé depuis l’essai précédent, et ces lignes avec lui. Rien n’a été enregistré : voici ce qui le serait maintenant.',
    en: 'The log has changed since the previous dry run, and these rows with it. Nothing was recorded: this is what would be now.',
  },
  shown: { fr: 'montrée :', en: 'shown:' },
  now: { fr: 'maintenant :', en: 'now:' },
  absent: { fr: 'absente', en: 'absent' },
  nothingToRecord: {
    fr: 'Il n’y a rien à enregistrer : corriger le fichier d’après le rapport, puis l’essayer à nouveau.',
    en: 'There is nothing to record: correct the file after the report, then try it again.',
  },
  allOnRecord: {
    fr: 'Tout ce que dit ce fichier est déjà enregistré : il n’y a rien à faire.',
    en: 'All that this file says is on record already: there is nothing to do.',
  },
  onlyDiffers: {
    fr: 'Rien de nouveau n’est à enregistrer, mais des lignes disent autre chose que ce qui est enregistré. Si le fichier a raison, l’envoyer à nouveau en cochant « corriger ce qui est enregistré ».',
    en: 'Nothing new is to be recorded, but rows say otherwise than the record. If the file is right, send it again and tick “correct the record”.',
  },
  commit: { fr: 'Enregistrer', en: 'Record' },
  onlyWhatStands: {
    fr: 'Les lignes à revoir ou refusées ne seront pas enregistrées ; corrigées, elles s’ajouteront par un nouvel envoi.',
    en: 'Rows with faults or refused will not be recorded; once corrected, they are added by sending the file again.',
  },
  forget: { fr: 'Effacer cet import', en: 'Erase this import' },
  forgetNote: {
    fr: 'Les fichiers et le rapport sont effacés, pour de bon. Ce qui est enregistré reste enregistré.',
    en: 'The files and the report are erased, for good. What was recorded stays recorded.',
  },
  forgetButton: { fr: 'Effacer le rapport et les fichiers', en: 'Erase the report and the files' },
  filesGone: {
    fr: 'Les fichiers de cet essai ne sont plus gardés. Les envoyer à nouveau : rien n’est enregistré deux fois.',
    en: 'The files of this dry run are kept no longer. Send them again: nothing is recorded twice.',
  },
  csv: { fr: 'Télécharger le rapport (CSV)', en: 'Download the report (CSV)' },
  summary: { fr: 'En bref', en: 'In brief' },
  report: { fr: 'Ligne par ligne', en: 'Row by row' },
  everything: { fr: 'tout', en: 'everything' },
  onlyFaults: { fr: 'ce qui demande un regard', en: 'what needs a look' },
  filter: { fr: 'Montrer', en: 'Show' },
  nothingToLookAt: { fr: 'Aucune ligne ne demande de regard.', en: 'No row needs a look.' },
  file: { fr: 'Fichier, ligne', en: 'File, line' },
  line: { fr: 'ligne', en: 'line' },
  wholeFile: { fr: 'tout le fichier', en: 'the whole file' },
  row: { fr: 'Identifiant', en: 'Identifier' },
  outcome: { fr: 'Ce qu’il en est', en: 'What becomes of it' },
  cell: { fr: 'Colonne et valeur', en: 'Column and value' },
  remedy: { fr: 'Que faire', en: 'What to do' },
  table: { fr: 'Table', en: 'Table' },
  collectionShort: { fr: 'Jeu de données', en: 'Data set' },
  pages: { fr: 'Pages du rapport', en: 'Pages of the report' },
  page: { fr: 'Page', en: 'Page' },
} as const satisfies Record<string, Labels>

/** How many rows came to which end; in a dry run, would come. */
export const importCountWords = {
  rows: { fr: 'Lignes', en: 'Rows' },
  recorded: { fr: 'Nouvelles', en: 'New' },
  unchanged: { fr: 'Déjà enregistrées', en: 'Already recorded' },
  correctionProposed: { fr: 'Qui diffèrent', en: 'That differ' },
  corrected: { fr: 'Qui corrigent', en: 'That correct' },
  refused: { fr: 'Refusées', en: 'Refused' },
  faulty: { fr: 'À revoir', en: 'With faults' },
} as const satisfies Record<string, Labels>
