import type { Criterion, LeafCriterion, LevelCriterion } from '#domain/maturity/model/criterion.js'
import { evaluateCount, evaluateSum } from './evaluate-count.js'
import { evaluateStanding } from './evaluate-standing.js'
import type { EvidenceIndex } from './evidence-index.js'
import { allOf, anyOf, atLeastOf, notOf, type FourSets } from './four-sets.js'
import type { Model } from '#domain/maturity/model/parse-model.js'

/** A criterion with the days on which it holds, and its parts likewise; the parts of a `level` are the levels that it reads. */
export interface Evaluated {
  readonly criterion: Criterion
  readonly sets: FourSets
  readonly parts: readonly Evaluated[]
}

/** Every level and every position of a model, in its order. Sets of days are complete: no horizon cuts them. */
export interface Evaluation {
  readonly dimensions: readonly { readonly code: string; readonly levels: readonly Evaluated[] }[]
  readonly positions: readonly { readonly code: string; readonly evaluated: Evaluated }[]
}

/** What is asked of evidence itself, evaluated on its own. */
export const evaluateLeaf = (leaf: LeafCriterion, index: EvidenceIndex): FourSets => {
  switch (leaf.form) {
    case 'count':
      return evaluateCount(leaf, index)
    case 'sum':
      return evaluateSum(leaf, index)
    case 'standing':
      return evaluateStanding(leaf, index)
  }
}

/**
 * Evaluates every criterion of a model on the evidence, each level once. What is composed of evidence that parts share
 * is a sound bound: `certain` is never wrong, `possible` never misses.
 */
export const evaluateModel = (model: Model, index: EvidenceIndex): Evaluation => {
  const evaluated = evaluatorOf(model, index)
  return {
    dimensions: model.dimensions.map(({ code, levels }) => ({
      code,
      levels: levels.map(({ criterion }) => evaluated(criterion)),
    })),
    positions: model.positions.map(({ code, criterion }) => ({ code, evaluated: evaluated(criterion) })),
  }
}

/** Evaluates the criteria of levels and positions as they are asked for, each once, with the levels that they read. */
export const evaluatorOf = (model: Model, index: EvidenceIndex): ((criterion: Criterion) => Evaluated) => {
  const levelsOf = new Map(model.dimensions.map(({ code, levels }) => [code, levels]))
  const done = new Map<Criterion, Evaluated>()

  const once = (criterion: Criterion): Evaluated => {
    const known = done.get(criterion)
    if (known !== undefined) return known
    const evaluated = evaluate(criterion)
    done.set(criterion, evaluated)
    return evaluated
  }

  const levelsRead = ({ dimension, atLeast, below }: LevelCriterion): readonly Evaluated[] =>
    (levelsOf.get(dimension) ?? []).slice(atLeast - 1, below - 1).map(({ criterion }) => once(criterion))

  const evaluate = (criterion: Criterion): Evaluated => {
    const composed = (
      parts: readonly Evaluated[],
      sets: (parts: readonly FourSets[]) => FourSets,
    ): Evaluated => ({
      criterion,
      parts,
      sets: sets(parts.map((part) => part.sets)),
    })
    const leaf = (sets: FourSets): Evaluated => ({ criterion, sets, parts: [] })
    switch (criterion.form) {
      case 'count':
      case 'sum':
      case 'standing':
        return leaf(evaluateLeaf(criterion, index))
      case 'level':
        return composed(levelsRead(criterion), anyOf)
      case 'all':
        return composed(criterion.parts.map(evaluate), allOf)
      case 'any':
        return composed(criterion.parts.map(evaluate), anyOf)
      case 'of':
        return composed(criterion.parts.map(evaluate), (sets) => atLeastOf(criterion.atLeast, sets))
      case 'not': {
        const part = evaluate(criterion.part)
        return { criterion, parts: [part], sets: notOf(part.sets) }
      }
    }
  }

  return once
}
