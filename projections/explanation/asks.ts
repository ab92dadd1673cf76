import { match } from 'ts-pattern'
import { present } from '#domain/absence/present.js'
import type { Criterion, LeafCriterion } from '#domain/maturity/criterion.js'
import type { Model } from '#domain/maturity/parse-model.js'
import type { Labels } from '#domain/steps/labels.js'
import type { Language } from '#domain/time/wording.js'
import { comparisonWords, declarationOf } from './attribute-words.js'
import { evidenceNoun } from './evidence-noun.js'
import { explanationWords, type Terms } from './words.js'

/** What a criterion asks for, in both languages: «au moins 3 séminaires en 3 ans». */
export const asksOf = (criterion: Criterion, model: Model): Labels => ({
  fr: asksIn(criterion, model, 'fr'),
  en: asksIn(criterion, model, 'en'),
})

/** The kinds of evidence that a leaf asks for. */
export const kindsOf = (leaf: LeafCriterion): readonly string[] =>
  leaf.form === 'standing' ? [leaf.kind] : leaf.kinds

const asksIn = (criterion: Criterion, model: Model, language: Language): string => {
  const words = explanationWords[language]
  const parts = (all: readonly Criterion[]) => all.map((part) => asksIn(part, model, language))
  return match(criterion)
    .with({ form: 'count' }, (leaf) =>
      words.count(leaf.kinds.map(evidenceNoun), leaf.atLeast, termsOf(leaf, language)),
    )
    .with({ form: 'sum' }, (leaf) =>
      words.sum(
        countedBy(leaf, language),
        leaf.atLeast,
        leaf.kinds.map(evidenceNoun),
        termsOf(leaf, language),
      ),
    )
    .with({ form: 'standing' }, (leaf) =>
      words.standing(evidenceNoun(leaf.kind), leaf.atLeast, termsOf(leaf, language)),
    )
    .with({ form: 'level' }, ({ dimension, atLeast }) => {
      const named = model.dimensions.find(({ code }) => code === dimension)
      return words.level(
        named?.labels[language] ?? dimension,
        named?.levels[atLeast - 1]?.labels[language] ?? String(atLeast),
      )
    })
    .with({ form: 'all' }, (node) => words.all(parts(node.parts)))
    .with({ form: 'any' }, (node) => words.any(parts(node.parts)))
    .with({ form: 'of' }, (node) => words.of(node.atLeast, parts(node.parts)))
    .with({ form: 'not' }, ({ part }) => words.not(asksIn(part, model, language)))
    .exhaustive()
}

/** What a sum adds up, in the plural. */
export const countedBy = (
  { quantity, kinds }: Extract<LeafCriterion, { form: 'sum' }>,
  language: Language,
): string => declarationOf(kinds, quantity)?.labels[language] ?? quantity

const termsOf = (leaf: LeafCriterion, language: Language): Terms => {
  const kinds = kindsOf(leaf)
  return present({
    where: leaf.where.map((comparison) => comparisonWords(comparison, kinds, language)),
    within: leaf.form === 'standing' ? undefined : leaf.within,
    for: leaf.form === 'standing' ? leaf.for : undefined,
    fresh: leaf.fresh,
  })
}
