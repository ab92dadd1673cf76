import type { Labels } from '#domain/kernel/labels.js'

/** The words of the pages that record a step. */
export const recordWords = {
  title: { fr: 'Enregistrer une étape', en: 'Record a step' },
  titleOf: (kind: Labels): Labels => ({ fr: `Enregistrer : ${kind.fr}`, en: `Record: ${kind.en}` }),
  chooseKind: { fr: 'Que s’est-il passé ?', en: 'What took place?' },
  chooseKindLead: {
    fr: 'Choisir le genre d’étape. Le formulaire ne demande que ce qui lui est propre ; tout ce qui est inconnu reste vide.',
    en: 'Choose the kind of step. The form asks only for what belongs to it; whatever is unknown stays blank.',
  },
  searchKind: { fr: 'Chercher un genre d’étape', en: 'Search a kind of step' },
  noKind: {
    fr: 'Aucun genre ne contient ces lettres. Effacer la recherche, ou prendre « note ».',
    en: 'No kind has these letters. Clear the search, or take “note”.',
  },
  otherKind: { fr: 'Changer de genre', en: 'Change the kind' },
  search: { fr: 'Chercher', en: 'Search' },
  whoHint: {
    fr: 'Une organisation, ou toutes celles qui y ont pris part : l’étape sera consignée chez chacune, avec son rôle.',
    en: 'One organisation, or all that took part: the step will be on record with each, with its role.',
  },
  searchOrganisation: { fr: 'Ajouter une organisation', en: 'Add an organisation' },
  searchOrganisationHint: {
    fr: 'Son nom, un ancien nom ou un sigle, sans souci d’accents.',
    en: 'Its name, a former name or an acronym, with or without accents.',
  },
  found: { fr: 'Organisations trouvées', en: 'Organisations found' },
  takesPartAlready: { fr: 'y prend déjà part', en: 'takes part already' },
  noneFound: {
    fr: 'Aucune organisation ne porte ce nom.',
    en: 'No organisation has this name.',
  },
  add: { fr: 'Ajouter', en: 'Add' },
  remove: { fr: 'Retirer', en: 'Remove' },
  step: { fr: 'Étape concernée', en: 'Step concerned' },
  stepHint: {
    fr: 'À choisir quand la suite d’une étape déjà consignée est racontée.',
    en: 'To be chosen when what is told belongs to a step that is on record.',
  },
  newStep: { fr: 'Une nouvelle étape', en: 'A new step' },
  checkHint: {
    fr: '« Vérifier » montre ce que cela changerait, sans rien enregistrer.',
    en: '“Check” shows what this would change, and records nothing.',
  },
  organisationNeeded: {
    fr: 'Ajouter au moins une organisation : chercher son nom, puis « Ajouter ».',
    en: 'Add at least one organisation: search for its name, then “Add”.',
  },
  stepNeeded: {
    fr: 'Ce moment est la suite d’une étape : la choisir, ou enregistrer d’abord son début.',
    en: 'This belongs to a step that is on record: choose it, or record its beginning first.',
  },
  kindUnknown: {
    fr: 'Ce genre d’étape n’existe pas : en choisir un dans la liste.',
    en: 'There is no such kind of step: choose one of the list.',
  },
  inPart: {
    fr: 'D’autres ont écrit au même moment : c’est enregistré, sauf pour ces organisations.',
    en: 'Others wrote at the same moment: it is recorded, but for these organisations.',
  },
  movedTitle: {
    fr: 'Pendant la saisie, autre chose a été enregistré',
    en: 'Meanwhile, something else was recorded',
  },
  movedAdvice: {
    fr: 'Rien n’a été enregistré de cette saisie, et rien n’en est perdu. Voir ce qui a changé ; l’aperçu en tient compte. Si cela convient toujours, enregistrer.',
    en: 'Nothing of this form was recorded, and nothing is lost. See what changed; the preview takes it into account. If it still fits, record it.',
  },
} as const
