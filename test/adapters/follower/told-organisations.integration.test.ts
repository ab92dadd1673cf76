import t from 'tap'
import { createFoldedStates } from '#adapters/follower/folded-states.js'
import { strangers } from '#adapters/follower/kinship.js'
import { toldOrganisations } from '#adapters/follower/told-organisations.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { appendEvents, organisation, recorded, registered } from '#test/support/organisation-events.js'
import { newLog } from './follower-world.js'

const [a, b] = [organisation('region-a'), organisation('region-b')]
const { signal } = new AbortController()

t.test('organisations are told up to the position, and nothing of what came later', async (t) => {
  const log = newLog(t)
  await appendEvents(log, a, [recorded(registered('A'), 1)])
  const position = await appendEvents(log, b, [recorded(registered('B'), 2)])
  await appendEvents(log, a, [
    recorded({ type: 'OrganisationRenamed', data: { name: 'cassé' } }, 3),
    recorded({ type: 'OrganisationEnded', data: {} }, 4),
  ])
  const lots = toldOrganisations(createFoldedStates(log, 100), strangers, [b, a], position, signal)
  const told = (await lots.next()).value ?? []
  t.strictSame(
    told.map(({ id, last, alone }) => [id, last.revision, 'folded' in alone && alone.folded.history.length]),
    [
      [b, 0, 1],
      [a, 0, 1],
    ],
  )
  t.equal((await lots.next()).done, true)
})

t.test('a log that can’t be read is no fault of the organisation', async (t) => {
  const log: EventLog = { ...newLog(t), readStream: () => Promise.reject(new Error('input/output error')) }
  const lots = toldOrganisations(createFoldedStates(log, 100), strangers, [a], await log.head(), signal)
  await t.rejects(lots.next(), { message: 'input/output error' })
})
