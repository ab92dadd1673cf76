import type { KindCode } from '#domain/steps/catalogue/catalogue.js'

/**
 * Shares of the real history that ships with the program, counted in it: of 216 steps told by 112 organisations. What is
 * made up follows them, so that what is tried on it resembles what will be recorded.
 */

/** How often each kind of step is told by an organisation on its own. */
export const kindsAlone = {
  residency: 20,
  membership: 16,
  lab: 16,
  experiment: 10,
  scaling: 9,
  'foresight-workshop': 7,
  'innovation-week': 6,
  seminar: 6,
  inquiry: 5,
  transfo: 5,
  setback: 4,
  partnership: 4,
  programme: 4,
  place: 4,
  'training-session': 4,
  'governance-decision': 3,
  award: 3,
  commons: 2,
  publication: 2,
  interest: 2,
  effect: 2,
  'shared-governance': 1,
} as const satisfies Partial<Record<KindCode, number>>

/** The same of what several took together: 121 of the 216, in 29 groups. */
export const kindsTogether = {
  gathering: 31,
  residency: 9,
  transfo: 9,
  partnership: 10,
  'peer-exchange': 9,
  seminar: 6,
  experiment: 5,
} as const satisfies Partial<Record<KindCode, number>>

/** Which share of all facts is of steps taken together, and how many take one. */
export const together = { share: 0.45, fewest: 2, most: 8 } as const

/** How precisely the beginning of a step is known. `window`: only between two dates. */
export const precisions = {
  month: 74,
  year: 42,
  day: 31,
  'about-year': 26,
  window: 26,
  'about-month': 5,
} as const
export type Precision = keyof typeof precisions

/** The years in which steps began. */
export const years = {
  2008: 2,
  2009: 6,
  2010: 7,
  2011: 5,
  2012: 23,
  2013: 4,
  2014: 28,
  2015: 38,
  2016: 18,
  2017: 11,
  2018: 9,
  2019: 2,
  2020: 3,
  2021: 2,
  2022: 5,
  2023: 15,
} as const

/** Roles in a step of one's own, and beside others. */
export const rolesAlone = { lead: 80, operator: 21, host: 9, 'co-lead': 7, beneficiary: 1 } as const
export const rolesBeside = { participant: 51, partner: 16, host: 5, funder: 5, 'co-funder': 2 } as const

/** How far a running step has come, and what became of an announcement. */
export const lives = { done: 60, underWay: 27, announced: 10, abandoned: 3 } as const

/** Which share of facts says when its source spoke, how sure it is, and how many took part. */
export const told = { statedOn: 0.65, highConfidence: 0.55, participants: 0.1, follows: 0.09 } as const

/** Which share of facts is corrected later, or taken back. */
export const amended = { corrected: 0.03, retracted: 0.004 } as const
