import { randomUUID } from 'node:crypto'
import { CLOCK_STREAM } from '#domain/clock/clock-event.js'
import { isBehind, mayRecord, nowOf } from '#domain/clock/clock-rule.js'
import { encode } from '#domain/log/codec.js'
import { EventId, type ActorId } from '#domain/kernel/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { AppendOutcome, EventLog } from '#domain/ports/event-log.js'
import { acceptedIn } from './keep-time.js'

/** How a log and the clock of this machine stand to each other. */
export interface ClockStanding {
  readonly clock: Instant
  /** 0 for an empty log. */
  readonly lastRecorded: Instant
  /** `right`: nothing to do. `behind`: nothing is recorded here. `accepted`: behind, and staff accepted it. */
  readonly state: 'right' | 'behind' | 'accepted'
}

export const clockStanding = async (
  log: Pick<EventLog, 'last' | 'readStream'>,
  clock: Clock,
): Promise<ClockStanding> => {
  const lastRecorded = (await log.last())?.recordedAt ?? 0
  const times = { clock: clock(), lastRecorded, acceptedThrough: await acceptedIn(log) }
  const state = !isBehind(times) ? 'right' : mayRecord(times) ? 'accepted' : 'behind'
  return { clock: times.clock, lastRecorded, state }
}

export type Accepted =
  | { readonly outcome: 'accepted'; readonly standing: ClockStanding }
  /** The clock is right, or this moment of the log was accepted before. */
  | { readonly outcome: 'nothing-to-accept'; readonly standing: ClockStanding }
  | { readonly outcome: 'not-written'; readonly why: AppendOutcome['outcome'] }

/** Records that staff accept the log’s moment although this clock is behind it: from then on every node writes again. */
export const acceptClock = async (
  log: EventLog,
  clock: Clock,
  { reason, actor }: { readonly reason: string; readonly actor: ActorId },
): Promise<Accepted> => {
  const standing = await clockStanding(log, clock)
  if (standing.state !== 'behind') return { outcome: 'nothing-to-accept', standing }
  const data = { lastRecorded: iso(standing.lastRecorded), clock: iso(standing.clock), reason }
  const event = { type: 'ClockJumpAccepted' as const, id: EventId.parse(randomUUID()), data }
  const { outcome } = await log.append({
    stream: CLOCK_STREAM,
    expected: 'any',
    events: [encode(event, nowOf(standing), { actor })],
  })
  return outcome === 'appended' ? { outcome: 'accepted', standing } : { outcome: 'not-written', why: outcome }
}

const iso = (instant: Instant): string => new Date(instant).toISOString()
