import type { Labels } from './labels.js'

/** A text with its first letter in upper case, as it begins a sentence or a line. */
export const withCapital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** A text with its first letter in lower case, as a sentence goes on after a colon. */
export const withSmallLetter = (text: string): string =>
  text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)

/** Both texts with their first letter in upper case, as they begin a line. */
export const capitalised = ({ fr, en }: Labels): Labels => ({ fr: withCapital(fr), en: withCapital(en) })
