import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Lineage } from '#domain/evidence/evidence-of-organisation.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { participleOf } from '#domain/steps/participles.js'
import type { Fact } from '#domain/steps/fact.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import { imprecise } from '#domain/time/edtf.js'
import { sentenceOf, sentenceOfRange, windowSentence } from '#domain/time/edtf-sentence.js'
import type { Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'

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
export const whenOf = (told: FactOnRecord, language: Language): string =>
  whenTold(told.fact, daysOfFact(told), language)

/** The same of what a fact tells of its date, with the days on which it may have been. */
export const whenTold = (
  { occurred, within }: Pick<Fact, 'occurred' | 'within'>,
  days: DayRange,
  language: Language,
): string => {
  if (occurred !== undefined) return sentenceOf(imprecise(occurred), language)
  if (within !== undefined) return windowSentence(imprecise(within), language)
  return sentenceOfRange(days, language)
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
