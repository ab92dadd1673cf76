import type { Instant } from '#domain/kernel/instant.js'
import type { Language } from '#domain/kernel/labels.js'

/** Made once: making one takes longer than a page. */
const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  fr: new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }),
}

/** An instant (ISO 8601, or milliseconds since 1970) as it was in Paris: «1er juillet 2026 à 12:00». Of the days, French counts the first apart. */
export const momentInWords = (instant: string | Instant, language: Language): string => {
  const written = formats[language].format(new Date(instant))
  return language === 'fr' ? written.replace(/^1 /, '1er ') : written
}
