import type { KindCode } from '#domain/steps/catalogue/catalogue.js'

/** What a kind of step usually asks of the organisation that takes it. */
export interface Means {
  /** `light`: some days of a few people; `moderate`: some weeks, or a lasting commitment; `heavy`: months, a team or a budget. */
  readonly effort: 'light' | 'moderate' | 'heavy'
  /** Usually taken together with others, who share the effort. */
  readonly collective: boolean
  /** False for what others grant, or what shows afterwards: one cannot decide to take it. */
  readonly ofOwnWill: boolean
}

const means = (effort: Means['effort'], more: Partial<Omit<Means, 'effort'>> = {}): Means => ({
  effort,
  collective: false,
  ofOwnWill: true,
  ...more,
})
const shared = { collective: true } as const
const notChosen = { ofOwnWill: false } as const

/** What a kind asks; one that nobody judged yet counts as moderate, so that a new kind is still one entry of the catalogue. */
export const meansOfKind = (kind: KindCode): Means => known[kind] ?? means('moderate')

/**
 * A judgement of ours, for want of figures, and to be discussed: it only puts advice in order and decides no position.
 * Where a programme has a price, that figure stands beside it.
 */
const known: Readonly<Partial<Record<KindCode, Means>>> = {
  seminar: means('light'),
  interest: means('light'),
  posture: means('light'),
  residency: means('heavy'),
  experiment: means('moderate', shared),
  'immersion-week': means('moderate'),
  prototype: means('moderate'),
  'follow-up': means('light'),
  transfo: means('heavy'),
  mandate: means('light'),
  'lab-prefiguration': means('moderate'),
  lab: means('heavy'),
  'training-session': means('light'),
  'training-path': means('moderate'),
  gathering: means('light', shared),
  'innovation-week': means('light', shared),
  'peer-exchange': means('light', shared),
  'visit-hosted': means('light', shared),
  transfer: means('moderate'),
  place: means('heavy'),
  partnership: means('light', shared),
  'shared-governance': means('moderate', shared),
  commons: means('light'),
  publication: means('light'),
  award: means('light', notChosen),
  scaling: means('heavy'),
  'foresight-workshop': means('light'),
  'foresight-test': means('light'),
  inquiry: means('moderate', shared),
  evaluation: means('moderate'),
  effect: means('light', notChosen),
  sponsor: means('light', notChosen),
  'governance-seat': means('light', shared),
  'governance-decision': means('light'),
  membership: means('light', shared),
  setback: means('light', notChosen),
  programme: means('heavy', notChosen),
  target: means('light'),
  note: means('light'),
}

const weights = { light: 1, moderate: 3, heavy: 9 } as const

/** For putting in order only: three light steps weigh as much as a moderate one. */
export const weightOfEffort = (kind: KindCode): number => weights[meansOfKind(kind).effort]
