import type { Programme, ProgrammeEdition } from '#domain/programmes/programme.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { formatOfEdition, yearsOfEdition } from '#projections/asked/programmes/edition-words.js'

/** A programme's edition in a sentence: years, length, team, participants, price with its year and who pays. */
export const offerSentence = ({ labels, small }: Programme, edition: ProgrammeEdition): Labels => ({
  fr: `${labels.fr} (${yearsOfEdition(edition, 'fr')})${formatWithin(edition, 'fr')}. ${fits(small, 'fr')}.`,
  en: `${labels.en} (${yearsOfEdition(edition, 'en')})${formatWithin(edition, 'en')}. ${fits(small, 'en')}.`,
})

const fits = ({ fits: suits, because }: Programme['small'], language: Language): string => {
  const [yes, no] =
    language === 'fr'
      ? ['À la portée d’une petite structure', 'Difficile pour une petite structure']
      : ['Within reach of a small structure', 'Difficult for a small structure']
  return `${suits ? yes : no}${language === 'fr' ? ' :' : ':'} ${because[language]}`
}

const formatWithin = (edition: ProgrammeEdition, language: Language): string => {
  const format = formatOfEdition(edition, language)
  return format === '' ? '' : `${language === 'fr' ? ' :' : ':'} ${format}`
}
