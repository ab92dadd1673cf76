import type { Labels } from '#domain/steps/labels.js'

/** A text with its first letter in upper case, as it begins a line. */
export const withCapital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

/** The same in both languages. */
export const capitalised = ({ fr, en }: Labels): Labels => ({ fr: withCapital(fr), en: withCapital(en) })
