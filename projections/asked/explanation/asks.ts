import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import type { Criterion, LeafCriterion } from '#domain/maturity/model/criterion.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { onceForEach } from '#domain/kernel/once-for-each.js'
import { comparisonWords, declarationOf } from './attribute-words.js'
import { evidenceNoun } from './evidence-noun.js'
import { explanationWords } from './explanation-words.js'
import type { Asked, Terms } from './words.js'

/** What a criterion asks for, in both languages: «au moins 3 séminaires en 3 ans». */
export const asksOf = (criterion: Criterion, model: Model): Labels => asksUnder(model)(criterion).said

interface AskedInWords {
  readonly said: Labels
  readonly denied: Labels
}

/** Pages ask it of every criterion for each organisation. */
const asksUnder = onceForEach((model: Model) =>
  onceForEach((criterion: Criterion): AskedInWords => {
    const [fr, en] = [asksIn(criterion, model, 'fr'), asksIn(criterion, model, 'en')]
    return { said: { fr: fr.said, en: en.said }, denied: { fr: fr.denied, en: en.denied } }
  }),
)

const askedBy = (criterion: Criterion, model: Model, language: Language): Asked => {
  const { said, denied } = asksUnder(model)(criterion)
  return { said: said[language], denied: denied[language] }
}

/** The same of a leaf, which needs no model to be said. */
export const asksOfLeaf = (leaf: LeafCriterion, language: Language): string =>
  askedByLeaf(leaf, language).said

const askedByLeaf = (leaf: LeafCriterion, language: Language): Asked => {
  const words = explanationWords[language]
  const nouns = kindsOf(leaf).map(evidenceNoun)
  const terms = termsOf(leaf, language)
  switch (leaf.form) {
    case 'count':
      return words.count(nouns, leaf.atLeast, terms)
    case 'sum':
      return words.sum(countedBy(leaf, language), leaf.atLeast, nouns, terms)
    case 'standing':
      return words.standing(evidenceNoun(leaf.kind), leaf.atLeast, terms)
  }
}

/** The kinds of evidence that a leaf asks for. */
export const kindsOf = (leaf: LeafCriterion): readonly string[] =>
  leaf.form === 'standing' ? [leaf.kind] : leaf.kinds

const asksIn = (criterion: Criterion, model: Model, language: Language): Asked => {
  const words = explanationWords[language]
  const parts = (all: readonly Criterion[]) => all.map((part) => askedBy(part, model, language))
  return match(criterion)
    .with({ form: 'count' }, { form: 'sum' }, { form: 'standing' }, (leaf) => askedByLeaf(leaf, language))
    .with({ form: 'level' }, ({ dimension, atLeast }) => {
      const named = model.dimensions.find(({ code }) => code === dimension)
      return words.level(
        named?.labels[language] ?? dimension,
        named?.levels[atLeast - 1]?.labels[language] ?? String(atLeast),
      )
    })
    .with({ form: 'all' }, (node) => words.all(parts(node.parts)))
    .with({ form: 'any' }, (node) => words.any(alternatives(node.parts, model, language)))
    .with({ form: 'of' }, (node) => words.of(node.atLeast, parts(node.parts)))
    .with({ form: 'not' }, ({ part }) => contrary(askedBy(part, model, language)))
    .exhaustive()
}

const contrary = ({ said, denied }: Asked): Asked => ({ said: denied, denied: said })

/**
 * Each alternative in words; those that ask for one thing each, on the same terms, are one: «une résidence entreprise ou
 * une enquête entreprise, avec des nouvelles de moins de 6 ans».
 */
const alternatives = (parts: readonly Criterion[], model: Model, language: Language): readonly Asked[] => {
  const groups: { readonly terms: string | undefined; readonly parts: Criterion[] }[] = []
  for (const part of parts) {
    const terms = isPlain(part) ? JSON.stringify(termsOf(part, language)) : undefined
    const same = terms === undefined ? undefined : groups.find((group) => group.terms === terms)
    if (same === undefined) groups.push({ terms, parts: [part] })
    else same.parts.push(part)
  }
  return groups.flatMap(({ parts: alike }) => {
    const plain = alike.filter(isPlain)
    const [leaf] = plain
    if (alike.length === 1 || leaf === undefined) return alike.map((part) => askedBy(part, model, language))
    const nouns = [...new Set(plain.flatMap(kindsOf))].map(evidenceNoun)
    return [explanationWords[language].count(nouns, 1, termsOf(leaf, language))]
  })
}

/** It asks for one thing, whatever it is like and however long it has stood. */
const isPlain = (part: Criterion): part is Extract<LeafCriterion, { form: 'count' | 'standing' }> =>
  (part.form === 'count' || (part.form === 'standing' && part.for === undefined)) &&
  part.atLeast === 1 &&
  part.where.length === 0

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
