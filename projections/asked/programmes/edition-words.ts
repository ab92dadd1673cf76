import type { Length, ProgrammeEdition, Span } from '#domain/programmes/programme.js'
import type { Cost } from '#domain/steps/fact-fields.js'
import { quantityOf, type QuantityClaim } from '#domain/steps/declaring/quantity.js'
import type { Language } from '#domain/kernel/labels.js'
import { amountName, numberName } from '#domain/kernel/number-name.js'

/** The years of an edition as it was announced: «2016-2020», «depuis 2014». */
export const yearsOfEdition = ({ years: { from, to } }: ProgrammeEdition, language: Language): string => {
  if (to === undefined) return language === 'fr' ? `depuis ${from}` : `since ${from}`
  return from === to ? `${from}` : `${from}-${to}`
}

/** What was announced of an edition: length, team, participants, price with its year and who pays; empty where nothing was. */
export const formatOfEdition = (edition: ProgrammeEdition, language: Language): string => {
  const { length, team, participants, price, conditions } = edition
  const people = language === 'fr' ? 'personnes' : 'people'
  const parts = [
    ...(length === undefined ? [] : [lengthOf(length, language)]),
    ...(team === undefined ? [] : [team[language]]),
    ...(participants === undefined ? [] : [`${spanOf(participants, language)} ${people}`]),
    ...(price === undefined
      ? []
      : [
          `${spanOf(price, language)} € ${language === 'fr' ? 'en' : 'in'} ${price.year} (${price.scope[language]} ; ${price.payer[language]})`,
        ]),
    ...(conditions === undefined ? [] : [conditions[language]]),
  ]
  return parts.join(' ; ')
}

const units = {
  days: { fr: ['jour', 'jours'], en: ['day', 'days'] },
  weeks: { fr: ['semaine', 'semaines'], en: ['week', 'weeks'] },
  months: { fr: ['mois', 'mois'], en: ['month', 'months'] },
} as const satisfies Record<Length['unit'], Record<Language, readonly [one: string, several: string]>>

const lengthOf = (length: Length, language: Language): string => {
  const [one, several] = units[length.unit][language]
  const unit = length.max > 1 ? several : one
  return `${spanOf(length, language)} ${unit}${length.note === undefined ? '' : `, ${length.note[language]}`}`
}

const spanOf = ({ min, max }: Span, language: Language, named = numberName): string => {
  const [least, most] = [named(min, language), named(max, language)]
  return min === max ? most : `${least} ${language === 'fr' ? 'à' : 'to'} ${most}`
}

/** A quantity as a source gives it: «20», «3 à 15», «environ 30». */
export const quantityInWords = (claim: QuantityClaim, language: Language): string => {
  const { min, max, approximate } = quantityOf(claim)
  return `${approximate ? (language === 'fr' ? 'environ ' : 'about ') : ''}${spanOf({ min, max }, language)}`
}

/** Money as a source gives it: «160 000 à 170 000 € (2016 ; total par collectivité)». */
export const costInWords = ({ min, max, year, scope, payer }: Cost, language: Language): string => {
  const around = [year === undefined ? undefined : `${year}`, scope, payer].filter(
    (told) => told !== undefined,
  )
  return `${spanOf({ min, max }, language, amountName)} €${around.length === 0 ? '' : ` (${around.join(' ; ')})`}`
}
