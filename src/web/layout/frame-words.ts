/** The words that stand around every page. */
export const frameWords = {
  product: { fr: 'Trajectoires', en: 'Trajectoires' },
  promise: {
    fr: 'Où en est chaque administration sur le chemin de l’innovation, depuis quand et pourquoi.',
    en: 'Where each administration stands on the path of innovation, since when and why.',
  },
  skipToContent: { fr: 'Aller au contenu', en: 'Skip to content' },
  mainNavigation: { fr: 'Menu principal', en: 'Main menu' },
  breadcrumbs: { fr: 'Fil d’Ariane', en: 'Breadcrumb' },
  otherLanguage: { fr: 'English', en: 'Français' },
  machineInterface: { fr: 'Interface pour les programmes', en: 'Interface for programs' },
  localOnly: {
    fr: 'Sans gestion d’identité, ce service ne répond que sur cette machine.',
    en: 'Without identity management, this service answers on this machine only.',
  },
  clockBehind: {
    fr: 'L’horloge de cette machine retarde sur le journal : maintenant, c’est ici son dernier instant, le',
    en: 'The clock of this machine is behind the log: now means its last moment here,',
  },
  clockRemedy: {
    fr: 'Tant qu’elle n’est pas réglée, ou le saut accepté par qui exploite le service, rien ne s’enregistre.',
    en: 'Until it is set right, or whoever runs the service accepts the jump, nothing is recorded.',
  },
  registerOrganisation: { fr: 'Inscrire une organisation', en: 'Register an organisation' },
  nextPage: { fr: 'Page suivante', en: 'Next page' },
  required: { fr: 'obligatoire', en: 'required' },
  optional: { fr: 'facultatif', en: 'optional' },
  faultsTitle: { fr: 'Rien n’a été enregistré : à corriger', en: 'Nothing was recorded: to correct' },
  colon: { fr: ' : ', en: ': ' },
  semicolon: { fr: ' ; ', en: '; ' },
  faultPrefix: { fr: 'À corriger :', en: 'To correct:' },
} as const

/** What the pages are, in the order of the menu. */
export const sectionWords = {
  organisations: { fr: 'Organisations', en: 'Organisations' },
  record: { fr: 'Enregistrer', en: 'Record' },
  'call-back': { fr: 'À rappeler', en: 'To call back' },
  programmes: { fr: 'Programmes', en: 'Programmes' },
  members: { fr: 'Adhérents', en: 'Members' },
  obstacles: { fr: 'Obstacles', en: 'Obstacles' },
  imports: { fr: 'Importer', en: 'Import' },
} as const

/** Where each part of the pages begins. */
export const sectionAddresses = {
  organisations: '/organisations',
  record: '/enregistrer',
  'call-back': '/a-rappeler',
  programmes: '/programmes',
  members: '/adherents',
  obstacles: '/obstacles',
  imports: '/imports',
} as const satisfies Readonly<Record<keyof typeof sectionWords, string>>

export type Section = keyof typeof sectionWords
