import fc from 'fast-check'
import t from 'tap'
import type { ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import { eventsIn, importInto, memoryLog, tableFile } from '#test/support/import-files.js'
import { propertyRuns } from '#test/support/property.js'

type Row = Readonly<Record<string, string>>

/** One organisation came after the other; some rows are told of the wrong one, or too late. */
const organisations: readonly Row[] = [
  {
    slug: 'region-a',
    official_name: 'Région A',
    kind: 'region',
    status: 'disparue',
    ended: '2015-12-31',
    successor: 'region-b',
    succession_date: '2016-01-01',
    succession_type: 'fusion',
  },
  { slug: 'region-b', official_name: 'Région B', kind: 'region' },
]

const ids = Array.from({ length: 12 }, (_, index) => `e${index}`)
const dates = fc.constantFrom('', '', '2009', '2012-03~', 'mars 2013', '2014', '2016', '2018-21', 'hier')

const rowOf = (step_id: string): fc.Arbitrary<Row> =>
  fc.record({
    step_id: fc.constant(step_id),
    organisation_slug: fc.constantFrom('region-a', 'region-b', 'Région B'),
    role: fc.constantFrom('pilote', 'partenaire'),
    kind: fc.constantFrom('seminar', 'residency', 'lab', 'lab', 'setback'),
    status: fc.constantFrom(
      'planned',
      'started',
      'completed',
      'abandoned',
      'changed',
      'made-official',
      'suspended',
    ),
    start: dates,
    end: dates,
    within: fc.constantFrom('', '', '', '2010/2014', '2017/..'),
    stated_on: fc.constantFrom('', '2014', '2019'),
    of: fc.option(fc.constantFrom(...ids), { nil: '', freq: 3 }),
    follows: fc.option(fc.constantFrom(...ids), { nil: '', freq: 3 }),
    team_size: fc.constantFrom('', '3', '4..5'),
    source: fc.constantFrom('', 'S1', 'S2'),
  })

const rows = fc
  .shuffledSubarray(ids, { minLength: 1 })
  .chain((some) => fc.tuple(...some.map(rowOf)))
  .map((some): readonly Row[] => some)

const filesOf = (steps: readonly Row[]) => [
  tableFile('organisations.csv', organisations),
  tableFile('steps.csv', steps),
]

/** What became of each row, whatever its line. */
const endsOf = ({ entries }: ImportReport): unknown =>
  entries
    .map(({ table, subject, ...entry }) => JSON.stringify([table, subject, { ...entry, line: 0 }]))
    .sort()

t.test('importing again adds nothing, and says the same of what was refused', async (t) => {
  await fc.assert(
    fc.asyncProperty(rows, async (steps) => {
      const log = memoryLog()
      const first = await importInto(log, filesOf(steps))
      const events = await eventsIn(log)
      const again = await importInto(log, filesOf(steps))
      t.strictSame(await eventsIn(log), events)
      t.equal(again.counts.events, 0)
      t.equal(again.counts.steps.unchanged, first.counts.steps.recorded)
      t.equal(again.counts.steps.refused, first.counts.steps.refused)
      t.equal(again.counts.steps.faulty, first.counts.steps.faulty)
      t.equal(first.counts.events, events.length)
    }),
    propertyRuns(30),
  )
})

t.test('every row has one end', async (t) => {
  await fc.assert(
    fc.asyncProperty(rows, async (steps) => {
      const { entries, counts } = await importInto(memoryLog(), filesOf(steps))
      const ends = entries.filter(({ type, table }) => type !== 'warning' && table === 'steps')
      t.strictSame(ends.map(({ subject }) => subject).sort(), steps.map((row) => row['step_id'] ?? '').sort())
      t.equal(counts.steps.rows, steps.length)
    }),
    propertyRuns(30),
  )
})

t.test('a dry run reports what the import then does, and records nothing', async (t) => {
  await fc.assert(
    fc.asyncProperty(rows, rows, fc.boolean(), async (before, steps, applyCorrections) => {
      const log = memoryLog()
      await importInto(log, filesOf(before))
      const events = await eventsIn(log)
      const dry = await importInto(log, filesOf(steps), { dryRun: true, applyCorrections })
      t.strictSame(await eventsIn(log), events)
      const done = await importInto(log, filesOf(steps), { applyCorrections })
      t.strictSame({ ...dry, dryRun: false }, done)
      t.equal((await eventsIn(log)).length, events.length + done.counts.events)
    }),
    propertyRuns(30),
  )
})

t.test('the order of the rows does not matter', async (t) => {
  const reordered = rows.chain((steps) =>
    fc.tuple(fc.constant(steps), fc.shuffledSubarray([...steps], { minLength: steps.length })),
  )
  await fc.assert(
    fc.asyncProperty(reordered, async ([one, other]) => {
      const [first, second] = [memoryLog(), memoryLog()]
      const reports = [
        await importInto(first, filesOf(one)),
        await importInto(second, filesOf(other)),
      ] as const
      t.strictSame(endsOf(reports[0]), endsOf(reports[1]))
      t.strictSame(
        (await eventsIn(first)).map(({ id, data }) => [id, data]),
        (await eventsIn(second)).map(({ id, data }) => [id, data]),
      )
    }),
    propertyRuns(30),
  )
})
