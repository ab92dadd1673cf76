import t from 'tap'
import { encode } from '#domain/log/codec.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { streamOfOrganisation } from '#domain/organisation/stream.js'
import type { NewEvent } from '#domain/ports/event-log.js'
import { answerTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { openApplication } from '#test/support/open-application.js'
import { eventsFrom, registered, succeeded, type Telling } from '#test/support/histories.js'

const events = (first: number, ...told: readonly Telling[]): readonly NewEvent[] =>
  eventsFrom(first, ...told).map((event) => encode(event, event.recordedAt, { actor: event.actor }))

t.test('a predecessor that this program cannot read is not left out in silence', async (t) => {
  const { house, close } = await openApplication()
  t.teardown(close)
  const write = async (id: string, all: readonly NewEvent[]) => {
    const [first, ...others] = all
    if (first === undefined) throw new Error('nothing to write')
    const stream = streamOfOrganisation(OrganisationId.parse(id))
    const appended = await house.log.append({ stream, expected: 'none', events: [first, ...others] })
    t.equal(appended.outcome, 'appended')
  }
  const [future, ...past] = events(1, registered(), registered(), succeeded('apres', '2016'))
  if (future === undefined) throw new Error('there are three')
  await write('apres', events(11, registered('Après')))
  await write('avant', [...past, { ...future, schemaVersion: 99 }])

  const after = OrganisationId.parse('apres')
  await t.rejects(answerTrajectory(house, after), /organisation-avant@2: newer-version/)
  t.strictSame(await house.predecessorsOf(after), ['avant'])
  t.strictSame(
    house.registry.aside().map(({ id }) => id),
    ['avant'],
  )
  t.strictSame(await house.predecessorsOf(OrganisationId.parse('avant')), [])
})
