import type { Labels } from '#domain/kernel/labels.js'

/** The words of the pages that register an organisation and change what is told of it. */
export const registeringWords = {
  registerLead: {
    fr: 'Chercher d’abord si elle n’est pas déjà inscrite, sous un autre nom peut-être.',
    en: 'Look first whether it is not registered already, maybe under another name.',
  },
  register: { fr: 'Inscrire', en: 'Register' },
  wouldBe: { fr: 'Sera inscrite sous l’identifiant', en: 'Will be registered under the identifier' },
  alike: {
    fr: 'Déjà inscrites sous un nom proche : vérifier que ce n’est pas l’une d’elles.',
    en: 'Registered already under a similar name: make sure that it is none of these.',
  },
  identifier: { fr: 'Identifiant', en: 'Identifier' },
  identifierHint: {
    fr: 'Vide : il est fait du nom. Lettres minuscules, chiffres et tirets ; il ne change plus.',
    en: 'Blank: it is made from the name. Small letters, digits and hyphens; it never changes.',
  },
  identifierNeeded: {
    fr: 'Ce nom n’a ni lettre ni chiffre dont faire un identifiant : en écrire un.',
    en: 'This name has no letter or digit to make an identifier from: write one.',
  },
  taken: {
    fr: 'Une organisation est déjà inscrite sous cet identifiant, avec un autre profil. Si c’est la même, la modifier ; sinon, écrire un autre identifiant.',
    en: 'An organisation is registered under this identifier already, with another profile. If it is the same, change it; else write another identifier.',
  },
  name: { fr: 'Nom', en: 'Name' },
  newName: { fr: 'Nouveau nom', en: 'New name' },
  kind: { fr: 'Type d’organisation', en: 'Kind of organisation' },
  siren: { fr: 'SIREN', en: 'SIREN' },
  sirenHint: { fr: 'Neuf chiffres.', en: 'Nine digits.' },
  inseeType: { fr: 'Type de code INSEE', en: 'Type of INSEE code' },
  inseeCode: { fr: 'Code INSEE', en: 'INSEE code' },
  formerInseeType: { fr: 'Type de l’ancien code INSEE', en: 'Type of the former INSEE code' },
  formerInseeCode: { fr: 'Ancien code INSEE', en: 'Former INSEE code' },
  aliases: { fr: 'Autres noms et sigles', en: 'Other names and acronyms' },
  aliasesHint: { fr: 'Un par ligne.', en: 'One a line.' },
  population: { fr: 'Population', en: 'Population' },
  parent: { fr: 'Territoire dont elle fait partie', en: 'Territory that it is part of' },
  organisationHint: { fr: 'Son nom ou son identifiant.', en: 'Its name or its identifier.' },
  source: { fr: 'Source', en: 'Source' },
  note: { fr: 'Note', en: 'Note' },
  from: { fr: 'Depuis quand', en: 'Since when' },
  lastDay: { fr: 'Dernier jour', en: 'Last day' },
  lastDayHint: {
    fr: 'Le dernier jour où elle existait : « 31/12/2015 », « fin 2015 ».',
    en: 'The last day on which it existed: “31/12/2015”, “end of 2015”.',
  },
  direction: { fr: 'Dans quel sens', en: 'In which direction' },
  directionOptions: {
    successor: { fr: 'Une autre lui succède', en: 'Another succeeds it' },
    predecessor: { fr: 'Elle succède à une autre', en: 'It succeeds another' },
  },
  directionNeeded: { fr: 'Dire qui succède à qui.', en: 'Say who succeeds whom.' },
  otherNeeded: { fr: 'Nommer l’autre organisation.', en: 'Name the other organisation.' },
  successor: { fr: 'Successeur', en: 'Successor' },
  other: { fr: 'L’autre organisation', en: 'The other organisation' },
  manner: { fr: 'Manière', en: 'Manner' },
  fromHint: {
    fr: 'Sans date, la succession n’a encore aucun effet.',
    en: 'Without a date, the succession has no effect yet.',
  },
  changeTitle: (name: string): Labels => ({ fr: `Modifier ${name}`, en: `Change ${name}` }),
  changeLead: {
    fr: 'Ce qui a été dit reste dans le journal : un changement s’y ajoute avec sa date, une correction avec sa raison.',
    en: 'What was told stays in the log: a change is added with its date, a correction with its reason.',
  },
  acts: { fr: 'Ce qui a changé', en: 'What has changed' },
  onRecord: { fr: 'Ce qui est consigné d’elle', en: 'What is on record of it' },
  what: { fr: 'Quoi', en: 'What' },
  told: { fr: 'Contenu', en: 'Content' },
  action: { fr: 'Correction', en: 'Correction' },
  correct: { fr: 'Corriger', en: 'Correct' },
  correctTitle: {
    fr: 'Corriger ce qui est dit de l’organisation',
    en: 'Correct what is told of the organisation',
  },
  nothingChanged: {
    fr: 'Rien n’est changé : modifier un champ, ou revenir à l’organisation.',
    en: 'Nothing is changed: change a field, or go back to the organisation.',
  },
  done: { fr: 'C’est enregistré.', en: 'It is recorded.' },
  noSuchOrganisation: {
    fr: 'Aucune organisation inscrite ne porte ce nom : le vérifier, ou l’inscrire d’abord.',
    en: 'No registered organisation has this name: check it, or register it first.',
  },
  several: (names: string): Labels => ({
    fr: `Plusieurs organisations conviennent, préciser : ${names}.`,
    en: `Several organisations fit, say which: ${names}.`,
  }),
  circle: {
    fr: 'L’organisation qui succéderait est déjà de celles qui précèdent : vérifier qui succède à qui.',
    en: 'The organisation that would succeed is already among those that came before: check who came after whom.',
  },
  effectOnSuccessor: { fr: 'Effet chez le successeur', en: 'Effect on the successor' },
  effectHere: { fr: 'Effet chez celle qui précède', en: 'Effect on the one that came before' },
} as const

/** What may change in the life of an organisation, by the name of its form. */
export const actWords = {
  nom: { fr: 'Elle change de nom', en: 'It changes its name' },
  identifiant: { fr: 'Elle change de SIREN ou de code INSEE', en: 'It changes its SIREN or INSEE code' },
  fin: { fr: 'Elle prend fin', en: 'It ends' },
  succession: { fr: 'Une organisation succède à une autre', en: 'One organisation succeeds another' },
} as const

/** What each thing told of an organisation is called. */
export const profileEventWords = {
  OrganisationRegistered: { fr: 'Inscription', en: 'Registration' },
  OrganisationRenamed: { fr: 'Changement de nom', en: 'New name' },
  OrganisationIdentifierChanged: { fr: 'Changement d’identifiant', en: 'New identifier' },
  OrganisationEnded: { fr: 'Fin', en: 'End' },
  OrganisationSucceeded: { fr: 'Succession', en: 'Succession' },
} as const
