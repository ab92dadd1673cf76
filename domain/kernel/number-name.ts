import type { Language } from './labels.js'

/** Made once: making one takes longer than all that it writes for a page. */
const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  fr: new Intl.NumberFormat('fr'),
  en: new Intl.NumberFormat('en'),
}

/** A number as a person writes it: «80 000», `80,000`. */
export const numberName = (value: number, language: Language): string => formats[language].format(value)
