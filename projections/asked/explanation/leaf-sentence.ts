import { present } from '#domain/kernel/present.js'
import type { Comparison, LeafCriterion, StandingCriterion } from '#domain/maturity/model/criterion.js'
import { staleFrom } from '#domain/maturity/evaluation/evaluate.js'
import type { Standing } from '#domain/maturity/evaluation/evidence.js'
import type { Day } from '#domain/time/day.js'
import { nameOfDay, sentenceOfDay, sentenceOfDuration, sinceRange } from '#domain/time/edtf-sentence.js'
import type { Language } from '#domain/kernel/labels.js'
import { askedValue, declarationOf, unknownWords, valueWords } from './attribute-words.js'
import { countedBy, kindsOf } from './asks.js'
import { endReasonCalled } from '#domain/steps/catalogue/shared-attributes.js'
import { evidenceNoun } from './evidence-noun.js'
import type { NodeAnswer, Shortfall } from './explanation.js'
import type { NearMiss } from './near-miss.js'
import {
  beginOf,
  heritageOf,
  hasSiblings,
  isStanding,
  lastNewsBy,
  stageOf,
  titleOf,
  whenOfRange,
  type OnRecord,
  type Piece,
} from './pieces.js'
import { explanationWords } from './explanation-words.js'
import type { EndingHow, Subject, ToldStanding } from './words.js'

/** A leaf with everything that its sentence tells. */
export interface LeafToSay {
  readonly leaf: LeafCriterion
  readonly answer: NodeAnswer
  readonly day: Day
  /** What counts on the day, stale or not. */
  readonly rests: readonly Piece[]
  /** What is on record of the kind, and why it does not make the leaf hold. */
  readonly near: readonly NearMiss[]
  readonly shortfall: Shortfall
  /** The first day on which it was stale. */
  readonly staleSince: Day | undefined
  readonly record: OnRecord
}

/** The answer of a leaf in words. */
export const leafSentence = (said: LeafToSay, language: Language): string =>
  said.leaf.form === 'standing'
    ? standingSentence(said, said.leaf, language)
    : countSentence(said, said.leaf, language)

const MOST_LISTED = 4

const countSentence = (
  { leaf, answer, day, rests, near, shortfall, staleSince, record }: LeafToSay,
  { form, kinds, within }: Exclude<LeafCriterion, StandingCriterion>,
  language: Language,
): string => {
  const words = explanationWords[language]
  const nouns = kinds.map(evidenceNoun)
  const list = (pieces: readonly Piece[], kindNamed = false) =>
    listOf(
      pieces.map((piece) => ({ piece })),
      new Set(kindNamed ? pieces.map(({ kind }) => kind) : kinds).size > 1,
      leaf,
      record,
      language,
    )
  if (answer.state !== 'none') {
    const present = new Set(rests.map(({ kind }) => kind))
    const number = form === 'sum' ? amount(shortfall, language) : String(rests.length)
    const what =
      leaf.form === 'sum'
        ? countedBy(leaf, language)
        : words.pieces(
            rests.length,
            nouns.filter((_, index) => present.has(kinds[index] ?? '')),
          )
    const told = words.counted(number, what, list(rests, form === 'count'), !answer.holds.kept)
    if (answer.state === 'possible' && answer.holds.kept) return words.perhapsOld(told)
    return answer.state === 'stale'
      ? words.stale(told, staleSince === undefined ? undefined : nameOfDay(staleSince, language))
      : told
  }
  const counting = near.filter(({ why }) => why === 'counts').map(({ piece }) => piece)
  if (counting.length > 0) {
    return words.soFar(amount(shortfall, language), String(shortfall.asked), list(counting))
  }
  const old = near.filter(({ why }) => why === 'too-old').map(({ piece }) => piece)
  if (old.length > 0 && within !== undefined)
    return words.tooOld(list(old), sentenceOfDuration(within, language))
  const announced = near.filter(({ why }) => why === 'announced')
  if (announced.length > 0) {
    return announced
      .map(({ piece }) => words.announced(toldOf(piece as Standing, { record, day }, language)))
      .join(' ')
  }
  return near.length > 0
    ? words.noneMatches(listOf(near, kinds.length > 1, leaf, record, language))
    : words.nothing(nouns)
}

const amount = ({ least, most }: Shortfall, language: Language): string =>
  least === most ? String(least) : explanationWords[language].between(least, most)

/** A piece, and where it does not match, what of it. */
type Listed = Pick<NearMiss, 'piece'> & { readonly why?: NearMiss['why']; readonly comparison?: Comparison }

/** The pieces in the order of their days, the last ones where there are many, each with its title or kind and its date. */
const listOf = (
  pieces: readonly Listed[],
  withKind: boolean,
  leaf: LeafCriterion,
  record: OnRecord,
  language: Language,
): string => {
  const ordered = pieces.toSorted((one, other) => beginOf(one.piece) - beginOf(other.piece))
  const shown = ordered.length > MOST_LISTED ? ordered.slice(1 - MOST_LISTED) : ordered
  const items = shown.map(({ piece, ...why }) => {
    const when = whenOfRange(isStanding(piece) ? piece.begin : piece.range, piece, record, language)
    const asked =
      why.why === 'mismatch' ? why.comparison?.attribute : leaf.form === 'sum' ? leaf.quantity : undefined
    const value = asked === undefined ? undefined : piece.attributes[asked]
    const figure =
      asked === undefined || value === undefined
        ? ''
        : `, ${valueWords(asked, value, kindsOf(leaf), language)}`
    const from = heritageOf(piece, record)
    const heritage = from === undefined ? '' : `, ${explanationWords[language].inheritedFrom(from)}`
    return `${nameOf(piece, withKind, record, language)} (${when}${figure}${heritage})`
  })
  const hidden = ordered.length - shown.length
  return [...items, ...(hidden > 0 ? [explanationWords[language].others(hidden)] : [])].join(', ')
}

const nameOf = (piece: Piece, withKind: boolean, record: OnRecord, language: Language): string => {
  const title = titleOf(piece, record)
  const kind = evidenceNoun(piece.kind).one[language]
  if (title === undefined) return kind
  const quoted = explanationWords[language].quoted(title)
  return withKind ? `${kind} ${quoted}` : quoted
}

const standingSentence = (said: LeafToSay, leaf: StandingCriterion, language: Language): string => {
  const { answer, rests, near, shortfall } = said
  const words = explanationWords[language]
  const noun = evidenceNoun(leaf.kind)
  if (answer.state === 'none') {
    if (near.length === 0) return words.nothing([noun])
    const misses = near.slice(-MOST_LISTED).map((miss) => missSentence(miss, leaf, said, language))
    const counted = near.some(({ why }) => why === 'counts')
      ? [words.soFar(amount(shortfall, language), String(leaf.atLeast), '')]
      : []
    return [...counted, ...misses].join(' ')
  }
  const standings = rests.filter(isStanding)
  const shown = standings.slice(-MOST_LISTED).map((piece) => heldSentence(piece, said, language))
  const sentence = shown.join(' ')
  if (answer.state === 'possible' && answer.holds.kept) return words.perhapsOld(sentence)
  return answer.state === 'stale'
    ? words.stale(sentence, said.staleSince === undefined ? undefined : nameOfDay(said.staleSince, language))
    : sentence
}

const heldSentence = (piece: Standing, said: LeafToSay, language: Language): string => {
  const words = explanationWords[language]
  const told = toldOf(piece, said, language)
  const perhaps = !said.answer.holds.kept
  if (said.answer.state !== 'stale') return words.stands(told, perhaps)
  const news = lastNewsBy(piece, said.day)
  return words.stood(
    told,
    perhaps,
    news === undefined ? undefined : whenOfRange(news, piece, said.record, language),
  )
}

const toldOf = (
  piece: Standing,
  { record, day }: Pick<LeafToSay, 'record' | 'day'>,
  language: Language,
): ToldStanding => {
  const noun = evidenceNoun(piece.kind)
  const completed = stageOf(piece, record, 'completed')
  const started = stageOf(piece, record, 'started')
  const onlyCompleted = noun.aspect === 'undertaken' && started === undefined && completed !== undefined
  return present({
    subject: subjectOf(piece, record),
    aspect: onlyCompleted ? 'completed' : noun.aspect,
    since: sinceRange(piece.begin, language),
    when: whenOfRange(piece.begin, piece, record, language),
    completed:
      noun.aspect === 'undertaken' && completed !== undefined && completed.latest <= day
        ? whenOfRange(completed, piece, record, language)
        : undefined,
  })
}

/** A step as the subject of a sentence; its title only where others of its kind are on record. */
export const subjectOf = (piece: Piece, record: OnRecord): Subject =>
  present({
    noun: evidenceNoun(piece.kind),
    title: hasSiblings(piece, record) ? titleOf(piece, record) : undefined,
    from: heritageOf(piece, record),
  })

const missSentence = (
  miss: NearMiss,
  leaf: StandingCriterion,
  said: LeafToSay,
  language: Language,
): string => {
  const words = explanationWords[language]
  const { record } = said
  const piece = miss.piece as Standing // what a criterion on a standing looks at
  const told = toldOf(piece, said, language)
  switch (miss.why) {
    case 'ended':
      return words.ended(
        told,
        whenOfRange(miss.range, piece, record, language),
        howEnded(piece, record),
        miss.reason === undefined ? undefined : (endReasonCalled(miss.reason)?.[language] ?? miss.reason),
      )
    case 'announced':
      return words.announced(told)
    case 'suspended':
      return words.suspended(told.subject, whenOfRange(miss.range, piece, record, language))
    case 'too-young':
      return words.tooYoung(
        told,
        leaf.for === undefined ? '' : sentenceOfDuration(leaf.for, language),
        sentenceOfDay(miss.reached, language),
      )
    case 'mismatch': {
      const kinds = [leaf.kind]
      const { comparison, value } = miss
      return words.butAsked(
        standsOrStood(piece, leaf, said, language),
        value === undefined
          ? words.missingFigure(unknownWords(comparison.attribute, kinds, language), {
              noun: told.subject.noun,
            })
          : valueWords(comparison.attribute, value, kinds, language),
        askedValue(comparison, declarationOf(kinds, comparison.attribute), language),
        comparison.oneOf === undefined,
      )
    }
    case 'counts':
    case 'too-old':
      return standsOrStood(piece, leaf, said, language)
  }
}

/** In the past where its last news are too old. */
const standsOrStood = (
  piece: Standing,
  { fresh }: StandingCriterion,
  { day, record, ...said }: LeafToSay,
  language: Language,
): string => {
  const words = explanationWords[language]
  const told = toldOf(piece, { ...said, day, record }, language)
  if (fresh === undefined || day < staleFrom(piece, fresh).possible) return words.stands(told, false)
  const news = lastNewsBy(piece, day)
  return words.stood(told, false, news === undefined ? undefined : whenOfRange(news, piece, record, language))
}

/** How a standing ended, as the facts of its step tell. */
const howEnded = (piece: Standing, record: OnRecord): EndingHow => {
  const { aspect } = evidenceNoun(piece.kind)
  const has = (...stages: Parameters<typeof stageOf>[2][]) => stageOf(piece, record, ...stages) !== undefined
  if (aspect === 'planned') {
    return has('started', 'begun', 'happened', 'completed')
      ? 'followed'
      : has('plan-dropped')
        ? 'dropped'
        : 'ended'
  }
  if (has('abandoned')) return 'abandoned'
  return has('completed') ? 'completed' : 'ended'
}
