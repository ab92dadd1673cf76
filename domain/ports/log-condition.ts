import { type LogCondition, type LogId, type Position } from './event-log.js'
import { type Labels } from '#domain/kernel/labels.js'
import { EventLogFault } from './event-log-fault.js'
import { faultRemedies } from './fault-remedies.js'

/** The condition of a log, from what happens when it is asked who and how long it is. */
export const conditionOf = async (
  identity: () => Promise<LogId>,
  head: () => Promise<Position>,
): Promise<LogCondition> => {
  try {
    return { usable: true, identity: await identity(), head: await head() }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { usable: false, fault: codeOf(error), message, remedy: remedyOf(error) }
  }
}

const codeOf = (error: unknown): string => (error instanceof EventLogFault ? error.code : 'unforeseen')

/** What to do about what a log threw. */
export const remedyOf = (error: unknown): Labels => {
  const known: Readonly<Record<string, Labels>> = faultRemedies
  return known[codeOf(error)] ?? unforeseen
}

const unforeseen: Labels = {
  fr: 'Consulter le journal du service : cette panne n’a pas de nom.',
  en: 'See the service’s own log: this failure has no name.',
}
