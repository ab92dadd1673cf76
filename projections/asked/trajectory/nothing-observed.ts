import type { Absence } from '#domain/maturity/evaluation/absence.js'
import type { Labels } from '#domain/kernel/labels.js'

/** Why an organisation holds no position on a day, as an end to the sentence that says so. */
export const absenceSentences: Readonly<Record<Absence, Labels>> = {
  'nothing-on-record': { fr: 'rien n’est consigné à cette date.', en: 'nothing is on record by that day.' },
  'only-support': {
    fr: 'seuls des soutiens à d’autres sont consignés.',
    en: 'only support given to others is on record.',
  },
  'plan-dropped': {
    fr: 'ce qui était annoncé n’est plus attendu, et rien d’autre n’est consigné.',
    en: 'what was announced is no longer expected, and nothing else is on record.',
  },
  'nothing-that-counts': {
    fr: 'ce qui est consigné ne compte pas, ou plus, à cette date.',
    en: 'what is on record does not count, or no longer counts, on that day.',
  },
}

/** The same for a moment before anything was recorded here: that says nothing of what was told at the time. */
export const absenceBeforeRecording: typeof absenceSentences = {
  ...absenceSentences,
  'nothing-on-record': {
    fr: 'rien n’était encore enregistré ici à ce moment ; la lecture « par les documents » dit ce que ceux de l’époque racontaient.',
    en: 'nothing was recorded here yet at that moment; the reading “by documents” says what those of the time told.',
  },
}
