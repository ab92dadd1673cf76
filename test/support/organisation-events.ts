import { encode } from '#domain/log/codec.js'
import type { OrganisationEvent, RecordedEvent } from '#domain/organisation/organisation-event.js'
import { ActorId, EventId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { EventLog, NewEvent, Position } from '#domain/ports/event-log.js'
import type { Fact } from '#domain/steps/fact.js'
import { parseEdtf, type EdtfText } from '#domain/time/edtf.js'

/** 2024-01-15, noon in UTC: when the tests' events are recorded unless they say otherwise. */
export const RECORDED_AT = Date.UTC(2024, 0, 15, 12)
const actor = ActorId.parse('agent:test')

export const organisation = (slug: string): OrganisationId => OrganisationId.parse(slug)
export const stepId = (slug: string): StepId => StepId.parse(slug)

/** The same number gives the same id. */
export const eventId = (number: number): EventId =>
  EventId.parse(`00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`)

export const edtf = (text: string): EdtfText => {
  const date = parseEdtf(text)
  if (date === undefined) throw new Error(`no EDTF: ${text}`)
  return date.text
}

/** The facts of a residency that everything but what is told leaves unknown. */
export const fact = (step: string, told: Partial<Fact> = {}): Fact => ({
  stepId: stepId(step),
  role: 'host',
  ...told,
})

export const registered = (name: string, kind: OrganisationKind = 'region'): OrganisationEvent => ({
  type: 'OrganisationRegistered',
  data: { name, kind },
})

/** Events as a stream tells them, numbered from 1, a day apart from `RECORDED_AT` on. */
export const recordedInOrder = (events: readonly OrganisationEvent[]): readonly RecordedEvent[] =>
  events.map((event, index) => recorded(event, index + 1, RECORDED_AT + index * 86_400_000))

export const recorded = (
  event: OrganisationEvent,
  number: number,
  recordedAt = RECORDED_AT,
): RecordedEvent => ({
  ...event,
  id: eventId(number),
  recordedAt,
  actor,
})

/** Appends to the organisation's stream; gives the position of the last event. */
export const appendEvents = async (
  log: EventLog,
  id: OrganisationId,
  events: readonly RecordedEvent[],
): Promise<Position> =>
  appendNew(
    log,
    id,
    events.map((event) => encode(event, event.recordedAt, { actor: event.actor })),
  )

/** Appends what may be no event of ours. */
export const appendNew = async (
  log: EventLog,
  id: OrganisationId,
  events: readonly NewEvent[],
): Promise<Position> => {
  const [first, ...others] = events
  if (first === undefined) return log.head()
  const stream = streamOfOrganisation(id)
  const outcome = await log.append({ stream, expected: 'any', events: [first, ...others] })
  if (outcome.outcome !== 'appended') throw new Error(`append ended with ${JSON.stringify(outcome)}`)
  return outcome.position
}
