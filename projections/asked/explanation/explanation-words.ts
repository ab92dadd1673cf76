import type { Language } from '#domain/kernel/labels.js'
import type { ExplanationWords } from './words.js'
import { englishWords } from './words-english.js'
import { frenchWords } from './words-french.js'

export const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  fr: frenchWords,
  en: englishWords,
}
