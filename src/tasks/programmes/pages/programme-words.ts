import type { Labels } from '#domain/kernel/labels.js'

/** The pages about programmes. */
export const programmeWords = {
  title: { fr: 'Programmes', en: 'Programmes' },
  lead: {
    fr: 'Qui a pris part à quoi, quand, avec quelle issue, et ce qui en est sorti.',
    en: 'Who took part in what, when, with what outcome, and what came out of it.',
  },
  kicker: { fr: 'Programme', en: 'Programme' },
  catalogue: { fr: 'Le catalogue', en: 'The catalogue' },
  others: { fr: 'Autres cadres', en: 'Other settings' },
  othersLead: {
    fr: 'Ce que des faits nomment sans que ce soit un programme que l’on puisse rejoindre : consortiums, lieux, labos, politiques locales.',
    en: 'What facts name without being a programme that one could join: consortia, places, labs, local policies.',
  },
  howCounted: {
    fr: 'Une étape collective compte une fois comme étape, une fois par organisation comme participation. Ce qui est seulement annoncé, visé ou soutenu n’est pas compté ; l’opérateur n’est pas un participant.',
    en: 'A collective step counts once as a step, and once for each organisation as a participation. What is only announced, aimed at or supported is not counted; the operator is no participant.',
  },
  programme: { fr: 'Programme', en: 'Programme' },
  years: { fr: 'Années', en: 'Years' },
  steps: { fr: 'Étapes', en: 'Steps' },
  participations: { fr: 'Participations', en: 'Participations' },
  organisations: { fr: 'Organisations', en: 'Organisations' },
  announcedShort: { fr: 'Annoncées', en: 'Announced' },
  byYear: { fr: 'Compter par année', en: 'Count by year' },
  nobody: {
    fr: 'Aucun fait ne dit que quelqu’un y ait pris part.',
    en: 'No fact tells that anybody took part.',
  },
  noEdition: { fr: 'Sans édition nommée', en: 'No edition named' },
  aimed: { fr: 'Annoncé et visé', en: 'Announced and aimed at' },
  aimedNote: { fr: 'Ce ne sont pas des résultats.', en: 'These are no results.' },
  nothingAimed: { fr: 'Rien n’est consigné.', en: 'Nothing is on record.' },
  done: { fr: 'Réalisé', en: 'Done' },
  reported: { fr: 'Dit par l’opérateur', en: 'Told by the operator' },
  format: { fr: 'Format', en: 'Format' },
  target: { fr: 'Objectif', en: 'Target' },
  tookPart: { fr: 'Ont pris part', en: 'Took part' },
  ran: { fr: 'Menées par l’opérateur', en: 'Run by the operator' },
  supported: { fr: 'Ont soutenu', en: 'Supported' },
  announced: { fr: 'Annoncées, sans suite connue', en: 'Announced, with no known sequel' },
  around: { fr: 'Autour', en: 'Around it' },
  setbacks: { fr: 'Obstacles rencontrés', en: 'Setbacks met' },
  allSetbacks: { fr: 'tous les obstacles', en: 'all setbacks' },
  cameOut: { fr: 'Ce qui en est sorti', en: 'What came out of it' },
  cameOutOf: { fr: 'issu de', en: 'out of' },
  through: { fr: 'en passant par', en: 'by way of' },
  nothingCameOut: {
    fr: 'Aucun lien n’est consigné vers ce qui en serait sorti.',
    en: 'No link is on record to what may have come out of it.',
  },
  organisation: { fr: 'Organisation', en: 'Organisation' },
  role: { fr: 'Rôle', en: 'Role' },
  step: { fr: 'Étape', en: 'Step' },
  when: { fr: 'Quand, et avec quelle issue', en: 'When, and with what outcome' },
  together: { fr: 'Avec', en: 'With' },
  editions: { fr: 'Éditions', en: 'Editions' },
} as const satisfies Record<string, Labels>

/** «7 étapes» and the like: one, and several. */
export const countedWords = {
  steps: { one: { fr: 'étape', en: 'step' }, many: { fr: 'étapes', en: 'steps' } },
  participations: {
    one: { fr: 'participation', en: 'participation' },
    many: { fr: 'participations', en: 'participations' },
  },
  organisations: {
    one: { fr: 'organisation', en: 'organisation' },
    many: { fr: 'organisations', en: 'organisations' },
  },
} as const satisfies Record<string, { readonly one: Labels; readonly many: Labels }>

/** How far steps have come. */
export const outcomeOfPartWords = {
  completed: { fr: 'achevées', en: 'completed' },
  happened: { fr: 'tenues', en: 'held' },
  ended: { fr: 'terminées', en: 'ended' },
  abandoned: { fr: 'abandonnées', en: 'abandoned' },
  suspended: { fr: 'en veille', en: 'suspended' },
  open: { fr: 'dont rien ne dit la fin', en: 'of which nothing tells the end' },
  announced: { fr: 'annoncées', en: 'announced' },
  dropped: { fr: 'abandonnées avant de commencer', en: 'dropped before they began' },
} as const satisfies Record<string, Labels>

/** The page that counts by year. */
export const yearCountWords = {
  title: { fr: 'Les programmes, année par année', en: 'Programmes, year by year' },
  lead: {
    fr: 'Pour le rapport annuel. Une étape compte dans l’année où elle a commencé ou eu lieu ; à défaut, dans celle où elle s’est achevée.',
    en: 'For the annual report. A step counts in the year in which it began or happened; failing that, in the one in which it ended.',
  },
  reading: {
    fr: '« 3 (+2) » : trois certaines, et deux de plus que leur date imprécise rend possibles cette année-là ou une autre. La période compte chacune une fois : elle n’est pas la somme des années.',
    en: '“3 (+2)”: three for certain, and two more whose vague dates make them possible in that year or another. The period counts each once: it is not the sum of the years.',
  },
  from: { fr: 'De', en: 'From' },
  to: { fr: 'à', en: 'to' },
  measure: { fr: 'Compter', en: 'Count' },
  steps: { fr: 'les étapes (une fois chacune)', en: 'steps (collective ones once)' },
  participations: {
    fr: 'les participations (par organisation)',
    en: 'participations (one an organisation)',
  },
  organisations: { fr: 'les organisations (chacune une fois)', en: 'organisations (each once)' },
  show: { fr: 'Afficher', en: 'Show' },
  print: { fr: 'Imprimer', en: 'Print' },
  csv: { fr: 'Télécharger en CSV', en: 'Download as CSV' },
  period: { fr: 'Période', en: 'Period' },
  undated: { fr: 'Sans date', en: 'Undated' },
  undatedNote: {
    fr: '« Sans date » : des étapes dont nul ne dit depuis quand. Elles ne sont dans aucune année.',
    en: '“Undated”: steps of which nobody says since when. They are in no year.',
  },
  catalogueTotal: { fr: 'Programmes du catalogue', en: 'Programmes of the catalogue' },
  allTotal: { fr: 'Tout ensemble', en: 'All together' },
  certain: { fr: 'certaines', en: 'certain' },
  possible: { fr: 'possibles en plus', en: 'possible on top' },
  sameAsTable: { fr: 'Le tableau dit la même chose', en: 'The table says the same' },
  table: { fr: 'Le détail', en: 'In detail' },
} as const satisfies Record<string, Labels>
