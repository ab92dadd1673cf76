import { withCapital } from '#domain/kernel/first-letter.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import type { TrackAnswer } from '#domain/maturity/answer.js'
import { nameOfDay, nameOfRange, sentenceOfDay } from '#domain/time/edtf-sentence.js'
import { day as dayOf, type Day } from '#domain/time/day.js'
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
  /** The days on which the rank of the summary held for certain. */
  readonly certain: IntervalSet
  /** The days on which it possibly held on fresh evidence: after the last of them it went stale. */
  readonly fresh: IntervalSet
  /** The first day on which the organisation no longer existed: nothing is said of what lies behind. */
  readonly ends?: Day
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
      ? { fr: `${withCapital(unobserved.fr)}.`, en: `${withCapital(unobserved.en)}.` }
      : {
          fr: `${withCapital(unobserved.fr)} : ${because.fr}`,
          en: `${withCapital(unobserved.en)}: ${because.en}`,
        }
  }
  switch (answer.summary.state) {
    case 'held':
      return heldSentence(summed, standing)
    case 'possible':
      return beside(possibleSentence(summed, standing), standing)
    case 'stale':
      return beside(staleSentence(summed, standing), standing)
    case 'none':
      return unobserved
  }
}

const heldSentence = ({ labels }: NamedRank, { answer: { holding }, ends }: StandingToSay): Labels => {
  const ahead = aheadOf(holding, ends)
  return {
    fr: `${withCapital(labels.fr)}${sinceHeld(holding, 'fr')}${ahead === undefined ? '.' : ` ; sans autre nouvelle d’ici là, ${ahead.fr}.`}`,
    en: `${withCapital(labels.en)}${sinceHeld(holding, 'en')}${ahead === undefined ? '.' : `; without other news by then, ${ahead.en}.`}`,
  }
}

/**
 * What becomes of what holds if nothing happens: first it may be no longer sure, then to be confirmed or over, each on its
 * day. Undefined where nothing does, or where the organisation ends before.
 */
export const aheadOf = (
  { certain, possible, unrefuted }: TrackAnswer['holding'],
  ends: Day | undefined,
): Labels | undefined => {
  const comes = (day: Day | null | undefined): day is Day => day != null && (ends === undefined || day < ends)
  const [sure, fresh] = [certain?.end, possible?.end]
  const toConfirm =
    unrefuted?.end === null || (comes(fresh) && unrefuted !== undefined && unrefuted.end > fresh)
  const phases = [
    ...(comes(sure) && sure !== fresh
      ? [{ fr: `plus sûr à partir ${of(sure)}`, en: `no longer sure from ${on(sure)} on` }]
      : []),
    ...(comes(fresh)
      ? [
          toConfirm
            ? { fr: `à confirmer à partir ${of(fresh)}`, en: `to be confirmed from ${on(fresh)} on` }
            : { fr: `plus le cas à partir ${of(fresh)}`, en: `no longer so from ${on(fresh)} on` },
        ]
      : []),
  ]
  if (phases.length === 0) return undefined
  return {
    fr: phases.map(({ fr }) => fr).join(', puis '),
    en: phases.map(({ en }) => en).join(', then '),
  }
}

/** Where it once held for certain and never surely ceased to, that is said first: the doubt is of later. */
const possibleSentence = (
  { labels }: NamedRank,
  { answer: { holding }, certain, day }: StandingToSay,
): Labels => {
  const begin = holding.possible?.begin
  const sure = certain.findLast(
    (held) => held.end !== null && held.end <= day && begin !== undefined && held.begin >= begin,
  )?.end
  return sure == null
    ? {
        fr: `Peut-être ${labels.fr}${since(begin, 'fr')} : une date ou un chiffre est trop vague pour en être sûr.`,
        en: `Perhaps ${labels.en}${since(begin, 'en')}: a date or a figure is too vague to be sure.`,
      }
    : {
        fr: `${withCapital(labels.fr)} à coup sûr jusqu’au ${nameOfDay(dayOf(sure - 1), 'fr')}, peut-être encore depuis : une date ou un chiffre est trop vague pour en être sûr.`,
        en: `${withCapital(labels.en)} for certain until ${on(dayOf(sure - 1))}, perhaps still since: a date or a figure is too vague to be sure.`,
      }
}

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
  const [fr, en] = surely ? [labels.fr, labels.en] : [`peut-être ${labels.fr}`, `perhaps ${labels.en}`]
  return {
    fr: `${withCapital(fr)} aux dernières nouvelles, à confirmer${lastFresh == null ? '' : ` depuis ${french(lastFresh)}`}.`,
    en: `${withCapital(en)} when last heard of, to be confirmed${lastFresh == null ? '' : ` since ${on(lastFresh)}`}.`,
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
