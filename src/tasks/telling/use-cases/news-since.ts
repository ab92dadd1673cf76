import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import type { Revision } from '#domain/ports/event-log.js'
import type { Labels } from '#domain/kernel/labels.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'
import type { HistoryReading } from './list-steps.js'

/** What was recorded of an organisation after a revision that somebody saw, in words. */
export const newsSince = async (
  { log }: Pick<HistoryReading, 'log' | 'viewer'>,
  id: OrganisationId,
  seen: Revision | 'none',
): Promise<readonly Labels[]> => {
  const { events } = await readOrganisation(log, id)
  const { facts } = historyOf(events)
  return events.slice(seen === 'none' ? 0 : seen + 1).map((event) => {
    const target = 'target' in event.data ? event.data.target : event.id
    const fact = facts.get(target)
    const sentence = fact && factSentence(fact)
    return toldAs(event, sentence)
  })
}

const toldAs = ({ type }: RecordedEvent, sentence: Labels | undefined): Labels => {
  if (sentence === undefined) {
    return {
      fr: 'Ce qui est dit de l’organisation elle-même a changé.',
      en: 'What is told of the organisation itself has changed.',
    }
  }
  if (type === 'StepCorrected') return { fr: `Corrigé : ${sentence.fr}`, en: `Corrected: ${sentence.en}` }
  if (type === 'StepRetracted') return { fr: `Retiré : ${sentence.fr}`, en: `Taken back: ${sentence.en}` }
  return sentence
}
