import { askedWords } from '#src/web/layout/asked-words.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Reading } from '#domain/maturity/evaluation/four-sets.js'
import type { RegistrySort } from '#projections/kept/registry/registry-index.js'

/** What the page says on which staff look for organisations. */
export const findWords = {
  title: { fr: 'Organisations', en: 'Organisations' },
  searchLabel: {
    fr: 'Nom, ancien nom ou sigle, avec ou sans accents',
    en: 'Name, former name or acronym, with or without accents',
  },
  search: { fr: 'Chercher', en: 'Search' },
  filters: { fr: 'Resserrer', en: 'Narrow down' },
  filtersHint: {
    fr: 'Chaque nombre dit combien d’organisations resteraient.',
    en: 'Each number says how many organisations would be left.',
  },
  apply: { fr: 'Appliquer les filtres', en: 'Apply the filters' },
  all: { fr: 'sans filtre', en: 'any' },
  kind: askedWords.kind,
  region: askedWords.region,
  noRegion: { fr: 'région inconnue, ou aucune', en: 'unknown, or none' },
  programme: askedWords.programme,
  edition: askedWords.edition,
  year: askedWords.year,
  position: askedWords.position,
  reading: askedWords.reading,
  member: askedWords.member,
  news: askedWords.news,
  ended: { fr: 'Existence', en: 'Existence' },
  endedTrue: { fr: 'a pris fin', en: 'has ended' },
  endedFalse: { fr: 'existe', en: 'exists' },
  administration: { fr: 'Nature', en: 'Nature' },
  administrationTrue: { fr: 'administration', en: 'administration' },
  administrationFalse: { fr: 'autre organisation', en: 'other organisation' },
  sort: askedWords.sort,
  chosen: { fr: 'Filtres appliqués', en: 'Filters applied' },
  searched: { fr: 'Recherche', en: 'Search' },
  remove: { fr: 'retirer', en: 'remove' },
  removeAll: { fr: 'Tout retirer', en: 'Remove all' },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  participation: { fr: 'Quand', en: 'When' },
  everyRole: {
    fr: 'Tous les rôles sont ici, aussi qui l’opère ou le finance. Qui y a pris part :',
    en: 'Every role is here, also who runs or funds it. Who took part:',
  },
  programmePage: { fr: 'la page du programme', en: 'the page of the programme' },
  noYear: { fr: 'date inconnue', en: 'unknown date' },
  noNews: { fr: 'aucune', en: 'none' },
  onlyPlans: { fr: 'une annonce, sans suite connue', en: 'an announcement, nothing known since' },
  noNewsSince: { fr: 'aucune depuis qu’elle a succédé', en: 'none since it succeeded' },
  surely: { fr: 'établi :', en: 'established:' },
  formerly: { fr: 'autrefois', en: 'formerly' },
  also: { fr: 'aussi', en: 'also' },
  computing: { fr: 'en cours de calcul', en: 'being computed' },
  csv: {
    fr: 'Télécharger cette liste (CSV, pour un tableur)',
    en: 'Download this list (CSV, for a spreadsheet)',
  },
  firstPage: { fr: 'Revenir au début de la liste', en: 'Back to the beginning of the list' },
  continued: { fr: 'suite de la liste', en: 'continued' },
  nothingTitle: { fr: 'Aucune organisation ne répond à cela', en: 'No organisation answers to this' },
  nothingSpelling: {
    fr: 'Essayer un seul mot du nom, ou son début : « bourg » trouve la Région Bourgogne.',
    en: 'Try one word of the name, or its beginning: “bourg” finds the Région Bourgogne.',
  },
  nothingFilter: {
    fr: 'Ce filtre ne laisse personne : le retirer, ou choisir une autre valeur.',
    en: 'This filter leaves nobody: remove it, or choose another value.',
  },
  nothingFilters: {
    fr: 'Retirer un filtre : ensemble, ils ne laissent personne.',
    en: 'Remove a filter: together they leave nobody.',
  },
  nothingYet: {
    fr: 'Rien n’est encore enregistré. Importer un fichier, ou essayer avec l’histoire réelle de La 27e Région :',
    en: 'Nothing is on record yet. Import a file, or try the real history of La 27e Région:',
  },
  searchEverywhere: { fr: 'Chercher sans filtre', en: 'Search without filters' },
} as const

/** In which order: never by position. */
export const sortWords: Readonly<Record<RegistrySort, Labels>> = {
  name: { fr: 'du nom', en: 'of names' },
  kind: { fr: 'du type', en: 'of kinds' },
  news: { fr: 'de la dernière nouvelle', en: 'of the last news' },
}

/** What each reading counts as a position. */
export const readingWords: Readonly<Record<Reading, Labels>> = {
  unrefuted: { fr: 'toutes, même à confirmer', en: 'any, even to be confirmed' },
  kept: { fr: 'établie, même à confirmer', en: 'established, even to be confirmed' },
  possible: { fr: 'possible, nouvelles récentes', en: 'possible, on recent news' },
  certain: { fr: 'établie, nouvelles récentes', en: 'established, on recent news' },
}

/** «29 organisations», «1 organisation». */
export const countWords = (count: number): Labels => ({
  fr: `${new Intl.NumberFormat('fr').format(count)} ${count < 2 ? 'organisation' : 'organisations'}`,
  en: `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? 'organisation' : 'organisations'}`,
})
