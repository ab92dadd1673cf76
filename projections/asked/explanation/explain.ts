import type { Lineage } from '#domain/evidence/lineage.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { answerAt, type Answer, type TrackAnswer } from '#domain/maturity/answer.js'
import { nameOn } from '#domain/organisation/profile-on-record.js'
import type { Labels } from '#domain/kernel/labels.js'
import { day as dayOf, isoOfDay, type Day } from '#domain/time/day.js'
import type { AssessedOrganisation } from '#domain/trajectory/assess-organisation.js'
import {
  describeTrajectory,
  evidenceFacts,
  type ModelNamed,
} from '#projections/asked/trajectory/describe-trajectory.js'
import type { Question } from '#domain/trajectory/question.js'
import { factsOfLineage } from '#projections/asked/trajectory/told-fact.js'
import { explainCriterion, type Explaining } from './explain-criterion.js'
import type { CriterionNode, ExplainedRank, Explanation } from './explanation.js'
import { expiriesOf } from './expiries.js'
import { situationsOf } from './situations.js'
import { lackSentence, supportSentence, type LevelsTold, type LevelTold } from './told-tree.js'
import { explanationWords } from './explanation-words.js'

/**
 * Why an organisation stands where it does on a day: every level and every position with the tree of its criterion, and
 * the same as sentences. Where the organisation has ended its last day is explained. Pure.
 */
export const explain = (
  assessed: AssessedOrganisation,
  named: ModelNamed,
  question: Question,
): Explanation => {
  const { lineage, trajectory } = assessed
  const view = describeTrajectory(assessed, named, question)
  const day = explainedDay(assessed, question.asOf)
  const answer = answerAt(trajectory, day)
  const facts = factsOfLineage(lineage)
  const record = { evidence: trajectory.evidence, facts, names: namesOf(lineage, day) }
  const explaining = { model: named.model, day, leafEvidence: trajectory.leafEvidence, record }
  const levels = levelsOf(assessed, explaining, answer)
  const dimensions = explainDimensions(named, levels, answer, view.dimensions)
  const position = explainPosition(
    assessed,
    { ...explaining, levels },
    answer,
    (view.lastStanding ?? view.standing).sentence,
  )
  const situations = [...situationsOf(assessed, answer, view.period, record)]
  const cited = [
    ...answer.events,
    ...position.events,
    ...dimensions.flatMap(({ events }) => events),
    ...situations.flatMap(({ events }) => events.filter((event) => facts.has(event))),
  ]
  const events = [...new Set(cited)].sort()
  return {
    organisation: view.organisation,
    asOf: view.asOf,
    explained: isoOfDay(day),
    knownAt: view.knownAt,
    knownBy: view.knownBy,
    model: view.model,
    period: view.period,
    situations,
    position,
    dimensions,
    warnings: view.period === 'ended' ? [] : warningsOf(assessed, named, answer),
    events,
    evidence: evidenceFacts(assessed, facts, events),
  }
}

/** The asked day, or the last one of an organisation that has ended by then. */
const explainedDay = ({ trajectory: { existence } }: AssessedOrganisation, asOf: Day): Day =>
  existence.ends !== undefined && existence.ends <= asOf ? dayOf(existence.ends - 1) : asOf

const namesOf = ({ id, history, predecessors }: Lineage, day: Day): ReadonlyMap<OrganisationId, string> =>
  new Map([
    [id, nameOn(history, day)],
    ...predecessors.flatMap((predecessor) => [...namesOf(predecessor, day)]),
  ])

type ExplainingAlone = Omit<Explaining, 'levels'>

/** Levels by their dimension and number, each explained once, when first asked for. */
const levelsOf = (
  { trajectory }: AssessedOrganisation,
  explaining: ExplainingAlone,
  answer: Answer,
): LevelsTold => {
  const { dimensions } = explaining.model
  const known = new Map<string, LevelTold>()
  const levels: LevelsTold = {
    told: (dimension, level) => {
      const key = `${dimension} ${level}`
      const before = known.get(key)
      if (before !== undefined) return before
      const declared = dimensions.find(({ code }) => code === dimension)
      const label = declared?.levels[level - 1]?.labels
      const evaluated = trajectory.dimensions.find((track) => track.dimension === dimension)?.ranked[
        level - 1
      ]
      if (declared === undefined || label === undefined || evaluated === undefined) return undefined
      const node = explainCriterion(evaluated, { ...explaining, levels })
      const told = { dimension: declared.labels, label, node }
      known.set(key, told)
      return told
    },
    reached: (dimension) => {
      const rank = answer.dimensions.find((track) => track.dimension === dimension)?.summary.rank ?? 0
      return dimensions.find(({ code }) => code === dimension)?.levels[rank - 1]?.labels
    },
  }
  return levels
}

const explainDimensions = (
  { model }: ModelNamed,
  levels: LevelsTold,
  answer: Answer,
  standings: readonly { readonly sentence: Labels }[],
): Explanation['dimensions'] =>
  model.dimensions.flatMap((declared, index) => {
    const [track, standing] = [answer.dimensions[index], standings[index]]
    if (track === undefined || standing === undefined) return []
    const nodes = declared.levels.flatMap((_, place) => levels.told(declared.code, place + 1)?.node ?? [])
    const ranks = ranksOf(declared.levels, nodes, track.summary.rank)
    return [
      {
        dimension: { code: declared.code, labels: declared.labels },
        ...trackTold(track, ranks, standing.sentence, levels),
        levels: ranks,
      },
    ]
  })

const explainPosition = (
  { trajectory }: AssessedOrganisation,
  explaining: Explaining,
  answer: Answer,
  standing: Labels,
): Explanation['position'] => {
  const nodes = trajectory.position.ranked.map((evaluated) => explainCriterion(evaluated, explaining))
  const positions = ranksOf(explaining.model.positions, nodes, answer.position.summary.rank)
  return { ...trackTold(answer.position, positions, standing, explaining.levels), positions }
}

const ranksOf = (
  declared: readonly { readonly code: string; readonly labels: Labels }[],
  nodes: readonly CriterionNode[],
  top: number,
): ExplainedRank[] =>
  declared.flatMap(({ code, labels }, index) => {
    const node = nodes[index]
    if (node === undefined) return []
    const rank = index + 1
    const part = node.answer.state !== 'none' ? 'holds' : rank === top + 1 ? 'next' : 'other'
    return [{ code, labels, rank, part, answer: node.answer, criterion: node }]
  })

const trackTold = (
  { summary, events }: TrackAnswer & { readonly events: readonly string[] },
  ranks: readonly ExplainedRank[],
  standing: Labels,
  levels: LevelsTold,
) => {
  const top = ranks[summary.rank - 1]
  const next = ranks.find(({ part }) => part === 'next')
  const missing = top?.criterion.missing ?? []
  const sentence = (language: 'fr' | 'en'): string =>
    [
      standing[language],
      top === undefined ? '' : supportSentence(top.criterion, levels, language),
      missing.length === 0
        ? ''
        : explanationWords[language].settling(missing.map((one) => one.sentence[language])),
    ]
      .filter((part) => part !== '')
      .join(' ')
  return {
    state: summary.state,
    rank: summary.rank,
    sentence: { fr: sentence('fr'), en: sentence('en') },
    ...(next !== undefined && {
      next: { fr: nextTold(next, levels, 'fr'), en: nextTold(next, levels, 'en') },
    }),
    missing: [...missing],
    events: [...new Set([...events, ...ranks.flatMap(({ criterion }) => eventsIn(criterion))])].sort(),
  }
}

const nextTold = ({ labels, criterion }: ExplainedRank, levels: LevelsTold, language: 'fr' | 'en'): string =>
  `${explanationWords[language].next(labels[language], criterion.asks[language])} ${lackSentence(criterion, levels, language)}`.trim()

const eventsIn = ({ events, parts }: CriterionNode): readonly string[] => [
  ...events,
  ...parts.flatMap(eventsIn),
]

const warningsOf = (
  { trajectory }: AssessedOrganisation,
  { model }: ModelNamed,
  answer: Answer,
): Explanation['warnings'] => {
  const { fr, en } = explanationWords
  const dimensions = model.dimensions.flatMap(({ code, labels, levels }, index) => {
    const [track, told] = [trajectory.dimensions[index], answer.dimensions[index]]
    if (track === undefined || told === undefined) return []
    const names = levels.map((level) => ({
      fr: fr.levelName(labels.fr, level.labels.fr),
      en: en.levelName(labels.en, level.labels.en),
    }))
    return [{ dimension: code, ranked: track.ranked, summary: told.summary, names }]
  })
  const position = {
    dimension: null,
    ranked: trajectory.position.ranked,
    summary: answer.position.summary,
    names: model.positions.map(({ labels }) => labels),
  }
  return [...expiriesOf([position, ...dimensions], answer.day, trajectory.existence.ends)]
}
