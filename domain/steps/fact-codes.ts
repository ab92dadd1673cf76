import type { CodeList } from './declaring/attribute.js'

/** The codes of the fields that every fact has, with the words that people use for them. */
export const certainties = {
  high: { fr: 'haute', en: 'high', aliases: ['forte', 'élevée', 'sûre'] },
  medium: { fr: 'moyenne', en: 'medium' },
  low: { fr: 'basse', en: 'low', aliases: ['faible'] },
} as const satisfies CodeList

export const yesNoUnknown = {
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  unknown: { fr: 'inconnu', en: 'unknown', aliases: ['?', 'ne sait pas'] },
} as const satisfies CodeList

export const sourceKinds = {
  web: { fr: 'web', en: 'web', aliases: ['page web', 'site'] },
  document: { fr: 'document', en: 'document' },
  'document+web': { fr: 'document et web', en: 'document and web' },
  testimony: { fr: 'témoignage', en: 'testimony', aliases: ['entretien', 'oral'] },
} as const satisfies CodeList

export const taxBases = {
  HT: { fr: 'HT', en: 'excluding tax', aliases: ['hors taxes'] },
  TTC: { fr: 'TTC', en: 'including tax', aliases: ['toutes taxes comprises'] },
} as const satisfies CodeList
