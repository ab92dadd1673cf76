/** How sure a reading is, in a word. */
export const certaintyWords = {
  held: { fr: 'établi', en: 'established' },
  possible: { fr: 'peut-être', en: 'perhaps' },
  stale: { fr: 'à confirmer', en: 'to be confirmed' },
  none: { fr: 'rien d’observé', en: 'nothing observed' },
} as const
