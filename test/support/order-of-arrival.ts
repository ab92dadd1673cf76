import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import { historyOf } from '#domain/organisation/history.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'

/** Stages that mean something else the other way round: what was suspended and resumed stands. */
export const pairedStages: readonly string[] = ['planned', 'plan-dropped', 'suspended', 'resumed']

/**
 * Whether two facts of these stages may be of one day. What was recorded later of a day came later in it: only there
 * does the order of arrival say something.
 */
export const meetOnOneDay = (events: readonly RecordedEvent[], stages = pairedStages): boolean => {
  const facts = [...historyOf(events).facts.values()].filter(({ stage }) => stages.includes(stage))
  return facts.some((one) =>
    facts.some((other) => one.id !== other.id && daysOfFact(one).latest === daysOfFact(other).earliest),
  )
}
