import { join } from 'node:path'
import t from 'tap'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import type { Instant } from '#domain/kernel/instant.js'
import { ActorId } from '#domain/kernel/identifiers.js'
import { acceptClock } from '#src/handling/clock/accept-clock.js'
import { get, post } from '#test/support/call.js'
import { isProblem } from '#test/support/is-problem.js'
import { NOW, openApplication } from '#test/support/open-application.js'
import { runTrajectoires } from '#src/composition/run-trajectoires.js'

const DAY = 24 * 3600 * 1000
let clock: Instant = NOW
const opened = await openApplication({ clock: () => clock })
const { server, house, dataDirectory } = opened
t.teardown(() => opened.close())

await post(server, '/v1/organisations', { id: 'brest', name: 'Brest', kind: 'commune' })
const seminar = { kind: 'seminar', stage: 'happened', role: 'lead', occurred: '2026-06', title: 'Un' }
const record = (title: string) => post(server, '/v1/organisations/brest/steps', { ...seminar, title })
t.equal((await record('Un')).status, 201)

const standing = async () => {
  const { json, headers } = await get(server, '/v1/organisations/brest/trajectory')
  const {
    asOf,
    knownAt,
    standing: at,
  } = json as {
    readonly asOf: string
    readonly knownAt: string
    readonly standing: { readonly state: string; readonly position: unknown }
  }
  return { asOf, knownAt, state: at.state, position: at.position, told: headers['clock-behind'] }
}
const whenRight = await standing()

const onCommandLine = async (...line: readonly string[]) => {
  const said: string[] = []
  const status = await runTrajectoires(line, {
    terminal: { print: (text) => said.push(text), complain: (text) => said.push(text), interactive: false },
    environment: { DATA_DIR: dataDirectory, LOG_LEVEL: 'silent' },
    clock: () => clock,
    ending: new AbortController().signal,
  })
  return { status, said: said.join('\n') }
}

t.test('a few minutes change nothing and are not told', async (t) => {
  clock = NOW - 4 * 60 * 1000
  t.strictSame(await standing(), whenRight)
  const { events } = (await record('Deux')).json as { readonly events: readonly { recordedAt: string }[] }
  t.equal(events[0]?.recordedAt, new Date(NOW).toISOString(), 'recorded at the log’s moment')
})

t.test('set back by a day, it answers as of the log, says so, and records nothing', async (t) => {
  clock = NOW - DAY
  t.match(whenRight, { told: undefined })
  t.strictSame(await standing(), { ...whenRight, told: new Date(NOW).toISOString() })
  for (const address of ['/v1/call-backs', '/v1/organisations?q=brest']) {
    t.match((await get(server, address)).json, { asOf: '2026-07-01' }, address)
  }
  const page = await get(server, '/organisations/brest', { accept: 'text/html' })
  t.match(page.text, /L’horloge de cette machine retarde.*1er juillet 2026/)
  t.equal(page.text.split('L’horloge de cette machine retarde').length, 2, 'once')

  const head = await house.log.head()
  isProblem(t, await record('Trois'), { status: 503, code: 'clock-behind' })
  isProblem(t, await post(server, '/v1/organisations', { id: 'vannes', name: 'Vannes', kind: 'commune' }), {
    status: 503,
    code: 'clock-behind',
  })
  t.equal(await house.log.head(), head)
  t.match(await onCommandLine('clock'), { status: 1, said: /retarde de plus de cinq minutes/ })
})

t.test('set right, it records again', async (t) => {
  clock = NOW
  t.equal((await record('Trois')).status, 201)
  t.match(await onCommandLine('clock'), { status: 0, said: /Rien à faire/ })
  t.match(await onCommandLine('clock', 'accept', '--reason', 'pour voir'), {
    status: 0,
    said: /Rien à faire/,
  })
})

t.test('or staff accept the jump, which is recorded and holds for every node', async (t) => {
  clock = NOW - DAY
  const beside = openSqliteEventLog({ path: join(dataDirectory, 'journal.sqlite') })
  t.teardown(() => beside.close())
  const actor = ActorId.parse('test:staff')
  const accepted = await acceptClock(beside, () => clock, { reason: 'un nœud avait un jour d’avance', actor })
  t.match(accepted, { outcome: 'accepted', standing: { lastRecorded: NOW, clock: NOW - DAY } })
  await house.registry.hasSeen(await beside.head())
  t.equal((await record('Quatre')).status, 201, 'without being started anew')
  t.match(await beside.last(), { type: 'SeminarHeld', recordedAt: NOW })
  t.match(await onCommandLine('clock'), { status: 0, said: /c’est accepté/ })
  t.match(await onCommandLine('organisations', 'brest'), { status: 0, said: /retarde sur le journal/ })
})
