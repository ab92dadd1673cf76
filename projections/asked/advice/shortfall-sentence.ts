import { stepBehind } from '#domain/evidence/step-behind.js'
import type { Comparison, LeafCriterion, Where } from '#domain/maturity/model/criterion.js'
import type { Shortfall } from '#domain/maturity/reasons/shortfall.js'
import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { sentenceOfDuration } from '#domain/time/edtf-sentence.js'
import { asksOfLeaf } from '#projections/asked/explanation/asks.js'
import { enumeration } from '#domain/kernel/enumeration.js'
import { evidenceNoun } from '#projections/asked/explanation/evidence-noun.js'
import { numberName } from '#domain/kernel/number-name.js'

/** What a leaf lacks, in a sentence: «12 sur 20 agents formés en 3 ans (session de formation ou Transfo à son terme)». */
export const shortfallSentence = (shortfall: Shortfall): Labels => ({
  fr: `${withCapital(lackIn(shortfall, 'fr'))}${endingOf(shortfall).fr}.`,
  en: `${withCapital(lackIn(shortfall, 'en'))}${endingOf(shortfall).en}.`,
})

/** What has happened cannot be confirmed: only something new renews a count that grew old. */
const endingOf = ({ leaf, goal, have, need, state }: Shortfall): Labels => {
  if (goal === 'hold' && leaf.form !== 'standing' && have >= need) return enoughButOld
  return endings[state]
}

const enoughButOld: Labels = {
  fr: ' ; le compte y est, mais rien d’assez récent à coup sûr : un nouveau fait, ou une date plus précise, suffirait',
  en: '; the number is there, but nothing surely recent enough: something new, or a date made precise, would do',
}

const endings: Readonly<Record<Shortfall['state'], Labels>> = {
  lacking: { fr: '', en: '' },
  possible: {
    fr: ' ; c’est peut-être déjà le cas : préciser la date ou le chiffre qui manque peut suffire',
    en: '; perhaps it is so already: settling the missing date or figure may suffice',
  },
  stale: {
    fr: ' ; c’était le cas aux dernières nouvelles : les confirmer peut suffire',
    en: '; it was so when last heard of: confirming it may suffice',
  },
  'in-the-way': { fr: '', en: '' },
}

const lackIn = (shortfall: Shortfall, language: Language): string => {
  const { leaf, goal, have, need } = shortfall
  const said = words[language]
  if (goal === 'cease') return `${said.toOvercome} ${whatOf(leaf, language)}${duringOf(leaf, language)}`
  /** Of a single thing there is nothing to count. */
  if (need === 1 && leaf.form !== 'sum') return asksOfLeaf(leaf, language)
  const count = said.outOf(numberName(have, language), numberName(need, language))
  switch (leaf.form) {
    case 'count':
      return `${count}${duringOf(leaf, language)}${said.colon} ${whatOf(leaf, language)}`
    case 'sum':
      return `${count} ${quantityLabel(leaf.quantity, leaf.kinds, language)}${duringOf(leaf, language)} (${whatOf(leaf, language)})`
    case 'standing':
      return `${count}${said.colon} ${whatOf(leaf, language)}${leaf.for === undefined ? '' : said.standingFor(sentenceOfDuration(leaf.for, language))}`
  }
}

const words = {
  fr: {
    outOf: (have: string, need: string) => `${have} sur ${need}`,
    colon: ' :',
    or: 'ou',
    toOvercome: 'à surmonter :',
    within: (duration: string) => ` en ${duration}`,
    standingFor: (duration: string) => `, depuis ${duration} au moins`,
    atLeast: 'au moins',
    atMost: 'au plus',
    yes: 'oui',
    no: 'non',
    support: 'soutien à l’étape d’un autre',
  },
  en: {
    outOf: (have: string, need: string) => `${have} of ${need}`,
    colon: ':',
    or: 'or',
    toOvercome: 'to be overcome:',
    within: (duration: string) => ` within ${duration}`,
    standingFor: (duration: string) => `, for ${duration} at least`,
    atLeast: 'at least',
    atMost: 'at most',
    yes: 'yes',
    no: 'no',
    support: 'support for a step of others',
  },
} as const

/** A kind of evidence as a person says it. */
const nameOfEvidence = (kind: string, language: Language): string =>
  kind === 'support' ? words[language].support : evidenceNoun(kind).one[language]

const whatOf = (leaf: LeafCriterion, language: Language): string => {
  const kinds = leaf.form === 'standing' ? [leaf.kind] : leaf.kinds
  const names = kinds.map((kind) => nameOfEvidence(kind, language))
  return `${enumeration(names, words[language].or)}${whereOf(leaf.where, kinds, language)}`
}

const duringOf = (leaf: LeafCriterion, language: Language): string =>
  leaf.form === 'standing' || leaf.within === undefined
    ? ''
    : words[language].within(sentenceOfDuration(leaf.within, language))

const whereOf = (where: Where, kinds: readonly string[], language: Language): string =>
  where.length === 0
    ? ''
    : `, ${where.map((comparison) => comparisonOf(comparison, kinds, language)).join(', ')}`

const comparisonOf = (comparison: Comparison, kinds: readonly string[], language: Language): string => {
  const { attribute, atLeast, atMost, oneOf } = comparison
  const said = words[language]
  const values = [
    ...(atLeast === undefined ? [] : [`${said.atLeast} ${numberName(atLeast, language)}`]),
    ...(atMost === undefined ? [] : [`${said.atMost} ${numberName(atMost, language)}`]),
    ...(oneOf === undefined
      ? []
      : [
          enumeration(
            oneOf.map((one) => valueLabel(one, attribute, kinds, language)),
            said.or,
          ),
        ]),
  ]
  return `${quantityLabel(attribute, kinds, language)}${said.colon} ${values.join(', ')}`
}

const declarationOf = (attribute: string, kinds: readonly string[]) =>
  kinds
    .flatMap((kind) => stepBehind(kind) ?? [])
    .flatMap(({ kind }) =>
      kind === 'support' ? [] : [kindOf(kind satisfies KindCode).attributes[attribute]],
    )
    .find((declaration) => declaration !== undefined)

const quantityLabel = (attribute: string, kinds: readonly string[], language: Language): string =>
  declarationOf(attribute, kinds)?.labels[language] ?? attribute

const valueLabel = (
  value: string | number | boolean,
  attribute: string,
  kinds: readonly string[],
  language: Language,
): string => {
  if (typeof value === 'number') return numberName(value, language)
  if (typeof value === 'boolean') return value ? words[language].yes : words[language].no
  const declaration = declarationOf(attribute, kinds)
  return declaration !== undefined && 'codes' in declaration
    ? (declaration.codes[value]?.[language] ?? value)
    : value
}
