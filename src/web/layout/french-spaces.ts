/**
 * French puts a space inside «guillemets» and before «: ; ? !» at which no line may break (Imprimerie nationale, «Lexique
 * des règles typographiques»): a narrow one before the last three. Texts are written with plain ones.
 */
export const withFrenchSpaces = (text: string): string =>
  text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:])/g, '\u00a0')
    .replace(/ (?=[;?!])/g, '\u202f')

/** What is shown as it was typed, and every tag with its attributes: there a space is part of a value. */
const LEFT_ALONE = /(<(textarea|code|pre|title|script|style)\b[\s\S]*?<\/\2>|<[^>"]*(?:"[^"]*"[^>"]*)*>)/

/** A page in French as it is sent: its texts with the spaces of French, whoever wrote them; what is typed stays. */
export const pageWithFrenchSpaces = (html: string): string =>
  html
    .split(LEFT_ALONE)
    .map((part, place) => (place % 3 === 0 ? withFrenchSpaces(part) : place % 3 === 1 ? part : ''))
    .join('')
