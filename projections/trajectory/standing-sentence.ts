import type { Labels } from '#domain/steps/labels.js'
import type { TrackAnswer } from '#domain/maturity/answer.js'
import { nameOfDay, nameOfRange, sentenceOfDay } from '#domain/time/edtf-sentence.js'
import type { Day } from '#domain/time/day.js'
import type { Language } from '#domain/time/wording.js'
import type { IntervalSet } from '#domain/time/interval-set.js'

/** A rank with its name in the model. */
export interface NamedRank {
  readonly rank: number
  readonly code: string
  readonly labels: Labels
}

export interface StandingToSay {
  readonly answer: TrackAnswer
  /** The rank of the summary; absent when none. */
  readonly summed?: NamedRank
  /** The highest rank held for certain. */
  readonly held?: NamedRank
  /** The days on which the rank of the summary possibly held on fresh evidence: after the last of them it went stale. */
  readonly fresh: IntervalSet
  readonly day: Day
  /** How the model says that nothing is observed. */
  readonly unobserved: Labels
  /** Why nothing is observed, where more can be said than that. */
  readonly because?: Labels
}

/** Where it stands in one dimension or by position, in one sentence for each of the four answers. */
export const standingSentence = (standing: StandingToSay): Labels => {
  const { answer, summed, unobserved, because } = standing
  if (summed === undefined) {
    return because === undefined
      ? { fr: `${capital(unobserved.fr)}.`, en: `${capital(unobserved.en)}.` }
      : { fr: `${capital(unobserved.fr)} : ${because.fr}`, en: `${capital(unobserved.en)}: ${because.en}` }
  }
  switch (answer.summary.state) {
    case 'held':
      return heldSentence(summed, answer)
    case 'possible':
      return beside(possibleSentence(summed, answer), standing)
    case 'stale':
      return beside(staleSentence(summed, standing), standing)
    case 'none':
      return unobserved
  }
}

const heldSentence = ({ labels }: NamedRank, { holding }: TrackAnswer): Labels => {
  const until = holding.certain?.end ?? null
  return {
    fr: `${capital(labels.fr)}${sinceHeld(holding, 'fr')}${until === null ? '.' : ` ; sans nouvelle d’ici là, à confirmer à partir ${of(until)}.`}`,
    en: `${capital(labels.en)}${sinceHeld(holding, 'en')}${until === null ? '.' : `; without news by then, to be confirmed from ${on(until)} on.`}`,
  }
}

const possibleSentence = ({ labels }: NamedRank, { holding }: TrackAnswer): Labels => ({
  fr: `Peut-être ${labels.fr}${since(holding.possible?.begin, 'fr')} : une date ou un chiffre est trop vague pour en être sûr.`,
  en: `Perhaps ${labels.en}${since(holding.possible?.begin, 'en')}: a date or a figure is too vague to be sure.`,
})

/** Since some day between the first on which it may hold and the first on which it surely does: «depuis octobre 2011». */
const sinceHeld = ({ certain, possible }: TrackAnswer['holding'], language: Language): string => {
  if (certain === undefined || possible === undefined) return ''
  if (certain.begin === possible.begin) return since(certain.begin, language)
  const name = nameOfRange({ earliest: possible.begin, latest: certain.begin }, language)
  if (name !== undefined) return language === 'fr' ? ` depuis ${name}` : ` since ${name}`
  return language === 'fr'
    ? `${since(certain.begin, 'fr')} au plus tard`
    : `${since(certain.begin, 'en')} at the latest`
}

const staleSentence = ({ labels }: NamedRank, { answer, fresh, day }: StandingToSay): Labels => {
  const lastFresh = fresh.findLast(({ end }) => end !== null && end <= day)?.end
  const surely = answer.summary.state === 'stale' && answer.summary.surely
  return {
    fr: `${capital(labels.fr)}${surely ? '' : ' peut-être'} aux dernières nouvelles, à confirmer${lastFresh == null ? '' : ` depuis ${french(lastFresh)}`}.`,
    en: `${surely ? '' : 'Perhaps '}${surely ? capital(labels.en) : labels.en} when last heard of, to be confirmed${lastFresh == null ? '' : ` since ${on(lastFresh)}`}.`,
  }
}

/** The highest rank that is certain, where it is another than the one that the sentence is about. */
const beside = (sentence: Labels, { held, summed }: StandingToSay): Labels =>
  held === undefined || held.rank === summed?.rank
    ? sentence
    : {
        fr: `${sentence.fr} À coup sûr : ${held.labels.fr}.`,
        en: `${sentence.en} For certain: ${held.labels.en}.`,
      }

const since = (day: Day | undefined, language: Language): string => {
  if (day === undefined) return ''
  return language === 'fr' ? ` depuis ${french(day)}` : ` since ${on(day)}`
}

const french = (day: Day): string => sentenceOfDay(day, 'fr')
const of = (day: Day): string => `du ${nameOfDay(day, 'fr')}`
const on = (day: Day): string => nameOfDay(day, 'en')

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
