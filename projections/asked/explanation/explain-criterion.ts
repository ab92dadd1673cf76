import type { Criterion, LeafCriterion } from '#domain/maturity/model/criterion.js'
import type { LeafEvidenceOf } from '#domain/maturity/reasons/contributions.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { AttributeValue } from '#domain/maturity/evaluation/evidence.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import { eventsOf } from '#domain/maturity/reasons/proof.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Day } from '#domain/time/day.js'
import { contains } from '#domain/time/interval-set.js'
import { asksOf } from './asks.js'
import type { CriterionNode, Missing, NodeAnswer, Shortfall } from './explanation.js'
import { leafSentence } from './leaf-sentence.js'
import { missingOf } from './missing.js'
import { nearMissesOf, type NearMiss } from './near-miss.js'
import { answerOf, type Reason } from './node-answer.js'
import type { OnRecord, Piece } from './pieces.js'
import { lackSentence, supportSentence, type LevelsTold } from './told-tree.js'
import { unsettledIn } from './unsettled-tree.js'

/** What a tree is explained with. */
export interface Explaining {
  readonly model: Model
  readonly day: Day
  readonly leafEvidence: LeafEvidenceOf
  readonly record: OnRecord
  readonly levels: LevelsTold
}

/** A criterion with its answer on the day, part by part. A level that it reads is named, and explained on its own. */
export const explainCriterion = (evaluated: Evaluated, explaining: Explaining): CriterionNode => {
  const { criterion } = evaluated
  const { model } = explaining
  const named = { path: criterion.path, form: criterion.form, asks: asksOf(criterion, model) }
  if (criterion.form === 'count' || criterion.form === 'sum' || criterion.form === 'standing') {
    return { ...named, ...explainedLeaf(evaluated, criterion, explaining) }
  }
  const parts =
    criterion.form === 'level' ? [] : evaluated.parts.map((part) => explainCriterion(part, explaining))
  const answer = answerOf(evaluated, explaining.day, () =>
    reasonOfParts(criterion, evaluated, parts, explaining),
  )
  const node: CriterionNode = {
    ...named,
    answer,
    sentence: { fr: '', en: '' },
    events: [],
    missing: missingIn(evaluated, answer, explaining),
    parts,
    ...readsOf(criterion, model),
    ...(criterion.form === 'of' && { atLeast: criterion.atLeast }),
  }
  return { ...node, sentence: composed(node, explaining.levels) }
}

const composed = (node: CriterionNode, levels: LevelsTold): Labels => {
  const told = node.answer.state === 'none' ? lackSentence : supportSentence
  return { fr: told(node, levels, 'fr'), en: told(node, levels, 'en') }
}

const readsOf = (criterion: Criterion, { dimensions }: Model): Pick<CriterionNode, 'reads'> => {
  if (criterion.form !== 'level') return {}
  const { dimension, atLeast, below } = criterion
  const count = dimensions.find(({ code }) => code === dimension)?.levels.length ?? 0
  const last = Math.min(count, below - 1)
  const levels = Array.from({ length: Math.max(0, last - atLeast + 1) }, (_, index) => atLeast + index)
  return { reads: { dimension, levels } }
}

const explainedLeaf = (
  evaluated: Evaluated,
  leaf: LeafCriterion,
  explaining: Explaining,
): Omit<CriterionNode, 'path' | 'form' | 'asks'> => {
  const { day, leafEvidence, record } = explaining
  const near = nearMissesOf(leaf, day, record)
  const answer = answerOf(evaluated, day, () => reasonOfLeaf(evaluated, leaf, near, day))
  const rests = leafEvidence(leaf, 'unrefuted')
    .filter(({ counts }) => contains(counts, day))
    .map(({ evidence }) => evidence)
  const shortfall = shortfallOf(leaf, day, leafEvidence)
  const staleSince =
    evaluated.sets.possible.findLast(({ end }) => end !== null && end <= day)?.end ?? undefined
  const said = { leaf, answer, day, rests, near, shortfall, staleSince, record }
  const shown = answer.state === 'none' ? near.map(({ piece }) => piece) : rests
  return {
    answer,
    sentence: { fr: leafSentence(said, 'fr'), en: leafSentence(said, 'en') },
    events: [...eventsOf(new Set<Piece>(shown), record.evidence)],
    shortfall,
    missing: missingIn(evaluated, answer, explaining),
    parts: [],
  }
}

const missingIn = (
  evaluated: Evaluated,
  { state, surely }: NodeAnswer,
  { day, leafEvidence, record }: Explaining,
): Missing[] => {
  const pair = state === 'possible' ? 'fresh' : state === 'stale' && surely === false ? 'lasting' : undefined
  if (pair === undefined) return []
  return unsettledIn(evaluated, pair, day, leafEvidence).map((unsettled) => missingOf(unsettled, record))
}

/** A standing that held is over by a contrary fact, a count by its window; else there never was enough. */
const reasonOfLeaf = (
  { sets }: Evaluated,
  leaf: LeafCriterion,
  near: readonly NearMiss[],
  day: Day,
): Reason => {
  if (sets.unrefuted.some(({ begin }) => begin <= day)) {
    return leaf.form === 'standing' ? 'contrary-fact' : 'period-over'
  }
  if (near.length === 0) return 'never-recorded'
  return near.every(({ why }) => why === 'ended' || why === 'suspended') ? 'contrary-fact' : 'not-enough'
}

const byStrength: readonly Reason[] = ['contrary-fact', 'period-over', 'not-enough', 'never-recorded']

const reasonOfParts = (
  criterion: Criterion,
  { parts }: Evaluated,
  nodes: readonly CriterionNode[],
  { levels, model }: Explaining,
): Reason => {
  if (criterion.form === 'not') return 'contrary-fact'
  const read = readsOf(criterion, model).reads
  const answers =
    read === undefined
      ? nodes.map(({ answer }) => answer)
      : read.levels.flatMap((level) => levels.told(read.dimension, level)?.node.answer ?? [])
  const reasons = new Set(answers.flatMap(({ reason }) => reason ?? []))
  return (
    byStrength.find((reason) => reasons.has(reason)) ?? (parts.length === 0 ? 'never-recorded' : 'not-enough')
  )
}

/** How much there is on the day, fresh or not: for certain, and at most. */
const shortfallOf = (leaf: LeafCriterion, day: Day, leafEvidence: LeafEvidenceOf): Shortfall => {
  const on = (reading: 'kept' | 'unrefuted') =>
    leafEvidence(leaf, reading)
      .filter(({ counts }) => contains(counts, day))
      .map(({ evidence }) => evidence)
  const asked = leaf.atLeast
  if (leaf.form !== 'sum') {
    const [least, most] = [on('kept').length, on('unrefuted').length]
    return { asked, least, most, lacks: Math.max(0, asked - least) }
  }
  const quantity = (piece: Piece): AttributeValue | undefined => piece.attributes[leaf.quantity]
  const least = total(on('kept').map((piece) => boundsOf(quantity(piece))?.min ?? 0))
  const most = total(on('unrefuted').map((piece) => boundsOf(quantity(piece))?.max ?? leaf.unknownAtMost))
  return { asked, least, most, lacks: Math.max(0, total([asked, -least])), attribute: leaf.quantity }
}

const boundsOf = (value: AttributeValue | undefined) => (value?.type === 'quantity' ? value : undefined)

/** Without the noise of binary fractions. */
const total = (amounts: readonly number[]): number =>
  Number(amounts.reduce((sum, one) => sum + one, 0).toFixed(6))
