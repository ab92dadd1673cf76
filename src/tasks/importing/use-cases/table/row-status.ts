/** How far a step had come when its source spoke. What each makes of a row's dates is in `row-stages`. */
export const rowStatuses = {
  planned: { fr: 'prévue', en: 'planned', aliases: ['prévu', 'annoncée', 'annoncé', 'à venir', 'projet'] },
  started: {
    fr: 'en cours',
    en: 'started',
    aliases: ['commencée', 'commencé', 'démarrée', 'démarré', 'ouverte', 'ouvert', 'ongoing'],
  },
  completed: {
    fr: 'réalisée',
    en: 'completed',
    aliases: [
      'réalisé',
      'terminée',
      'terminé',
      'achevée',
      'achevé',
      'finie',
      'faite',
      'close',
      'fermée',
      'done',
    ],
  },
  abandoned: { fr: 'abandonnée', en: 'abandoned', aliases: ['abandonné'] },
  changed: { fr: 'modifiée', en: 'changed', aliases: ['modifié', 'changée', 'évolue'] },
  'made-official': { fr: 'officialisée', en: 'made official', aliases: ['officialisé'] },
  suspended: { fr: 'suspendue', en: 'suspended', aliases: ['suspendu', 'en veille', 'mise en veille'] },
  resumed: { fr: 'reprise', en: 'resumed', aliases: ['repris', 'relancée'] },
} as const

export type RowStatus = keyof typeof rowStatuses
