import t from 'tap'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { collectionOfPath } from '#src/tasks/importing/use-cases/table/collection-of-path.js'
import type { ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { EventLog } from '#domain/ports/event-log.js'
import {
  eventsIn,
  importInto,
  memoryLog,
  organisationsFile,
  tableFile,
  textFile,
} from '#test/support/import-files.js'

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

t.test('one history in three spellings is one history', async (t) => {
  const organisations = (name: string) =>
    textFile('organisations.csv', `slug,official_name,kind\nville-e,"${name}",commune\n`)
  const steps = (note: string) =>
    textFile(
      'steps.csv',
      `step_id,organisation_slug,role,kind,status,start,title,note\ne1,ville-e,pilote,seminar,completed,2014,E\u0301te\u0301,"${note}"\n`,
    )
  const log = memoryLog()
  await importInto(log, [organisations('Ville de l’Été'), steps('un\ndeux')])
  const recorded = await eventsIn(log)
  t.match(recorded.at(-1)?.data, { title: 'Été', note: 'un\ndeux' })
  const again = await importInto(log, [organisations('Ville de l’E\u0301te\u0301'), steps('un\r\ndeux')], {
    applyCorrections: true,
  })
  t.match(again.counts, { organisations: { unchanged: 1 }, steps: { unchanged: 1 }, events: 0 })
  t.strictSame(await eventsIn(log), recorded)
})

t.test('a cell under a header without a name is named, and not lost', async (t) => {
  const steps = textFile(
    'steps.csv',
    'step_id,organisation_slug,role,kind,status,start,,\ne1,ville-a,pilote,seminar,completed,2014,,\ne2,ville-a,pilote,seminar,completed,2015,note libre,\n',
  )
  const { entries } = await importInto(memoryLog(), [organisationsFile, steps])
  t.match(
    entries.filter(({ table }) => table === 'steps'),
    [
      { type: 'recorded', subject: 'e1' },
      {
        type: 'faulty',
        line: 3,
        faults: [
          { code: 'column-unnamed', value: 'note libre', remedy: { fr: /^La 7e colonne n’a pas d’en-tête/ } },
        ],
      },
    ],
  )
})

t.test('a header by the name of what every object has is an unknown column like any other', async (t) => {
  const steps = tableFile('steps.csv', [
    { step_id: 'e1', ...step, constructor: 'x', toString: 'y', ['__proto__']: 'z' },
  ])
  const report = await importInto(memoryLog(), [organisationsFile, steps])
  t.match(endsOf(report), [['e1', 'recorded']])
  t.strictSame(
    report.files[1]?.warnings.map(({ code, column }) => [code, column]),
    [
      ['column-unknown', 'constructor'],
      ['column-unknown', 'toString'],
      ['column-unknown', '__proto__'],
    ],
  )
  t.ok(reportLines(report).some((line) => line.includes('« constructor »')))
  t.ok(reportLines(report).some((line) => line.includes('« __proto__ »')))
})

t.test('codes that a spreadsheet maimed are asked back, and overwrite nothing', async (t) => {
  const row = {
    slug: 'bourg',
    official_name: 'Ville de Bourg-en-Bresse',
    kind: 'commune',
    code_type: 'commune',
  }
  const log = memoryLog()
  await importInto(log, [tableFile('organisations.csv', [{ ...row, code_insee: '01053' }])])
  const recorded = await eventsIn(log)
  for (const maimed of ['1053', 'ABBA', '84', '01003']) {
    const file = tableFile('organisations.csv', [{ ...row, code_insee: maimed }])
    const { entries, counts } = await importInto(log, [file], { applyCorrections: true })
    t.match(entries, [
      {
        type: 'faulty',
        faults: [
          {
            code: maimed === '1053' ? 'code-lost-zero' : 'code-not-of-type',
            column: 'code_insee',
            value: maimed,
          },
        ],
      },
    ])
    t.equal(counts.events, 0)
  }
  const guarded = tableFile('organisations.csv', [{ ...row, code_insee: '="01053"' }])
  t.match(await importInto(log, [guarded], { applyCorrections: true }), {
    counts: { organisations: { unchanged: 1 }, events: 0 },
  })
  t.strictSame(await eventsIn(log), recorded)
})

t.test('a number that can mean two things is asked back, and no other', async (t) => {
  const amounts = (cost: string, participants: string) =>
    importInto(memoryLog(), [
      organisationsFile,
      tableFile('steps.csv', [{ step_id: 'e1', ...step, cost_eur_min: cost, participants }]),
    ])
  for (const [cost, participants] of [
    ['29.000 €', '1.500'],
    ['29,000 €', '1,500'],
  ] as const) {
    const { entries } = await amounts(cost, participants)
    t.match(
      entries.filter(({ table }) => table === 'steps'),
      [
        {
          type: 'faulty',
          faults: [
            { code: 'number-ambiguous', column: 'cost_eur_min', remedy: { fr: /écrire 29, ou 29000\.$/ } },
            { code: 'number-ambiguous', column: 'participants', remedy: { fr: /écrire 1,5, ou 1500\.$/ } },
          ],
        },
      ],
    )
  }
  const log = memoryLog()
  await importInto(log, [
    organisationsFile,
    tableFile('steps.csv', [
      { step_id: 'e1', ...step, cost_eur_min: '29 000,50 €', participants: '1.500.000' },
    ]),
  ])
  t.match((await eventsIn(log)).at(-1)?.data, {
    cost: { min: 29_000.5 },
    attributes: { participants: 1_500_000 },
  })
})
