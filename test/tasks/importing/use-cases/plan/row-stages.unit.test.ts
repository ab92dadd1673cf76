import t from 'tap'
import type { Shape } from '#domain/steps/declaring/kind.js'
import { parseEdtf, type EdtfText } from '#domain/time/edtf.js'
import { stagesOfRow } from '#src/tasks/importing/use-cases/plan/row-stages.js'
import type { RowStatus } from '#src/tasks/importing/use-cases/table/row-status.js'

interface Dates {
  readonly start?: string
  readonly end?: string
  readonly within?: string
  readonly statedOn?: string
}

const edtf = (text: string | undefined): EdtfText | undefined => {
  if (text === undefined) return undefined
  const date = parseEdtf(text)
  if (date === undefined) throw new Error(`no EDTF: ${text}`)
  return date.text
}

/** The facts of a row, or why there are none. */
const meant = (status: RowStatus, shape: Shape, dates: Dates, goesOn = false): unknown => {
  const stages = stagesOfRow(
    status,
    shape,
    {
      start: edtf(dates.start),
      end: dates.end === '..' ? '..' : edtf(dates.end),
      within: edtf(dates.within),
      statedOn: edtf(dates.statedOn),
    },
    goesOn,
  )
  return stages.understood ? stages.stages : stages.why
}

/** What the domain says of each status and shape, one line a rule. */
const table: readonly (readonly [RowStatus, readonly Shape[], Dates, unknown])[] = [
  [
    'planned',
    ['punctual', 'running', 'lasting'],
    { statedOn: '2014-10~' },
    [{ stage: 'planned', occurred: '2014-10~' }],
  ],
  [
    'planned',
    ['punctual', 'running', 'lasting'],
    { start: '2016-33', end: '2020', statedOn: '2015-11-26' },
    [{ stage: 'planned', occurred: '2015-11-26', expected: '2016-33/2020' }],
  ],
  [
    'planned',
    ['running'],
    { start: '2016', statedOn: '2015' },
    [{ stage: 'planned', occurred: '2015', expected: '2016' }],
  ],
  [
    'planned',
    ['running'],
    { end: '2016', statedOn: '2015' },
    [{ stage: 'planned', occurred: '2015', expected: '../2016' }],
  ],
  ['planned', ['lasting'], { within: '2013/2014' }, [{ stage: 'planned', within: '2013/2014' }]],
  ['planned', ['lasting'], {}, [{ stage: 'planned' }]],

  [
    'completed',
    ['punctual'],
    { start: '2016-10-18', end: '2016-10-20' },
    [{ stage: 'happened', occurred: '2016-10-18/2016-10-20' }],
  ],
  [
    'completed',
    ['punctual'],
    { start: '2015-11', end: '2015-11' },
    [{ stage: 'happened', occurred: '2015-11' }],
  ],
  ['completed', ['punctual'], { end: '2014-06' }, [{ stage: 'happened', occurred: '2014-06' }]],
  ['completed', ['punctual'], { start: '2012-01' }, [{ stage: 'happened', occurred: '2012-01' }]],
  [
    'completed',
    ['punctual'],
    { within: '2014/2015-11-26' },
    [{ stage: 'happened', within: '2014/2015-11-26' }],
  ],
  ['completed', ['punctual'], { statedOn: '2015' }, [{ stage: 'happened' }]],

  [
    'completed',
    ['running'],
    { start: '2009-09', end: '2009-12', statedOn: '2010' },
    [
      { stage: 'started', occurred: '2009-09' },
      { stage: 'completed', occurred: '2009-12' },
    ],
  ],
  [
    'completed',
    ['running'],
    { start: '2016-06', statedOn: '2019-12-12' },
    [
      { stage: 'started', occurred: '2016-06' },
      { stage: 'completed', within: '2016-06/2019-12-12' },
    ],
  ],
  [
    'completed',
    ['running'],
    { start: '2016-06' },
    [
      { stage: 'started', occurred: '2016-06' },
      { stage: 'completed', within: '2016-06/..' },
    ],
  ],
  ['completed', ['running'], { within: '2009/2010-04' }, [{ stage: 'completed', within: '2009/2010-04' }]],
  ['completed', ['running'], { end: '2010' }, [{ stage: 'completed', occurred: '2010' }]],
  ['completed', ['running'], { statedOn: '2010' }, [{ stage: 'completed' }]],

  [
    'completed',
    ['lasting'],
    { start: '2012', end: '2012-12' },
    [
      { stage: 'begun', occurred: '2012' },
      { stage: 'ended', occurred: '2012-12' },
    ],
  ],
  [
    'completed',
    ['lasting'],
    { end: '2014-02', within: '2013/2014-02' },
    [
      { stage: 'begun', within: '2013/2014-02' },
      { stage: 'ended', occurred: '2014-02' },
    ],
  ],
  [
    'completed',
    ['lasting'],
    { within: '2012/2012-05' },
    [
      { stage: 'begun', within: '2012/2012-05' },
      { stage: 'ended', within: '2012/2012-05' },
    ],
  ],
  [
    'completed',
    ['lasting'],
    { start: '2012', statedOn: '2015' },
    [
      { stage: 'begun', occurred: '2012' },
      { stage: 'ended', within: '2012/2015' },
    ],
  ],

  ['started', ['punctual'], { start: '2014' }, [{ stage: 'happened', occurred: '2014' }]],
  [
    'started',
    ['running'],
    { start: '2015~', end: '2016~' },
    [{ stage: 'started', occurred: '2015~', expected: '2016~' }],
  ],
  ['started', ['running'], { within: '2018/..' }, [{ stage: 'started', within: '2018/..' }]],
  [
    'started',
    ['running'],
    { start: '2016', end: '..' },
    [{ stage: 'started', occurred: '2016', expected: '2016/..' }],
  ],
  [
    'started',
    ['lasting'],
    { start: '2015-02', statedOn: '2015-04-28' },
    [{ stage: 'begun', occurred: '2015-02' }],
  ],
  ['started', ['lasting'], { within: '../2014-10' }, [{ stage: 'begun', within: '../2014-10' }]],
  ['started', ['lasting'], { statedOn: '2015' }, [{ stage: 'begun' }]],

  [
    'abandoned',
    ['running'],
    { start: '2012', end: '2013' },
    [
      { stage: 'started', occurred: '2012' },
      { stage: 'abandoned', occurred: '2013' },
    ],
  ],
  [
    'abandoned',
    ['running'],
    { start: '2012', statedOn: '2014' },
    [
      { stage: 'started', occurred: '2012' },
      { stage: 'abandoned', within: '2012/2014' },
    ],
  ],

  ['changed', ['lasting'], { within: '2015-11/2019' }, [{ stage: 'changed', within: '2015-11/2019' }]],
  ['suspended', ['lasting'], { within: '2015-11-26' }, [{ stage: 'suspended', within: '2015-11-26' }]],
  [
    'suspended',
    ['lasting'],
    { start: '2016', end: '2017' },
    [{ stage: 'suspended', occurred: '2016', expected: '2017' }],
  ],
  ['resumed', ['lasting'], { end: '2017' }, [{ stage: 'resumed', occurred: '2017' }]],
  [
    'made-official',
    ['lasting'],
    { start: '2015-04-24' },
    [{ stage: 'changed', official: true, occurred: '2015-04-24' }],
  ],

  ['abandoned', ['punctual', 'lasting'], { start: '2012' }, 'status'],
  ['changed', ['punctual', 'running'], { start: '2012' }, 'status'],
  ['suspended', ['punctual', 'running'], { start: '2012' }, 'status'],
  ['resumed', ['punctual', 'running'], { start: '2012' }, 'status'],
  ['made-official', ['punctual', 'running'], { start: '2012' }, 'status'],

  ['completed', ['punctual', 'running', 'lasting'], { start: '2013', end: '2012' }, 'order'],
  ['completed', ['running'], { start: '2013', statedOn: '2012' }, 'order'],
  ['completed', ['punctual', 'running', 'lasting'], { start: '2013', end: '..' }, 'open-end'],
]

for (const [status, shapes, dates, expected] of table) {
  for (const shape of shapes) {
    t.test(`${status}, ${shape}, ${JSON.stringify(dates)}`, (t) => {
      t.strictSame(meant(status, shape, dates), expected)
      t.end()
    })
  }
}

t.test('a row that goes on with another’s step and gives no beginning tells of none', (t) => {
  t.strictSame(meant('completed', 'lasting', { end: '2016' }, true), [{ stage: 'ended', occurred: '2016' }])
  t.strictSame(meant('completed', 'lasting', { start: '2015', end: '2016' }, true), [
    { stage: 'begun', occurred: '2015' },
    { stage: 'ended', occurred: '2016' },
  ])
  t.end()
})
