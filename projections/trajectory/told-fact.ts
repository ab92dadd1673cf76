import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import type { Lineage } from '#domain/evidence/evidence-of-organisation.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/steps/labels.js'
import { participleOf } from '#domain/steps/participles.js'
import type { Fact } from '#domain/steps/fact.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import { imprecise } from '#domain/time/edtf.js'
import { sentenceOf, sentenceOfRange, windowSentence } from '#domain/time/edtf-sentence.js'
import type { Language } from '#domain/time/wording.js'
import type { Day } from '#domain/time/day.js'

/** A fact with the organisation that it happened to: a predecessor, where it is inherited. */
export interface ToldFact {
  readonly organisation: OrganisationId
  /** What the organisation was called last. */
  readonly name: string
  readonly fact: FactOnRecord
}

/** Every fact of an organisation and of those that it succeeded, by its id. */
export const factsOfLineage = ({
  id: organisation,
  history,
  predecessors,
}: Lineage): ReadonlyMap<string, ToldFact> => {
  const name = profileOnRecord(history)?.profile.name ?? organisation
  return new Map([
    ...predecessors.flatMap((predecessor) => [...factsOfLineage(predecessor)]),
    ...[...history.facts].map(([id, fact]) => [id, { organisation, name, fact }] as const),
  ])
}

/** When a fact was, as a person says it: «en mars 2012», «entre 2009 et avril 2010», «au plus tard le 26 novembre 2015». */
export const whenOf = (told: FactOnRecord, language: Language): string => {
  const { fact } = told
  if (fact.occurred !== undefined) return sentenceOf(imprecise(fact.occurred), language)
  if (fact.within !== undefined) return windowSentence(imprecise(fact.within), language)
  return sentenceOfRange(daysOfFact(told), language)
}

/** The first day on which it may have been: what facts are put in order by. */
export const earliestDayOf = (told: FactOnRecord): Day => daysOfFact(told).earliest

/** One fact in a line: «résidence « Habiter Wazemmes », commencée en janvier 2011». */
export const factSentence = (told: FactOnRecord): Labels => {
  const name = stepName(told.kind, told.fact)
  const brief = factInBrief(told)
  return { fr: `${name.fr}, ${brief.fr}`, en: `${name.en}, ${brief.en}` }
}

/** The same where the step is named above: «commencée en janvier 2011». */
export const factInBrief = (told: FactOnRecord): Labels => {
  const participle = participleOf(kindOf(told.kind), told.stage)
  return {
    fr: `${participle.fr} ${whenOf(told, 'fr')}`,
    en: `${participle.en} ${whenOf(told, 'en')}`,
  }
}

/** What a step is called: its kind and, where it has one, its title. */
export const stepName = (kind: FactOnRecord['kind'], { title }: Pick<Fact, 'title'>): Labels => {
  const { labels } = kindOf(kind)
  return title === undefined
    ? labels
    : { fr: `${labels.fr} « ${quotedWithin(title)} »`, en: `${labels.en} “${title}”` }
}

/** Inside «guillemets», a quotation takes the others. */
const quotedWithin = (title: string): string => title.replace(/«\s*/g, '“').replace(/\s*»/g, '”')
