import t from 'tap'
import { collectionOfPath } from '#src/tasks/importing/use-cases/table/collection-of-path.js'
import type { ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { eventsIn, importInto, memoryLog, organisationsFile, tableFile } from '#test/support/import-files.js'

const step = {
  organisation_slug: 'ville-a',
  role: 'pilote',
  kind: 'seminar',
  status: 'completed',
  start: '2014',
}

/** What became of each row of steps. */
const endsOf = ({ entries }: ImportReport): unknown =>
  entries.flatMap((entry) =>
    entry.table === 'steps' && entry.type !== 'warning'
      ? [[entry.subject, entry.type === 'refused' ? entry.code : entry.type]]
      : [],
  )

t.test('a refused row stands in no other row’s way', async (t) => {
  const rows = Array.from({ length: 9 }, (_, index) => ({ step_id: `e${index + 1}`, ...step }))
  const steps = tableFile(
    'steps.csv',
    rows.map((row, index) => (index === 4 ? { ...row, start: '2030' } : row)),
  )
  const log = memoryLog()
  const report = await importInto(log, [organisationsFile, steps])
  t.strictSame(
    endsOf(report),
    rows.map(({ step_id }) => [step_id, step_id === 'e5' ? 'fact-in-future' : 'recorded']),
  )
  t.equal((await eventsIn(log)).length, 2 + 8)
})

t.test('a successor goes on with a step of its predecessor, in a dry run as well', async (t) => {
  const organisations = tableFile('organisations.csv', [
    {
      slug: 'region-a',
      official_name: 'Région A',
      kind: 'region',
      successor: 'region-b',
      succession_date: '2016-01-01',
      succession_type: 'fusion',
    },
    { slug: 'region-b', official_name: 'Région B', kind: 'region' },
    { slug: 'region-c', official_name: 'Région C', kind: 'region' },
  ])
  const lab = { role: 'pilote', kind: 'lab' }
  const steps = tableFile('steps.csv', [
    { step_id: 'e1', organisation_slug: 'region-b', ...lab, status: 'changed', of: 'e3', start: '2017' },
    { step_id: 'e2', organisation_slug: 'region-c', ...lab, status: 'changed', of: 'e3', start: '2017' },
    { step_id: 'e3', organisation_slug: 'region-a', ...lab, status: 'started', start: '2014' },
  ])
  for (const dryRun of [true, false]) {
    t.strictSame(endsOf(await importInto(memoryLog(), [organisations, steps], { dryRun })), [
      ['e1', 'recorded'],
      ['e2', 'step-unknown'],
      ['e3', 'recorded'],
    ])
  }
})

t.test('a row that needs another which no column names is recorded once that one is', async (t) => {
  const lab = { organisation_slug: 'ville-a', role: 'pilote', kind: 'lab' }
  const steps = tableFile('steps.csv', [
    { step_id: 'e1', ...lab, status: 'changed', start: '2017' },
    { step_id: 'e2', ...lab, status: 'started', start: '2014', of: 'e1' },
  ])
  t.strictSame(endsOf(await importInto(memoryLog(), [organisationsFile, steps])), [
    ['e1', 'recorded'],
    ['e2', 'recorded'],
  ])
})

t.test('a successor that nobody registered is told, and its succession recorded', async (t) => {
  const organisations = tableFile('organisations.csv', [
    {
      slug: 'region-a',
      official_name: 'Région A',
      kind: 'region',
      successor: 'region-z',
      succession_date: '2016',
      succession_type: 'fusion',
    },
  ])
  const { entries, counts } = await importInto(memoryLog(), [organisations])
  t.strictSame(
    entries.map((entry) => [entry.type, entry.type === 'warning' ? entry.warning.code : entry.subject]),
    [
      ['recorded', 'region-a'],
      ['warning', 'successor-unknown'],
    ],
  )
  t.equal(counts.warnings, 1)
})

t.test('a log that takes nothing is named on every row', async (t) => {
  const registered = memoryLog()
  await importInto(registered, [organisationsFile])
  const log: EventLog = { ...registered, append: () => Promise.resolve({ outcome: 'disk-full' }) }
  const steps = tableFile('steps.csv', [
    { step_id: 'e1', ...step },
    { step_id: 'e2', ...step },
  ])
  t.strictSame(endsOf(await importInto(log, [steps])), [
    ['e1', 'disk-full'],
    ['e2', 'disk-full'],
  ])
})

t.test('tells of its progress up to the last row', async (t) => {
  const heard: unknown[] = []
  const steps = tableFile('steps.csv', [
    { step_id: 'e1', ...step },
    { step_id: 'e2', ...step, organisation_slug: 'region-b' },
  ])
  await importInto(memoryLog(), [organisationsFile, steps], {
    onProgress: (progress) => heard.push(progress),
  })
  t.strictSame(
    heard,
    [1, 2, 3, 4].map((done) => ({ done, total: 4 })),
  )
})

t.test('a file that cannot be read is named, and the others are imported', async (t) => {
  const broken = { name: 'vide.csv', bytes: new Uint8Array() }
  const report = await importInto(memoryLog(), [broken, organisationsFile])
  t.strictSame(
    report.refusedFiles.map(({ name, code }) => [name, code]),
    [['vide.csv', 'file-empty']],
  )
  t.equal(report.counts.organisations.recorded, 2)
})

t.test('a collection has the name of its folder', (t) => {
  t.equal(collectionOfPath('/données/Histoire réelle/steps.csv'), 'histoire-reelle')
  t.equal(collectionOfPath('/Étapes.csv'), 'etapes')
  t.end()
})
