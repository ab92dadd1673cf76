import { folded } from '#domain/time/typed-unit.js'

/** Only its letters and digits, without case nor accents, joined by hyphens: «Rôle », «role» and «RÔLE» are one key. */
export const foldedKey = (text: string): string =>
  folded(text.replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The same with its points kept, as identifiers of organisations and steps have them. */
export const foldedIdentifier = (text: string): string =>
  text.split('.').map(foldedKey).filter(Boolean).join('.')
