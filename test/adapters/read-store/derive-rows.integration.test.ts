import t from 'tap'
import { changesOf, deriveRows } from '#adapters/read-store/derive-rows.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { appendEvents, organisation, recorded, registered } from '#test/support/organisation-events.js'
import { counting } from './counting-projection.js'
import { newLog } from './projection-world.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]
const { signal } = new AbortController()

t.test('rows tell what lay up to the position, and nothing of what came later', async (t) => {
  const log = newLog(t)
  await appendEvents(log, a, [recorded(registered('A'), 1)])
  const position = await appendEvents(log, b, [recorded(registered('B'), 2)])
  await appendEvents(log, a, [
    recorded({ type: 'OrganisationRenamed', data: { name: 'cassé' } }, 3),
    recorded({ type: 'OrganisationEnded', data: {} }, 4),
  ])
  const derived = await deriveRows(log, counting(), [b, a], position, signal)
  t.strictSame(derived, {
    rows: [
      { id: b, events: 1, madeBy: 1 },
      { id: a, events: 1, madeBy: 1 },
    ],
    quarantined: [],
  })
  t.strictSame(changesOf(derived).rows[1], { id: a, json: '{"id":"region-a","events":1,"madeBy":1}' })
})

t.test('a log that can’t be read is no fault of the organisation', async (t) => {
  const log: EventLog = { ...newLog(t), readStream: () => Promise.reject(new Error('input/output error')) }
  await t.rejects(deriveRows(log, counting(), [a], await log.head(), signal), {
    message: 'input/output error',
  })
})
