import type { Labels } from '#domain/kernel/labels.js'

/** The words of every form that is checked, then recorded, whatever it is about. */
export const checkedWords = {
  who: { fr: 'Qui', en: 'Who' },
  role: { fr: 'Rôle', en: 'Role' },
  chooseOne: { fr: 'Choisir…', en: 'Choose…' },
  notTold: { fr: 'Non renseigné', en: 'Not filled in' },
  unknown: { fr: 'Inconnu', en: 'Unknown' },
  what: { fr: 'Quoi et quand', en: 'What and when' },
  ofKind: { fr: 'Propre à ce genre d’étape', en: 'Particular to this kind of step' },
  circumstances: { fr: 'Programme, lieu, coût, suites', en: 'Programme, place, cost, what it came out of' },
  source: { fr: 'Source et documents', en: 'Source and documents' },
  story: { fr: 'Récit', en: 'Story' },
  understoodAs: { fr: 'Compris :', en: 'Understood:' },
  check: { fr: 'Vérifier', en: 'Check' },
  save: { fr: 'Enregistrer', en: 'Record' },
  preview: { fr: 'Ce qui sera enregistré', en: 'What will be recorded' },
  previewNote: { fr: 'Rien n’est encore enregistré.', en: 'Nothing is recorded yet.' },
  before: { fr: 'Avant', en: 'Before' },
  after: { fr: 'Après', en: 'After' },
  alike: {
    fr: 'Déjà consigné, peut-être la même étape :',
    en: 'On record already, maybe the same step:',
  },
  samePosition: {
    fr: 'Sa position ne change pas',
    en: 'Its position does not change',
  },
  keyUsed: {
    fr: 'Ce formulaire a déjà servi, avec un autre contenu : ce qui a été enregistré alors le reste. Ce qui suit est une nouvelle saisie, à enregistrer si elle est voulue.',
    en: 'This form was used before, with another content: what was recorded then stays. What follows is new, to be recorded if it is meant.',
  },
  gone: {
    fr: 'Ce qui avait été saisi ici n’est plus gardé : le formulaire est à remplir de nouveau. Ce qui a été enregistré le reste.',
    en: 'What was typed here is no longer kept: the form is to be filled in again. What was recorded stays so.',
  },
  reason: { fr: 'Raison', en: 'Reason' },
  reasonHint: {
    fr: 'Pourquoi : « la date venait d’un brouillon », « en double ».',
    en: 'Why: “the date came from a draft”, “recorded twice”.',
  },
  changes: { fr: 'Ce qui change', en: 'What changes' },
  field: { fr: 'Champ', en: 'Field' },
  onRecord: { fr: 'Consigné', en: 'On record' },
  asCorrected: { fr: 'Corrigé', en: 'Corrected' },
  movedAround: {
    fr: 'Pendant la saisie, autre chose a été enregistré pour cette organisation. Rien n’a été enregistré de votre saisie, et rien n’en est perdu : vérifier, puis enregistrer.',
    en: 'Meanwhile something else was recorded of this organisation. Nothing of your form was recorded, and nothing is lost: check, then record.',
  },
  corrected: { fr: 'corrigé', en: 'corrected' },
  seeOrganisation: (name: string): Labels => ({
    fr: `Voir où en est ${name}`,
    en: `See where ${name} stands`,
  }),
  recordedOn: { fr: 'Enregistré le', en: 'Recorded on' },
} as const
