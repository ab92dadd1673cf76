import t from 'tap'
import { openMemoryReadStore } from '#adapters/read-store/memory/memory-read-store.js'
import type { OrganisationEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Lineage } from '#domain/evidence/lineage.js'
import type { KeptModel } from '#projections/kept/kept-model.js'
import { appendEvents, appendNew, edtf, organisation, recorded } from '#test/support/organisation-events.js'
import { newLog, run } from './follower-world.js'
import { append, eventOfType, register } from './told-log.js'

const [a, b, c] = ['region-a', 'region-b', 'region-c'].map(organisation) as [
  OrganisationId,
  OrganisationId,
  OrganisationId,
] // as many as are named

const succeeds = (successor: OrganisationId): OrganisationEvent => ({
  type: 'OrganisationSucceeded',
  data: { successor, manner: 'merger', from: edtf('2016-01-01') },
})

interface LineageRow {
  readonly id: OrganisationId
  readonly lineage: string
}

/** How many events each organisation of a lineage has: «region-b 1 (region-a 2)». */
const written = ({ id, history, predecessors }: Lineage): string =>
  [`${id} ${history.length}`, ...predecessors.map((before) => `(${written(before)})`)].join(' ')

const lineages: KeptModel<LineageRow, ReadonlyMap<OrganisationId, LineageRow>> = {
  name: 'lineages',
  version: 1,
  readableSince: 1,
  restsOnPredecessors: true,
  rowOf: (organisation) => ({
    derived: true,
    row: { id: organisation.id, lineage: written(organisation) },
  }),
  viewOf: (rows) => new Map(rows.map((row) => [row.id, row])),
  withRows: (view, rows) => new Map([...view, ...rows.map((row) => [row.id, row] as const)]),
}

const told = (view: ReadonlyMap<OrganisationId, LineageRow>): readonly string[] =>
  [...view.values()].map(({ lineage }) => lineage).toSorted()

t.test('what is told of a predecessor changes the rows of all that came after it', async (t) => {
  const log = newLog(t)
  const { projection, upToDate } = await run(t, log, openMemoryReadStore(), lineages)
  for (const id of [a, b, c]) await register(log, id)
  t.strictSame(told(await upToDate()), ['region-a 1', 'region-b 1', 'region-c 1'])
  await append(log, a, succeeds(b))
  t.strictSame(told(await upToDate()), ['region-a 2', 'region-b 1 (region-a 2)', 'region-c 1'])
  await append(log, b, succeeds(c))
  await append(log, a, { type: 'OrganisationEnded', data: {} })
  const all = ['region-a 3', 'region-b 2 (region-a 3)', 'region-c 1 (region-b 2 (region-a 3))']
  t.strictSame(told(await upToDate()), all)
  await projection.rebuild()
  t.strictSame(told(projection.view()), all)
})

t.test('a succession that is corrected to another organisation counts for that one', async (t) => {
  const log = newLog(t)
  const { upToDate } = await run(t, log, openMemoryReadStore(), lineages)
  for (const id of [a, b, c]) await register(log, id)
  const wrong = recorded(succeeds(b), 1000)
  await appendEvents(log, a, [wrong])
  await upToDate()
  await append(log, a, {
    type: 'OrganisationCorrected',
    data: { target: wrong.id, changes: { successor: c }, reason: 'relecture' },
  })
  t.strictSame(
    told(await upToDate()),
    ['region-a 3', 'region-b 1 (region-a 3)', 'region-c 1 (region-a 3)'],
    'the stream of whom it was said of first is read on: it then tells of no succession',
  )
})

t.test('organisations that came after each other are met once', async (t) => {
  const log = newLog(t)
  const { upToDate } = await run(t, log, openMemoryReadStore(), lineages)
  for (const id of [a, b]) await register(log, id)
  await append(log, a, succeeds(b))
  await append(log, b, succeeds(a))
  t.strictSame(told(await upToDate()), ['region-a 2 (region-b 2)', 'region-b 2 (region-a 2)'])
})

t.test('a successor of which nothing was told yet has no row', async (t) => {
  const log = newLog(t)
  const { upToDate, warnings } = await run(t, log, openMemoryReadStore(), lineages)
  await register(log, a)
  await append(log, a, succeeds(b))
  t.strictSame(told(await upToDate()), ['region-a 2'])
  await register(log, b)
  t.strictSame(told(await upToDate()), ['region-a 2', 'region-b 1 (region-a 2)'])
  t.strictSame(warnings, [])
})

t.test('an heir of a stream that can’t be read is set aside, and the reason names that stream', async (t) => {
  const log = newLog(t)
  const { projection, upToDate } = await run(t, log, openMemoryReadStore(), lineages)
  for (const id of [a, b]) await register(log, id)
  await append(log, a, succeeds(b))
  await appendNew(log, a, [eventOfType('SomethingNew')])
  await upToDate()
  const { quarantined } = await projection.state()
  t.strictSame(
    quarantined.map(({ id, reason }) => [id, reason.includes('organisation-region-a')]),
    [
      [a, true],
      [b, true],
    ],
  )
})
