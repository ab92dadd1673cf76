import type { Cause, CauseType } from '#domain/maturity/reasons/causes.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { factSentence, stepName, type ToldFact } from './told-fact.js'

/** Causes that tell of something that happened: the fact behind them says which, and when. The others tell of time that passed. */
const happenings: ReadonlySet<CauseType> = new Set([
  'occurred',
  'began',
  'ended',
  'suspended',
  'resumed',
  'changed',
])

/** What made an answer change, in a few words: «Transfo « … », commencée en octobre 2011». */
export const causeSentence = (cause: Cause, facts: ReadonlyMap<string, ToldFact>): Labels => {
  const told = cause.events.flatMap((id) => facts.get(id) ?? [])
  if (happenings.has(cause.type)) {
    const fact = told.find(({ fact: one }) => isOfDate(cause, one)) ?? told[0]
    if (fact !== undefined) return factSentence(fact.fact)
  }
  return passing(cause, told[0])
}

const isOfDate = ({ date }: Cause, fact: ToldFact['fact']): boolean => {
  const { earliest, latest } = daysOfFact(fact)
  return date?.earliest === earliest && date.latest === latest
}

/** What time did to a step: nothing new was heard of it, it became too old, it has lasted, it was inherited. */
const passing = ({ type, kind }: Cause, told: ToldFact | undefined): Labels => {
  const name = nameOf(kind, told)
  const planned = kind.endsWith('-planned')
  switch (type) {
    case 'went-stale':
      return planned
        ? {
            fr: `annonce restée sans suite connue : ${name.fr}`,
            en: `announced, and nothing heard since: ${name.en}`,
          }
        : { fr: `plus de nouvelle récente : ${name.fr}`, en: `no recent news: ${name.en}` }
    case 'left-window':
      return {
        fr: `trop ancien pour compter encore : ${name.fr}`,
        en: `too long ago to count any more: ${name.en}`,
      }
    case 'lasted':
      return { fr: `dure depuis assez longtemps : ${name.fr}`, en: `has lasted long enough: ${name.en}` }
    case 'inherited':
      return told === undefined
        ? { fr: `hérité : ${name.fr}`, en: `inherited: ${name.en}` }
        : { fr: `hérité de ${told.name} : ${name.fr}`, en: `inherited from ${told.name}: ${name.en}` }
    case 'occurred':
    case 'began':
    case 'ended':
    case 'suspended':
    case 'resumed':
    case 'changed':
      return name
  }
}

const nameOf = (kind: string, told: ToldFact | undefined): Labels => {
  if (told !== undefined) return stepName(told.fact.kind, told.fact.fact)
  return isKindCode(kind) ? kindOf(kind).labels : { fr: kind, en: kind }
}
