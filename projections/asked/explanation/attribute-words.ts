import type { Comparison } from '#domain/maturity/model/criterion.js'
import type { AttributeValue } from '#domain/maturity/evaluation/evidence.js'
import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Language } from '#domain/kernel/labels.js'
import { stepKindOf } from './evidence-noun.js'
import { explanationWords } from './explanation-words.js'

const colon: Readonly<Record<Language, string>> = { fr: ' : ', en: ': ' }

/** How the catalogue declares an attribute of one of these kinds of evidence. */
export const declarationOf = (
  kinds: readonly string[],
  attribute: string,
): AttributeDeclaration | undefined =>
  kinds
    .map(stepKindOf)
    .flatMap((kind) => (isKindCode(kind) ? (kindOf(kind).attributes[attribute] ?? []) : []))[0]

/** What an attribute must be, as it stands after a noun: «avec une équipe de 3 ou plus», «(nature : pas de labo)». */
export const comparisonWords = (
  comparison: Comparison,
  kinds: readonly string[],
  language: Language,
): string => {
  const words = explanationWords[language]
  const declared = declarationOf(kinds, comparison.attribute)
  const label = declared?.labels[language] ?? comparison.attribute
  const known = comparison.known ? ` ${words.knownFigure}` : ''
  if (declared?.type === 'flag' && comparison.oneOf?.length === 1) {
    return comparison.oneOf[0] === true ? `(${label})` : words.negated(label)
  }
  const value = askedValue(comparison, declared, language)
  if (declared?.type === 'quantity' && declared.group !== undefined) {
    return words.with(`${declared.group.having[language]} ${value}`) + known
  }
  if (declared?.type === 'quantity' && declared.counted === true)
    return words.with(`${value} ${label}`) + known
  return words.labelled(label, value) + known
}

/** The value that a comparison asks for: «3 ou plus», «élu ou direction générale». */
export const askedValue = (
  { atLeast, atMost, oneOf }: Comparison,
  declared: AttributeDeclaration | undefined,
  language: Language,
): string => {
  const words = explanationWords[language]
  if (oneOf !== undefined) return words.or(oneOf.map((value) => valueName(String(value), declared, language)))
  if (atLeast !== undefined && atMost !== undefined) return words.between(atLeast, atMost)
  if (atLeast !== undefined) return words.orMore(atLeast)
  return atMost === undefined ? '…' : words.orLess(atMost)
}

/** What is known of a value: «l’équipe compte entre 3 et 15 personnes», «raison de la fin : fusion ou choix, selon la source». */
export const valueWords = (
  attribute: string,
  value: AttributeValue,
  kinds: readonly string[],
  language: Language,
): string => {
  const words = explanationWords[language]
  const declared = declarationOf(kinds, attribute)
  const label = declared?.labels[language] ?? attribute
  if (value.type === 'flag') return value.value ? label : words.negated(label)
  if (value.type === 'codes' || value.type === 'one-of') {
    const codes = value.type === 'codes' ? value.values : value.codes
    const told = `${label}${colon[language]}${words.or(codes.map((code) => valueName(code, declared, language)))}`
    return value.type === 'codes' ? told : `${told}, ${words.bySource}`
  }
  const amount = value.min === value.max ? words.figure(value.min) : words.between(value.min, value.max)
  if (declared?.type !== 'quantity') return `${label}${colon[language]}${amount}`
  if (declared.group !== undefined) {
    return `${declared.group.counts[language]} ${amount} ${declared.group.members[language]}`
  }
  return declared.counted === true && value.max > 1
    ? `${amount} ${label}`
    : `${label}${colon[language]}${amount}`
}

/** What to ask for where a value is unknown: «la taille de l’équipe», «le nombre d’agents formés». */
export const unknownWords = (attribute: string, kinds: readonly string[], language: Language): string => {
  const words = explanationWords[language]
  const declared = declarationOf(kinds, attribute)
  const label = declared?.labels[language] ?? attribute
  if (declared?.type !== 'quantity') return words.information(label)
  if (declared.group !== undefined) return declared.group.size[language]
  return declared.counted === true ? words.numberOf(label) : words.information(label)
}

const valueName = (code: string, declared: AttributeDeclaration | undefined, language: Language): string =>
  declared !== undefined && 'codes' in declared ? (declared.codes[code]?.[language] ?? code) : code
