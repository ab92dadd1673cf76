import { randomUUID } from 'node:crypto'
import { ActorId, type EventId } from '#domain/kernel/identifiers.js'
import { type NewEvent, type StreamName } from '#domain/ports/event-log.js'
import { seededRandom } from '#test/support/seeded-random.js'

const types = [
  'ResidencyStarted',
  'ResidencyCompleted',
  'SeminarHeld',
  'LabOpened',
  'TransfoStarted',
  'MandateGiven',
]
const actor = ActorId.parse('agent:bench')

export interface EventSource {
  readonly next: () => NewEvent
  /** Streams of some thirty events each. */
  readonly stream: () => StreamName
}

/** Events as an administration's history has them, some 350 bytes of data and envelope; the same for a seed. */
export const eventSource = (seed: number, prefix: string): EventSource => {
  const random = seededRandom(seed)
  let made = 0
  const next = (): NewEvent => {
    made += 1
    return {
      id: randomUUID() as EventId,
      type: types[random.below(types.length)] ?? 'SeminarHeld',
      schemaVersion: 1,
      recordedAt: 1_700_000_000_000 + made,
      data: {
        step: `residence-${random.below(36_000)}`,
        organisation: `commune-${random.below(36_000)}`,
        occurred: `20${10 + random.below(15)}-0${1 + random.below(9)}`,
        title: 'Résidence de recherche-action dans un quartier',
        weeks: random.below(12),
        evidence: { source: `https://exemple.fr/rapport/${random.below(1e6)}`, page: random.below(200) },
      },
      metadata: { actor },
    }
  }
  return { next, stream: () => `organisation-${prefix}-${Math.floor(made / 30)}` as StreamName }
}
