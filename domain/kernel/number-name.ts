import type { Language } from './labels.js'

/** Made once: making one takes longer than all that it writes for a page. */
const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr'),
  en: new Intl.NumberFormat('en'),
}

const amounts: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
}

/** An amount of money: «29 000», and with its cents where it has any, «29 000,50». */
export const amountName = (value: number, language: Language): string =>
  Number.isInteger(value) ? numberName(value, language) : amounts[language].format(value)

/** A number as a person writes it: «80 000», `80,000`. */
export const numberName = (value: number, language: Language): string => formats[language].format(value)
