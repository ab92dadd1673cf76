import type { Length, Programme, ProgrammeEdition, Span } from '#domain/programmes/programme.js'
import type { Labels } from '#domain/steps/labels.js'
import type { Language } from '#domain/time/wording.js'
import { numberName } from './number-name.js'

/** A programme's edition in a sentence: years, length, team, participants, price with its year and who pays. */
export const offerSentence = ({ labels, small }: Programme, edition: ProgrammeEdition): Labels => ({
  fr: `${labels.fr} (${yearsOf(edition, 'fr')})${partsOf(edition, 'fr')}. ${fits(small, 'fr')}.`,
  en: `${labels.en} (${yearsOf(edition, 'en')})${partsOf(edition, 'en')}. ${fits(small, 'en')}.`,
})

const fits = ({ fits: suits, because }: Programme['small'], language: Language): string => {
  const [yes, no] =
    language === 'fr'
      ? ['À la portée d’une petite structure', 'Difficile pour une petite structure']
      : ['Within reach of a small structure', 'Difficult for a small structure']
  return `${suits ? yes : no}${language === 'fr' ? ' :' : ':'} ${because[language]}`
}

const yearsOf = ({ years: { from, to } }: ProgrammeEdition, language: Language): string => {
  if (to === undefined) return language === 'fr' ? `depuis ${from}` : `since ${from}`
  return from === to ? `${from}` : `${from}-${to}`
}

const partsOf = (edition: ProgrammeEdition, language: Language): string => {
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
  return parts.length === 0 ? '' : `${language === 'fr' ? ' :' : ':'} ${parts.join(' ; ')}`
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

const spanOf = ({ min, max }: Span, language: Language): string => {
  const [least, most] = [numberName(min, language), numberName(max, language)]
  return min === max ? most : `${least} ${language === 'fr' ? 'à' : 'to'} ${most}`
}
