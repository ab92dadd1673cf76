import type { Test } from 'tap'
import type { DecidedEvent, RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { Circumstances, OrganisationCommand } from '#domain/organisation/command.js'
import { decide } from '#domain/organisation/decide.js'
import { historyOf } from '#domain/organisation/history.js'
import type { Refusal } from '#domain/refusals/refusal.js'
import { onDay, organisation, recorded } from './organisation-facts.js'

const circumstances: Circumstances = { today: onDay('2024-06-01'), inheritedSteps: new Map() }

/**
 * `given(t, …events).when(command).then(…events)`: compares the whole decision, so that an event too many, another order
 * or a field that differs fails. Events without a moment were recorded on 2024-01-15; today is 2024-06-01.
 */
export const given = (t: Test, ...events: readonly (DecidedEvent | RecordedEvent)[]) => {
  const history = historyOf(events.map((event) => ('recordedAt' in event ? event : recorded(event))))
  return {
    when: (command: OrganisationCommand, around: Partial<Circumstances> = {}) => {
      const decision = decide(organisation, history, command, { ...circumstances, ...around })
      return {
        then: (...expected: readonly DecidedEvent[]) =>
          t.strictSame(decision, { decided: true, events: expected }),
        thenNothing: () => t.strictSame(decision, { decided: true, events: [] }),
        thenRefused: (refusal: Refusal) => t.strictSame(decision, { decided: false, refusal }),
      }
    },
  }
}
