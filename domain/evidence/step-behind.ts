import { isKindCode, type KindCode } from '#domain/steps/catalogue/catalogue.js'

/** The part of a step's life that evidence tells of; `itself` is the happening, or the standing from begin to end. */
export type Part = 'itself' | 'undertaken' | 'completed' | 'abandoned' | 'begun' | 'ended' | 'planned'

const parts = ['undertaken', 'completed', 'abandoned', 'begun', 'ended', 'planned'] as const

/** Which kind of step yields evidence of a kind, and by which part of its life. */
export type StepBehind =
  { readonly kind: KindCode; readonly part: Part } | { readonly kind: 'support'; readonly part: 'itself' }

/** `residency-completed` is of a residency, by its completion; undefined where the catalogue has no such kind. */
export const stepBehind = (evidenceKind: string): StepBehind | undefined => {
  if (evidenceKind === 'support') return { kind: 'support', part: 'itself' }
  if (isKindCode(evidenceKind)) return { kind: evidenceKind, part: 'itself' }
  for (const part of parts) {
    const kind = evidenceKind.slice(0, -part.length - 1)
    if (evidenceKind === `${kind}-${part}` && isKindCode(kind)) return { kind, part }
  }
  return undefined
}
