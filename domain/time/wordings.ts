import { englishWording } from './wording-english.js'
import { frenchWording } from './wording-french.js'
import type { Language } from '#domain/kernel/labels.js'
import type { Wording } from './wording.js'

/** What each language has to say about time. */
export const wordings: Readonly<Record<Language, Wording>> = { fr: frenchWording, en: englishWording }
