/** The letters that no decomposition of Unicode takes apart. */
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' }

/**
 * The words of a text as searches compare them: lower case, without accents, everything that is neither a letter nor a
 * digit taken as a space. Unicode's compatibility form (NFKD) also takes apart what is copied out of a PDF, such as «ﬁ».
 */
export const searchWords = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => ligatures[letter] ?? letter)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words of several texts, each once and each after a space, so that looking for a word's beginning is one `includes`. */
export const searchTextOf = (texts: readonly string[]): string =>
  [...new Set(texts.flatMap(searchWords))].map((word) => ` ${word}`).join('')

/** Whether each word that was typed begins some word of the text, in any order. Nothing typed matches everything. */
export const matchesSearch = (searchText: string, words: readonly string[]): boolean =>
  words.every((word) => searchText.includes(` ${word}`))
