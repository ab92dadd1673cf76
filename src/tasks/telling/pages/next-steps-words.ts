/** The page that says what could come next. */
export const nextStepsWords = {
  title: { fr: 'Et ensuite ?', en: 'What comes next?' },
  ended: {
    fr: 'Cette organisation n’existe plus : rien ne lui est conseillé. Voir celles qui lui ont succédé.',
    en: 'This organisation has ended: nothing is advised to it. See those that succeeded it.',
  },
  nothing: {
    fr: 'Tout ce que ce modèle peut demander est tenu : rien ne manque.',
    en: 'All that this model can ask for is held: nothing is missing.',
  },
  thePosition: { fr: 'La position', en: 'The position' },
  lacks: { fr: 'Ce qui manque', en: 'What is missing' },
  ways: { fr: 'Chemins essayés', en: 'Routes that were tried' },
  way: { fr: 'Chemin', en: 'Route' },
  noWay: {
    fr: 'Aucun chemin n’a pu être essayé : ce qui manque ne se décide pas.',
    en: 'No route could be tried: what is missing cannot be decided.',
  },
  about: { fr: 'Ces étapes, en pratique', en: 'These steps, in practice' },
  offers: { fr: 'Programmes qui la portent ou l’ont portée', en: 'Programmes that bring it, or brought it' },
  followed: { fr: 'Ce qui a suivi ailleurs', en: 'What followed elsewhere' },
  times: { fr: 'fois', en: 'times' },
  peers: { fr: 'Qui pourrait en parler', en: 'Who could tell about it' },
  nobody: {
    fr: 'Personne de la même sorte n’est consigné comme l’ayant fait.',
    en: 'Nobody of the same kind is on record as having done it.',
  },
  suppose: {
    fr: 'Rien de ceci n’est enregistré : ce sont des chemins essayés sur le modèle.',
    en: 'None of this is recorded: these are routes tried on the model.',
  },
} as const
