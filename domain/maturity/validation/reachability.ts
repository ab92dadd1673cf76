import { canonicalJson } from '#domain/kernel/json.js'
import type { CountCriterion, Criterion, LeafCriterion } from '#domain/maturity/model/criterion.js'
import { impliedAmount } from './implication.js'
import { isSatisfiable } from '#domain/maturity/evaluation/matching.js'

/** The levels that a `level` criterion reads; undefined stands for one that is not known well enough to judge. */
export type LevelsRead = (
  dimension: string,
  atLeast: number,
  below: number,
) => readonly (Criterion | undefined)[]

/** How many criteria are looked at in all before one is given the benefit of the doubt: some hundredths of a second. */
const EFFORT = 200_000

/**
 * Whether some evidence could meet the criterion. False only if surely none can: leaves are taken as free, but the same
 * question cannot be answered yes and no at once, who meets 3 meets 1, what lies within a year lies within three, what is
 * derived from the same steps goes together, and a `where` may contradict itself. What is left is a question of
 * propositional logic, decided by trying.
 */
export const isReachable = (criterion: Criterion, levelsRead: LevelsRead): boolean => {
  const questions = questionsOf(criterion, levelsRead)
  const search = { effort: EFFORT }

  const attempt = (known: ReadonlyMap<string, number>): boolean => {
    const evaluate = threeValued({ known, questions, search }, levelsRead)
    const { truth, open } = evaluate(criterion)
    if (search.effort <= 0) return true
    if (truth !== undefined || open === undefined) return truth ?? true
    const thresholds = questions.get(open)?.thresholds ?? []
    // Most criteria ask for more rather than less: what is met in full is tried first.
    return [...thresholds, 0].some((reached) => attempt(new Map([...known, [open, reached]])))
  }

  return attempt(new Map())
}

interface ThreeValued {
  readonly truth: boolean | undefined
  /** Some question that is still open, if the truth depends on one. */
  readonly open: string | undefined
}

const SURE = { true: { truth: true, open: undefined }, false: { truth: false, open: undefined } } as const
const sure = (truth: boolean): ThreeValued => (truth ? SURE.true : SURE.false)

/** Evaluates under what is known so far; a level that several criteria read is evaluated once. */
const threeValued = (
  { known, questions, search }: Trial,
  levelsRead: LevelsRead,
): ((part: Criterion | undefined) => ThreeValued) => {
  const done = new Map<Criterion, ThreeValued>()

  const evaluate = (part: Criterion | undefined): ThreeValued => {
    if (part === undefined) return UNJUDGED
    const before = done.get(part)
    if (before !== undefined) return before
    search.effort -= 1
    const value = search.effort <= 0 ? UNJUDGED : evaluateAnew(part)
    done.set(part, value)
    return value
  }

  const evaluateAnew = (criterion: Criterion): ThreeValued => {
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing': {
        if (!criterion.where.every(isSatisfiable)) return sure(false)
        const question = questionOf(criterion)
        const implied = impliedBy(criterion, question, known, questions)
        if (implied !== undefined) return sure(implied)
        const reached = known.get(question)
        return reached === undefined
          ? { truth: undefined, open: question }
          : sure(reached >= criterion.atLeast)
      }
      case 'not': {
        const { truth, open } = evaluate(criterion.part)
        return { truth: truth === undefined ? undefined : !truth, open }
      }
      case 'level':
        return threshold(levelsRead(criterion.dimension, criterion.atLeast, criterion.below).map(evaluate), 1)
      case 'any':
        return threshold(criterion.parts.map(evaluate), 1)
      case 'all':
        return threshold(criterion.parts.map(evaluate), criterion.parts.length)
      case 'of':
        return threshold(criterion.parts.map(evaluate), criterion.atLeast)
    }
  }

  return evaluate
}

interface Trial {
  readonly known: ReadonlyMap<string, number>
  readonly questions: Questions
  readonly search: { effort: number }
}

/**
 * What the answers to other questions say of a leaf: a stronger one that is met, a weaker one that is not, or weaker ones of
 * each of its kinds that together leave too little.
 */
const impliedBy = (
  leaf: LeafCriterion,
  question: string,
  known: ReadonlyMap<string, number>,
  questions: Questions,
): boolean | undefined => {
  const answers: Answer[] = []
  for (const [other, reached] of known) {
    const asked = other === question ? undefined : questions.get(other)
    if (asked === undefined) continue
    if (impliedAmount(asked.leaf, reached, leaf) >= leaf.atLeast) return true
    const missed = asked.thresholds.findLast((threshold) => threshold > reached)
    if (missed === undefined) continue
    if (impliedAmount(leaf, leaf.atLeast, asked.leaf) >= missed) return false
    answers.push({ leaf: asked.leaf, missed })
  }
  return leaf.form === 'count' && leaf.kinds.length > 1 && mostOfEach(leaf, answers) < leaf.atLeast
    ? false
    : undefined
}

/** A question that is answered no, with the least amount that is not reached. */
interface Answer {
  readonly leaf: LeafCriterion
  readonly missed: number
}

/** The most that a count over several kinds can come to, by what is known of each of them alone. */
const mostOfEach = (leaf: CountCriterion, answers: readonly Answer[]): number =>
  leaf.kinds
    .map((kind) =>
      answers
        .filter(
          (answer) => impliedAmount({ ...leaf, kinds: [kind] }, answer.missed, answer.leaf) >= answer.missed,
        )
        .reduce((most, { missed }) => Math.min(most, missed - 1), Number.POSITIVE_INFINITY),
    )
    .reduce((sum, most) => sum + most, 0)

/** Neither true nor false, and no question to ask. */
const UNJUDGED: ThreeValued = { truth: undefined, open: undefined }

const threshold = (parts: readonly ThreeValued[], atLeast: number): ThreeValued => {
  const [yes, no] = [
    parts.filter(({ truth }) => truth === true),
    parts.filter(({ truth }) => truth === false),
  ]
  if (yes.length >= atLeast) return sure(true)
  if (parts.length - no.length < atLeast) return sure(false)
  return { truth: undefined, open: parts.find(({ open }) => open !== undefined)?.open }
}

/** Leaves that ask the same but for how much share a question; its answers are the thresholds, the highest first. */
type Questions = ReadonlyMap<string, { readonly leaf: LeafCriterion; readonly thresholds: readonly number[] }>

const questionsOf = (criterion: Criterion, levelsRead: LevelsRead): Questions => {
  const leaves = new Map<string, LeafCriterion>()
  const thresholds = new Map<string, Set<number>>()
  const seen = new Set<Criterion>()
  const visit = (part: Criterion | undefined): void => {
    if (part === undefined || seen.has(part)) return
    seen.add(part)
    if (part.form === 'not') visit(part.part)
    else if (part.form === 'level') levelsRead(part.dimension, part.atLeast, part.below).forEach(visit)
    else if ('parts' in part) part.parts.forEach(visit)
    else {
      const question = questionOf(part)
      leaves.set(question, part)
      thresholds.set(question, (thresholds.get(question) ?? new Set()).add(part.atLeast))
    }
  }
  visit(criterion)
  return new Map(
    [...leaves].map(([question, leaf]) => [
      question,
      { leaf, thresholds: [...(thresholds.get(question) ?? [])].sort((a, b) => b - a) },
    ]),
  )
}

/** What a leaf asks, but for how much and where it stands. */
const questionOf = (leaf: LeafCriterion): string => {
  const known = questionsKnown.get(leaf)
  if (known !== undefined) return known
  const question = canonicalJson({ ...leaf, path: '', atLeast: 0 })
  questionsKnown.set(leaf, question)
  return question
}

/** Forgotten with the model: the same leaf is asked thousands of times while one model is validated. */
const questionsKnown = new WeakMap<LeafCriterion, string>()
