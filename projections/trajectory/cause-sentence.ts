import type { Cause, CauseType } from '#domain/maturity/causes.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/steps/labels.js'
import { sentenceOfRange } from '#domain/time/edtf-sentence.js'
import { stepName, whenOf, type ToldFact } from './told-fact.js'

const causeNames: Readonly<Record<CauseType, Labels>> = {
  occurred: { fr: '', en: '' },
  began: { fr: 'début', en: 'beginning' },
  ended: { fr: 'fin', en: 'end' },
  suspended: { fr: 'mise en veille', en: 'suspension' },
  resumed: { fr: 'reprise', en: 'resumption' },
  changed: { fr: 'changement', en: 'change' },
  lasted: { fr: 'dure depuis assez longtemps', en: 'has lasted long enough' },
  'left-window': { fr: 'trop ancien pour compter encore', en: 'too long ago to count any more' },
  'went-stale': { fr: 'plus de nouvelle récente', en: 'no recent news' },
  inherited: { fr: 'hérité', en: 'inherited' },
}

/** Causes that tell of something that happened, hence of its date; the others tell of time that passed. */
const dated: ReadonlySet<CauseType> = new Set([
  'occurred',
  'began',
  'ended',
  'suspended',
  'resumed',
  'changed',
])

/** What made an answer change, in a few words: «Transfo « … » : début, en octobre 2011». */
export const causeSentence = (cause: Cause, facts: ReadonlyMap<string, ToldFact>): Labels => {
  const name = nameOfStep(cause, facts)
  const told = dated.has(cause.type) ? whenCaused(cause, facts) : undefined
  return {
    fr: inFrench(name.fr, causeNames[cause.type].fr, told?.fr),
    en: inEnglish(name.en, causeNames[cause.type].en, told?.en),
  }
}

const inFrench = (name: string, what: string, when: string | undefined): string =>
  joined(what === '' ? name : `${name} : ${what}`, when)

const inEnglish = (name: string, what: string, when: string | undefined): string =>
  joined(what === '' ? name : `${name}: ${what}`, when)

const joined = (told: string, when: string | undefined): string =>
  when === undefined ? told : `${told}, ${when}`

const nameOfStep = (cause: Cause, facts: ReadonlyMap<string, ToldFact>): Labels => {
  const told = cause.events.flatMap((id) => facts.get(id) ?? [])[0]
  if (told === undefined)
    return isKindCode(cause.kind) ? kindOf(cause.kind).labels : { fr: cause.kind, en: cause.kind }
  const name = stepName(told.fact.kind, told.fact.fact)
  return cause.kind.endsWith('-planned')
    ? { fr: `annonce : ${name.fr}`, en: `announcement: ${name.en}` }
    : cause.kind === 'support'
      ? { fr: `soutien : ${name.fr}`, en: `support: ${name.en}` }
      : name
}

/** The words of the source where one fact tells of it, else the range of days that all claims leave. */
const whenCaused = ({ events, date }: Cause, facts: ReadonlyMap<string, ToldFact>): Labels | undefined => {
  const only = events.length === 1 ? facts.get(events[0] ?? '') : undefined
  if (only !== undefined) return { fr: whenOf(only.fact, 'fr'), en: whenOf(only.fact, 'en') }
  return date === undefined ? undefined : { fr: sentenceOfRange(date, 'fr'), en: sentenceOfRange(date, 'en') }
}
