import t from 'tap'
import { isoOfDay } from '#domain/time/day.js'
import { callsDue, type CallGround } from '#projections/asked/call-back/calls-due.js'
import { queryCalls, type CallQuery } from '#projections/asked/call-back/query-calls.js'
import { emptyRegistry, withRows } from '#projections/kept/registry/registry-index.js'
import type { RegistryRow } from '#projections/kept/registry/registry-row.js'
import type { StandingsRow } from '#projections/kept/standings/standings.js'
import type { OpenStep } from '#projections/kept/open-steps/open-steps.js'
import { aRow } from '#test/projections/kept/registry/registry-rows.js'
import { dayOf, days, organisationId, stepId } from '#test/support/histories.js'

const today = dayOf('2026-07-01')
const held = { certain: 1, possible: 1, unrefuted: 1, kept: 1 }
const possible = { certain: 0, possible: 1, unrefuted: 1, kept: 0 }
const stale = { certain: 0, possible: 0, unrefuted: 1, kept: 1 }
const vague = { certain: 0, possible: 0, unrefuted: 1, kept: 0 }
const nothing = { certain: 0, possible: 0, unrefuted: 0, kept: 0 }

const standings = (
  id: string,
  spells: readonly (readonly [string, typeof held])[],
  more: Partial<StandingsRow> = {},
): StandingsRow => ({
  id: organisationId(id),
  model: 'hash',
  begins: dayOf('2012-01-01'),
  spells: [
    { begin: dayOf('1900-01-01'), ranks: nothing },
    ...spells.map(([begin, ranks]) => ({ begin: dayOf(begin), ranks })),
  ],
  ...more,
})

const plan = (id: string, overdue: string, more: Partial<OpenStep> = {}): OpenStep => ({
  stepId: stepId(id),
  kind: 'residency',
  waits: 'for-beginning',
  since: days('2014-10-01', '2014-10-31'),
  heard: days('2014-10-01', '2014-10-31'),
  overdue: dayOf(overdue),
  ...more,
})

const ground = (
  rows: readonly RegistryRow[],
  positions: readonly StandingsRow[] = [],
  open: Readonly<Record<string, readonly OpenStep[]>> = {},
): CallGround => ({
  registry: withRows(emptyRegistry, rows),
  standings: new Map(positions.map((row) => [row.id, row])),
  open: new Map(
    Object.entries(open).map(([id, steps]) => [organisationId(id), { id: organisationId(id), steps }]),
  ),
})

const told = (all: CallGround, months = 6): readonly string[] =>
  callsDue(all, today, months).calls.map(
    (call) => `${call.organisation.id} ${call.reason} ${isoOfDay(call.day)}`,
  )

t.test('a position that is stale, or will be within the months that are asked', async (t) => {
  const all = ground(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => aRow(id)),
    [
      standings('a', [
        ['2012-01-01', held],
        ['2024-02-01', stale],
      ]),
      standings('b', [
        ['2012-01-01', held],
        ['2026-12-31', stale],
      ]),
      standings('c', [
        ['2012-01-01', held],
        ['2027-01-02', stale],
      ]),
      standings('d', [
        ['2012-01-01', held],
        ['2020-01-01', nothing],
      ]),
      standings(
        'e',
        [
          ['2012-01-01', held],
          ['2024-01-01', stale],
        ],
        { ends: dayOf('2025-01-01') },
      ),
      standings(
        'f',
        [
          ['2012-01-01', held],
          ['2026-12-31', stale],
        ],
        { ends: dayOf('2026-12-31') },
      ),
    ],
  )
  t.strictSame(told(all), ['a stale 2024-02-01', 'b going-stale 2026-12-31'])
  t.strictSame(told(all, 7), ['a stale 2024-02-01', 'b going-stale 2026-12-31', 'c going-stale 2027-01-02'])
  t.strictSame(told(all, 0), ['a stale 2024-02-01'])
})

t.test('what becomes uncertain first is asked about from then on; what is simply over is not', async (t) => {
  const all = ground(
    ['a', 'b', 'c'].map((id) => aRow(id)),
    [
      standings('a', [
        ['2012-01-01', held],
        ['2026-12-01', possible],
        ['2027-03-01', stale],
      ]),
      standings('b', [
        ['2012-01-01', held],
        ['2026-12-01', possible],
      ]),
      standings('c', [
        ['2012-01-01', held],
        ['2026-12-01', nothing],
        ['2026-12-15', stale],
      ]),
    ],
  )
  t.strictSame(callsDue(all, today, 6).calls, [
    {
      organisation: aRow('a'),
      reason: 'going-stale',
      day: dayOf('2026-12-01'),
      staleOn: dayOf('2027-03-01'),
    },
  ])
})

t.test('a perhaps is asked about, fresh or stale; an operator is not asked about itself', async (t) => {
  const all = ground(
    [aRow('a'), aRow('b'), aRow('o', { kind: 'operateur_de_programmes' }), aRow('gone', { end: {} })],
    [
      standings('a', [['2024-01-01', possible]]),
      standings('b', [['2024-01-01', vague]]),
      standings('o', [['2024-01-01', stale]]),
      standings('gone', [['2024-01-01', stale]]),
    ],
  )
  t.strictSame(told(all), ['a unsettled 2024-01-01', 'b stale 2024-01-01', 'b unsettled 2024-01-01'])
})

t.test('what nobody heard of again is asked of whoever is left', async (t) => {
  const gone = { gone: days('2016-01-01') }
  const into = (id: string) => [
    { organisation: organisationId(id), manner: 'merger' as const, from: '2016-01-01' as never },
  ]
  const all = ground(
    [
      aRow('a'),
      aRow('old', { end: gone, successors: into('new') }),
      aRow('new', { steps: [stepId('told-again')] }),
      aRow('lost', { end: gone }),
    ],
    [],
    {
      a: [
        plan('due', '2015-01-01'),
        plan('later', '2026-07-02'),
        plan('end', '2026-01-01', { waits: 'for-end' }),
      ],
      old: [plan('left', '2015-06-01'), plan('told-again', '2015-06-01')],
      lost: [plan('x', '2015-01-01'), plan('y', '2015-01-01')],
    },
  )
  t.strictSame(told(all), [
    'a plan-unheard 2015-01-01',
    'a end-unheard 2026-01-01',
    'new plan-unheard 2015-06-01',
  ])
  t.equal(callsDue(all, today, 6).nobodyLeft, 2)
})

t.test('by day or by name, page by page, with counts beside the filters', async (t) => {
  const took = { programmes: [{ programme: 'transfo', editions: [] }] }
  const all = ground(
    [
      aRow('a', { name: 'Zoé', kind: 'commune', region: '53' }),
      aRow('b', { name: 'Élan', ...took }),
      aRow('c', { name: 'Est' }),
    ],
    [
      standings('a', [['2020-01-01', stale]]),
      standings('b', [['2021-01-01', stale]]),
      standings('c', [['2021-01-01', stale]]),
    ],
    { c: [plan('p', '2015-01-01', { programme: 'rebonds' })] },
  )
  const { calls } = callsDue(all, today, 6)
  const page = (query: Partial<CallQuery>) => {
    const found = queryCalls(calls, { limit: 10, ...query })
    if (found.outcome !== 'page') throw new Error(found.outcome)
    return found
  }
  const names = (query: Partial<CallQuery>) =>
    page(query).calls.map(({ organisation, reason }) => `${organisation.name} ${reason}`)
  t.strictSame(names({}), ['Est plan-unheard', 'Zoé stale', 'Élan stale', 'Est stale'])
  t.strictSame(names({ order: 'name' }), ['Élan stale', 'Est plan-unheard', 'Est stale', 'Zoé stale'])
  t.strictSame(names({ kind: 'commune' }), ['Zoé stale'])
  t.strictSame(names({ region: '53' }), ['Zoé stale'])
  t.strictSame(names({ programme: 'transfo' }), ['Élan stale'])
  t.strictSame(names({ programme: 'rebonds' }), ['Est plan-unheard'], 'of a step, its own programme')
  const first = page({ limit: 3 })
  t.equal(first.total, 4)
  t.strictSame(names({ limit: 3, ...(first.next === undefined ? {} : { cursor: first.next }) }), [
    'Est stale',
  ])
  t.equal(page({ limit: 4 }).next, undefined)
  t.strictSame(queryCalls(calls, { limit: 3, cursor: first.next ?? '', order: 'name' }), {
    outcome: 'bad-cursor',
  })
  t.strictSame(page({ kind: 'region' }).facets, {
    reason: [
      { value: 'stale', count: 2 },
      { value: 'plan-unheard', count: 1 },
    ],
    kind: [
      { value: 'commune', count: 1 },
      { value: 'region', count: 3 },
    ],
    programme: [
      { value: 'rebonds', count: 1 },
      { value: 'transfo', count: 1 },
    ],
    region: [{ value: 'none', count: 3 }],
  })
})
