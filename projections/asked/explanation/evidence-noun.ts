import { agreed, bare, of, type Gender } from '#domain/kernel/french/noun.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'

/** Which part of a step’s life a kind of evidence tells of: `residency-completed` is the `completed` of `residency`. */
export type Aspect =
  'whole' | 'running' | 'planned' | 'undertaken' | 'completed' | 'abandoned' | 'begun' | 'ended'

/** What a kind of evidence is called in a sentence. */
export interface EvidenceNoun {
  readonly aspect: Aspect
  readonly one: Labels
  readonly many: Labels
  /** Of the whole noun; `stepGender` of the step’s. */
  readonly gender: Gender
  readonly stepGender: Gender
  /** The step itself, without its aspect: «résidence» of «résidence achevée». */
  readonly step: Labels
  readonly verbs?: { readonly begun: Labels; readonly ended: Labels }
}

const suffixes = ['planned', 'undertaken', 'completed', 'abandoned', 'begun', 'ended'] as const
type Suffix = (typeof suffixes)[number]

/** The noun of a kind of evidence, derived from its step’s; a kind that no catalogue has is called by its code. */
export const evidenceNoun = (kind: string): EvidenceNoun => {
  if (kind === 'support') return support
  const suffix = suffixes.find((one) => kind.endsWith(`-${one}`))
  const base = suffix === undefined ? kind : kind.slice(0, -suffix.length - 1)
  const noun = baseNoun(isKindCode(kind) ? kind : base)
  if (suffix === undefined || isKindCode(kind)) {
    return isKindCode(kind) && kindOf(kind).shape === 'running' ? running(noun) : noun
  }
  return bySuffix[suffix](noun)
}

/** The code of the step that a kind of evidence tells of. */
export const stepKindOf = (kind: string): string => {
  const suffix = suffixes.find((one) => !isKindCode(kind) && kind.endsWith(`-${one}`))
  return suffix === undefined ? kind : kind.slice(0, -suffix.length - 1)
}

const support: EvidenceNoun = {
  aspect: 'whole',
  one: { fr: 'soutien à d’autres', en: 'act of support to others' },
  many: { fr: 'soutiens à d’autres', en: 'acts of support to others' },
  gender: 'm',
  stepGender: 'm',
  step: { fr: 'soutien à d’autres', en: 'support to others' },
}

const baseNoun = (kind: string): EvidenceNoun => {
  if (!isKindCode(kind)) {
    const code = { fr: kind, en: kind }
    return { aspect: 'whole', one: code, many: code, gender: 'm', stepGender: 'm', step: code }
  }
  const { labels, plural, gender, verbs } = kindOf(kind)
  return {
    aspect: 'whole',
    one: labels,
    many: plural,
    gender,
    stepGender: gender,
    step: labels,
    ...(verbs !== undefined && { verbs }),
  }
}

const running = (noun: EvidenceNoun): EvidenceNoun => ({
  ...noun,
  aspect: 'running',
  one: { fr: `${noun.one.fr} en cours`, en: `${noun.one.en} under way` },
  many: { fr: `${noun.many.fr} en cours`, en: `${noun.many.en} under way` },
})

/** A participle that agrees in French, and stands before or after the noun in English. */
const participle =
  (aspect: Suffix, masculine: string, en: (noun: string) => string) =>
  (noun: EvidenceNoun): EvidenceNoun => ({
    ...noun,
    aspect,
    one: { fr: `${noun.one.fr} ${agreed(masculine, noun.gender)}`, en: en(noun.one.en) },
    many: { fr: `${noun.many.fr} ${agreed(masculine, noun.gender, true)}`, en: en(noun.many.en) },
  })

const bySuffix: Readonly<Record<Suffix, (noun: EvidenceNoun) => EvidenceNoun>> = {
  planned: participle('planned', 'annoncé', (noun) => `planned ${noun}`),
  undertaken: participle('undertaken', 'entrepris', (noun) => `${noun} undertaken`),
  completed: participle('completed', 'achevé', (noun) => `completed ${noun}`),
  abandoned: participle('abandoned', 'abandonné', (noun) => `abandoned ${noun}`),
  begun: (noun) => ({ ...bound(noun, 'début', 'beginning'), aspect: 'begun', gender: 'm' }),
  ended: (noun) => ({ ...bound(noun, 'fin', 'end'), aspect: 'ended', gender: 'f' }),
}

/** The begin or the end of a step: «la fin d’un laboratoire d’innovation». */
const bound = (noun: EvidenceNoun, fr: string, en: string): EvidenceNoun => ({
  ...noun,
  one: {
    fr: `${fr} ${noun.gender === 'm' ? 'd’un' : 'd’une'} ${noun.one.fr}`,
    en: `${en} of a${/^[aeiou]/i.test(noun.one.en) ? 'n' : ''} ${noun.one.en}`,
  },
  many: {
    fr: `${fr}s ${of(bare(noun.many.fr))}`,
    en: `${en}s of ${noun.many.en}`,
  },
})
