import type { EvidenceKind, Vocabulary } from '#domain/maturity/validation/vocabulary.js'

const attributes = {
  size: { type: 'quantity' },
  audience: { type: 'codes', codes: ['a', 'b', 'c'] },
  official: { type: 'flag' },
} as const satisfies EvidenceKind['attributes']

/** Two kinds that happen and two that stand, alike in their attributes: enough for random histories and models. */
export const smallVocabulary: Vocabulary = new Map<string, EvidenceKind>([
  ['alpha', { sort: 'occurrence', attributes }],
  ['beta', { sort: 'occurrence', attributes }],
  ['gamma', { sort: 'standing', attributes }],
  ['delta', { sort: 'standing', attributes }],
])
