/** What gives a person away in a free text: an e-mail address, or a French telephone number. Names cannot be told apart. */
const patterns = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u,
  /(?<![\d/_-])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.-]?\d{2}){4}(?!\d)/,
] as const

/** True when a text holds personal data that can be recognised. */
export const holdsPersonalData = (text: string): boolean => patterns.some((pattern) => pattern.test(text))

/** A text that may not be kept; `field` as in `attributes.attachedTo`. */
export interface PersonalDataFound {
  readonly code: 'personal-data'
  readonly field: string
}

/** The refusal of the first of some texts that holds personal data. */
export const personalDataIn = (
  texts: readonly (readonly [path: string, text: string | undefined])[],
): PersonalDataFound | undefined => {
  const found = texts.find(([, text]) => text !== undefined && holdsPersonalData(text))
  return found && { code: 'personal-data', field: found[0] }
}
