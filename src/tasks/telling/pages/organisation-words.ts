import { askedWords } from '#src/web/layout/asked-words.js'
/** What the page of one organisation says around what the log and the engine know. */
export const organisationWords = {
  formerly: { fr: 'Autrefois :', en: 'Formerly:' },
  alsoKnownAs: { fr: 'Aussi :', en: 'Also:' },
  recordStep: { fr: 'Enregistrer une étape', en: 'Record a step' },
  change: { fr: 'Modifier l’organisation', en: 'Change the organisation' },
  today: { fr: 'Où elle en est', en: 'Where it stands' },
  thatDay: { fr: 'Où elle en était', en: 'Where it stood' },
  lastDay: { fr: 'Où elle en était à la fin', en: 'Where it stood at its end' },
  saysOfItself: { fr: 'Ce qu’elle dit d’elle-même', en: 'What it says of itself' },
  saysNothing: {
    fr: 'Aucune posture déclarée n’est consignée.',
    en: 'No declared posture is on record.',
  },
  watch: { fr: 'À surveiller, si rien ne se passe', en: 'To watch, if nothing happens' },
  picture: { fr: 'Sa trajectoire', en: 'Its trajectory' },
  pictureLead: {
    fr: 'En haut la position, puis une ligne par dimension ; en bas les étapes, numérotées comme dans le récit.',
    en: 'The position on top, then one lane a dimension; below, the steps, numbered as in the story.',
  },
  sameAsTable: { fr: 'La même chose en tableau', en: 'The same as a table' },
  position: { fr: 'Position', en: 'Position' },
  respect: { fr: 'En quoi', en: 'In what' },
  from: { fr: 'Du', en: 'From' },
  until: { fr: 'Jusqu’au', en: 'Until' },
  beyond: { fr: 'et au-delà', en: 'and beyond' },
  level: { fr: 'Niveau', en: 'Level' },
  certainty: { fr: 'Sûreté', en: 'How sure' },
  now: { fr: 'aujourd’hui', en: 'today' },
  end: { fr: 'fin', en: 'end' },
  askedDay: { fr: 'jour demandé', en: 'day asked for' },
  ifNothing: { fr: 'si rien ne se passe →', en: 'if nothing happens →' },
  steps: { fr: 'étapes', en: 'steps' },
  why: { fr: 'Pourquoi', en: 'Why' },
  dimension: { fr: 'Dimension', en: 'Dimension' },
  because: { fr: 'Ce qui le montre', en: 'What shows it' },
  lacking: { fr: 'Ce qui manque pour la suite', en: 'What is missing for the next' },
  wouldSettle: { fr: 'Ce qui trancherait :', en: 'What would settle it:' },
  next: { fr: 'Et ensuite ?', en: 'What comes next?' },
  nextLead: {
    fr: 'Les chemins vers la suite, les étapes qui y mènent, les programmes qui les portent et qui pourrait en parler.',
    en: 'The routes to what follows, the steps that lead there, the programmes that bring them, and who could tell of them.',
  },
  seeNext: { fr: 'Voir ce qui l’y mènerait', en: 'See what would get it there' },
  facts: { fr: 'Les faits sur lesquels cela repose', en: 'The facts that this rests on' },
  story: { fr: 'Son histoire', en: 'Its story' },
  storyEmpty: {
    fr: 'Rien n’est encore consigné. Enregistrer la première étape dont on se souvient, même avec une date vague.',
    en: 'Nothing is on record yet. Record the first step that anyone remembers, even with a vague date.',
  },
  storyEmptyThen: {
    fr: 'Rien n’était consigné à cette date.',
    en: 'Nothing was on record at that date.',
  },
  withOthers: { fr: 'Avec', en: 'With' },
  cameOutOf: { fr: 'Issu de', en: 'Came out of' },
  ledTo: { fr: 'En est sorti', en: 'Led to' },
  source: { fr: 'Source', en: 'Source' },
  sources: { fr: 'Sources', en: 'Sources' },
  corrected: { fr: 'corrigé', en: 'corrected' },
  noted: { fr: 'Note', en: 'Note' },
  role: { fr: 'rôle', en: 'role' },
  obstacles: { fr: 'Obstacles rencontrés', en: 'Obstacles met' },
  otherObstacles: {
    fr: 'Ce qui a arrêté d’autres organisations',
    en: 'What stopped other organisations',
  },
  effects: { fr: 'Effets constatés', en: 'Effects observed' },
  lineage: { fr: 'Avant elle, après elle', en: 'Before it, after it' },
  predecessors: { fr: 'Elle succède à', en: 'It succeeds' },
  successors: { fr: 'Lui succède', en: 'Succeeded by' },
  onThisPage: { fr: 'Sur cette page', en: 'On this page' },
  registered: {
    fr: 'C’est enregistré : l’organisation est inscrite.',
    en: 'It is recorded: the organisation is registered.',
  },
  seeAsOf: { fr: 'Voir comme au…', en: 'See as of…' },
  asOf: askedWords.asOf,
  knownAt: askedWords.knownAt,
  asOfLower: { fr: 'ce qui était vrai le', en: 'what was true on' },
  knownAtLower: { fr: 'd’après ce qu’on en savait le', en: 'by what was known on' },
  model: askedWords.model,
  version: { fr: 'v.', en: 'v.' },
  see: { fr: 'Voir', en: 'See' },
  backToToday: { fr: 'Revenir à aujourd’hui', en: 'Back to today' },
  readingThePast: {
    fr: 'Cette page ne montre pas l’état d’aujourd’hui :',
    en: 'This page does not show the state of today:',
  },
  computedFrom: { fr: 'Calculé avec', en: 'Computed by' },
} as const

/** How sure a reading is, in the words of the pages. */
export const certaintyWords = {
  held: { fr: 'établi', en: 'established' },
  possible: { fr: 'peut-être', en: 'perhaps' },
  stale: { fr: 'à confirmer', en: 'to be confirmed' },
  none: { fr: 'rien d’observé', en: 'nothing observed' },
} as const

/** What the marks of the picture mean. */
export const legendWords = {
  certain: {
    fr: 'établi, quelles que soient les dates imprécises',
    en: 'established, whatever the imprecise dates were',
  },
  possible: {
    fr: 'peut-être : une date ou un chiffre est trop vague',
    en: 'perhaps: a date or a figure is too vague',
  },
  stale: { fr: 'aux dernières nouvelles, à confirmer', en: 'when last heard of, to be confirmed' },
  day: { fr: 'un jour connu', en: 'a known day' },
  range: {
    fr: 'une date imprécise : quelque part dans cette barre',
    en: 'an imprecise date: somewhere in this bar',
  },
} as const
