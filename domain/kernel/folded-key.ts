/** Lower case, without accents, with plain spaces, apostrophes and hyphens: what readers of typed text compare. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘ʼ´`]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?([,']) ?/g, (_, sign: string) => (sign === ',' ? ', ' : sign))
    .trim()
    .replace(/[.,;]$/, '')

/** Only its letters and digits, without case nor accents, joined by hyphens: «Rôle », «role» and «RÔLE» are one key. */
export const foldedKey = (text: string): string =>
  folded(text.replace(/[œŒ]/g, 'oe').replace(/[æÆ]/g, 'ae'))
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

/** The same with its points kept, as identifiers have them. */
export const foldedIdentifier = (text: string): string =>
  text.split('.').map(foldedKey).filter(Boolean).join('.')
