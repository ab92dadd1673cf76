import type { Labels } from '#domain/kernel/labels.js'

/** The words at the fields of the forms that record. */
export const formWords = {
  stage: { fr: 'Ce qui s’est passé', en: 'What took place' },
  followsOthers: {
    fr: 'D’autres étapes, par leurs identifiants, séparés par des virgules',
    en: 'Other steps, by their identifiers, between commas',
  },
  quantityHint: {
    fr: 'Comme on le dit : « 20 », « de 3 à 15 », « environ 30 ».',
    en: 'As one says it: “20”, “from 3 to 15”, “about 30”.',
  },
  quantityUnreadable: {
    fr: 'Nombre non compris : écrire « 20 », « de 3 à 15 » (du plus petit au plus grand) ou « environ 30 ».',
    en: 'Number not understood: write “20”, “from 3 to 15” (the smaller one first) or “about 30”.',
  },
  codesOfHint: (list: string): Labels => ({
    fr: `Codes de la liste ${list}, séparés par des espaces.`,
    en: `Codes of the list ${list}, between spaces.`,
  }),
  required: { fr: 'À renseigner.', en: 'To be filled in.' },
  webAddress: {
    fr: 'Une adresse web est attendue, par exemple https://www.example.org',
    en: 'A web address is expected, for instance https://www.example.org',
  },
  tooLong: (most: string): Labels => ({
    fr: `Texte trop long : ${most} signes au plus.`,
    en: `Text too long: at most ${most} characters.`,
  }),
  choose: { fr: 'Choisir dans la liste.', en: 'Choose from the list.' },
  singleDate: {
    fr: 'Une seule date est attendue, sans période : « 10/02/2016 », « mars 2016 », « 2016 ».',
    en: 'A single date is expected, not a period: “10/02/2016”, “March 2016”, “2016”.',
  },
  documentIncomplete: {
    fr: 'Chaque ligne a un titre et une adresse, séparés par une barre : Carnet de bord | https://www.example.org',
    en: 'Each line has a title and an address, with a bar between: Logbook | https://www.example.org',
  },
  costIncomplete: {
    fr: 'Le coût est décrit sans montant : écrire le montant, ou mettre la description dans la note.',
    en: 'The cost is described without an amount: write the amount, or put the description in the note.',
  },
} as const
