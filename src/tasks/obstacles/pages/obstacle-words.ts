import { askedWords } from '#src/web/layout/asked-words.js'
import type { Labels } from '#domain/kernel/labels.js'

/** The page about setbacks. */
export const obstacleWords = {
  title: { fr: 'Parcours d’obstacles', en: 'Obstacle course' },
  lead: {
    fr: 'Ce qui s’est mis en travers, à quelle étape, combien de temps, et comment cela a continué. Cela ne classe personne.',
    en: 'What stood in the way, at which step, for how long, and how it went on. Nobody is ranked by it.',
  },
  filters: { fr: 'Filtres', en: 'Filters' },
  kind: { fr: 'Rencontré au cours de', en: 'Met in the course of' },
  anyKind: { fr: 'sans filtre', en: 'any' },
  nature: askedWords.nature,
  anyNature: { fr: 'sans filtre', en: 'any' },
  show: { fr: 'Appliquer les filtres', en: 'Apply the filters' },
  none: {
    fr: 'Aucun obstacle consigné ne répond à ces choix.',
    en: 'No setback on record answers these choices.',
  },
  one: { fr: 'obstacle consigné', en: 'setback on record' },
  many: { fr: 'obstacles consignés', en: 'setbacks on record' },
  overcome: { fr: 'surmonté', en: 'overcome' },
  notOvercome: { fr: 'rien n’en dit la fin', en: 'nothing tells its end' },
  overcomeMany: { fr: 'surmontés', en: 'overcome' },
  unnamed: { fr: 'Nature non dite', en: 'Nature not told' },
  at: { fr: 'Au cours de', en: 'In the course of' },
  ofProgramme: { fr: 'd’après son programme', en: 'by its programme' },
  atUnknown: { fr: 'nul ne dit à quelle étape', en: 'nobody says at which step' },
  lasted: { fr: 'Surmonté', en: 'Overcome' },
  lastedUnknown: { fr: 'nul ne dit en combien de temps', en: 'nobody says within how long' },
  told: { fr: 'Ce qu’on en dit', en: 'What is told of it' },
  led: { fr: 'Ce qui en est sorti', en: 'What came out of it' },
  later: { fr: 'Ce qui est venu ensuite', en: 'What came afterwards' },
  source: { fr: 'Source', en: 'Source' },
} as const satisfies Record<string, Labels>
