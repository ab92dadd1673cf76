import type { Labels } from '#domain/kernel/labels.js'
import { codes, countOf, sizeOf, type CodeList } from '#domain/steps/declaring/attribute.js'

/** Attributes that several kinds have, under one name and one meaning each. */
export const participants = countOf('participants', 'participants')
export const agentsTrained = countOf('agents formés', 'agents trained')
export const team = sizeOf('taille de l’équipe', 'team size', {
  having: { fr: 'une équipe de', en: 'a team of' },
  counts: { fr: 'l’équipe compte', en: 'the team has' },
  members: { fr: 'personnes', en: 'people' },
  size: { fr: 'la taille de l’équipe', en: 'the size of the team' },
})
export const weeks = countOf('semaines', 'weeks')
export const days = countOf('jours', 'days')
export const months = countOf('mois', 'months')

export const audience = codes('public visé', 'audience', {
  agents: { fr: 'agents', en: 'agents' },
  elected: { fr: 'élus', en: 'elected members' },
  public: { fr: 'public', en: 'public' },
})

/** What stands in the way, and what may end a step as well. */
export const setbackNatures = {
  'change-of-majority': { fr: 'changement de majorité', en: 'change of majority' },
  'budget-cut': { fr: 'coupe budgétaire', en: 'budget cut' },
  'sponsor-lost': { fr: 'perte d’un sponsor', en: 'loss of a sponsor' },
  reorganisation: { fr: 'réorganisation', en: 'reorganisation' },
  demotivation: { fr: 'démotivation', en: 'demotivation' },
  'long-wait': { fr: 'longue attente', en: 'long wait for approval' },
  disagreement: { fr: 'désaccord', en: 'disagreement' },
  'no-lab': { fr: 'pas de labo', en: 'no lab in the end' },
  merger: { fr: 'fusion', en: 'merger' },
  other: { fr: 'autre', en: 'other' },
} as const satisfies CodeList

/** Why something that lasted came to its end. */
export const endReasons = {
  'chosen-dissolution': { fr: 'dissolution choisie', en: 'chosen dissolution' },
  ...setbackNatures,
} as const satisfies CodeList

/** The same in words, by a code that is on record; undefined where there is no word for it. */
export const endReasonCalled = (code: string): Labels | undefined =>
  new Map<string, Labels>(Object.entries(endReasons)).get(code)
