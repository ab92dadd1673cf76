/**
 * A French text with the spaces of French: one inside «guillemets» and before «: ; ? !» at which no line may break
 * (Imprimerie nationale, «Lexique des règles typographiques»), a narrow one before the last three. Texts are written with
 * plain ones; a text that has them already stays as it is.
 */
export const typeset = (text: string): string =>
  text
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/ (?=[»:])/g, NO_BREAK)
    .replace(/ (?=[;?!])/g, NARROW_NO_BREAK)

const NO_BREAK = '\u00a0'
const NARROW_NO_BREAK = '\u202f'
