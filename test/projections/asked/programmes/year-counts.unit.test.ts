import t from 'tap'
import {
  programmesTaken,
  type ProgrammesTaken,
  programmesRowOf,
} from '#projections/kept/programmes/programmes.js'
import { countsByYear, type CountsOverYears } from '#projections/asked/programmes/year-counts.js'
import {
  eventsTold,
  fact,
  organisationId,
  registered,
  type Telling,
  type Told,
} from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const THIS_YEAR = 2026

const rowOf = (id: string, ...tellings: readonly Telling[]) =>
  rowDerived(programmesRowOf(foldedAlone(organisationId(id), eventsTold(registered(id), ...tellings))))

const transfo = (stepId: string, occurred: string, told: Told = {}): Telling =>
  fact('transfo', 'started', { stepId, occurred, programme: 'transfo', ...told })

/** `3`, or `3+2` where two more are possible; years with nothing left out. */
const short = (counts: CountsOverYears, measure: 'steps' | 'participations' | 'organisations') =>
  Object.fromEntries(
    [
      ...counts.years.map((one) => [String(one.year), one[measure]] as const),
      ['all', counts.period[measure]] as const,
    ]
      .filter(([, { certain, possible }]) => certain + possible > 0)
      .map(([year, { certain, possible }]) => [
        year,
        possible === 0 ? `${certain}` : `${certain}+${possible}`,
      ]),
  )

const transfoIn = (taken: ProgrammesTaken, from?: number, to?: number): CountsOverYears => {
  const counts = countsByYear(
    taken,
    { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
    THIS_YEAR,
  )
  return counts.programmes.find(({ programme }) => programme === 'transfo') ?? counts.all
}

t.test('a collective step is one step, as many participations, and each organisation once', async (t) => {
  const counts = transfoIn(
    programmesTaken.viewOf([
      rowOf('a', transfo('a1', '2016-06', { jointId: 'joint' }), transfo('a2', '2016-09')),
      rowOf('b', transfo('b1', '2016', { jointId: 'joint' })),
    ]),
  )
  t.strictSame(short(counts, 'steps'), { 2016: '2', all: '2' })
  t.strictSame(short(counts, 'participations'), { 2016: '3', all: '3' })
  t.strictSame(short(counts, 'organisations'), { 2016: '2', all: '2' })
})

t.test('a vague date is possible in each of its years and certain in none, but for the period', async (t) => {
  const counts = transfoIn(
    programmesTaken.viewOf([
      rowOf('a', transfo('a1', '2016/..', { statedOn: '2018-05' }), transfo('a2', '2017')),
    ]),
    2015,
    2019,
  )
  t.strictSame(
    counts.years.map(({ year }) => year),
    [2015, 2016, 2017, 2018, 2019],
  )
  t.strictSame(
    short(counts, 'steps'),
    { 2016: '1', 2017: '1', all: '2' },
    'an open interval begins in its first year',
  )
  const vague = transfoIn(
    programmesTaken.viewOf([
      rowOf('a', fact('transfo', 'started', { within: '2016-11/2018', programme: 'transfo' })),
      rowOf('b', transfo('b1', '2017')),
    ]),
  )
  t.strictSame(short(vague, 'steps'), { 2016: '0+1', 2017: '1+1', 2018: '0+1', all: '2' })
  t.strictSame(short(vague, 'organisations'), { 2016: '0+1', 2017: '1+1', 2018: '0+1', all: '2' })
  t.strictSame(
    short(
      transfoIn(
        programmesTaken.viewOf([
          rowOf('a', transfo('a1', '2016~')),
          rowOf('b', fact('transfo', 'started', { within: '2016-11/2018', programme: 'transfo' })),
        ]),
        2017,
        2017,
      ),
      'steps',
    ),
    {
      2017: '0+1',
      all: '0+1',
    },
  )
})

t.test('of several who took it together, the first to begin dates the step', async (t) => {
  const counts = transfoIn(
    programmesTaken.viewOf([
      rowOf('a', transfo('a1', '2016', { jointId: 'joint' })),
      rowOf('b', transfo('b1', '2018-03', { jointId: 'joint' })),
    ]),
  )
  t.strictSame(short(counts, 'steps'), { 2016: '1', all: '1' })
  t.strictSame(short(counts, 'participations'), { 2016: '1', 2018: '1', all: '2' })
})

t.test(
  'where only the end is told, it counts in the year of the end; with no day since when, in none',
  async (t) => {
    const counts = transfoIn(
      programmesTaken.viewOf([
        rowOf('a', fact('transfo', 'completed', { stepId: 'a', occurred: '2014-05', programme: 'transfo' })),
        rowOf('b', fact('transfo', 'started', { stepId: 'b', statedOn: '2015', programme: 'transfo' })),
      ]),
    )
    t.strictSame(short(counts, 'steps'), { 2014: '1', all: '1' })
    t.equal(counts.undated, 1)
  },
)

t.test(
  'announcements, targets, support, setbacks and what was held around are no participation',
  async (t) => {
    const told = { occurred: '2016', programme: 'transfo' }
    const taken = programmesTaken.viewOf([
      rowOf(
        'a',
        fact('transfo', 'planned', { stepId: 'plan', ...told }),
        fact('transfo', 'started', { stepId: 'support', ...told, role: 'funder' }),
        fact('setback', 'begun', { stepId: 'setback', ...told }),
        fact('target', 'happened', { stepId: 'target', ...told }),
        fact('programme', 'begun', { stepId: 'life', ...told }),
        fact('award', 'happened', { stepId: 'award', ...told }),
      ),
    ])
    t.strictSame(countsByYear(taken, {}, THIS_YEAR), {
      from: THIS_YEAR,
      to: THIS_YEAR,
      programmes: [],
      catalogue: emptyIn(THIS_YEAR),
      all: emptyIn(THIS_YEAR),
    })
  },
)

const none = { certain: 0, possible: 0 }
const nothing = { steps: none, participations: none, organisations: none }
const emptyIn = (year: number) => ({ years: [{ year, ...nothing }], period: nothing, undated: 0 })

t.test('a step that only its operator has on record is a step, and nobody’s participation', async (t) => {
  const counts = transfoIn(
    programmesTaken.viewOf([
      rowOf(
        'operator',
        transfo('o1', '2016', { role: 'operator' }),
        transfo('o2', '2017', { role: 'operator', jointId: 'j' }),
      ),
      rowOf('a', transfo('a1', '2017', { jointId: 'j' })),
    ]),
  )
  t.strictSame(short(counts, 'steps'), { 2016: '1', 2017: '1', all: '2' })
  t.strictSame(short(counts, 'participations'), { 2017: '1', all: '1' })
  t.strictSame(short(counts, 'organisations'), { 2017: '1', all: '1' })
})

t.test(
  'programmes of the catalogue come first, and an organisation in two of them counts once',
  async (t) => {
    const taken = programmesTaken.viewOf([
      rowOf(
        'a',
        fact('gathering', 'happened', { stepId: 'g', occurred: '2016', programme: 'a_network' }),
        transfo('t', '2016'),
        fact('residency', 'started', { occurred: '2016', programme: 'territoires_en_residences' }),
      ),
    ])
    const { programmes, catalogue, all } = countsByYear(taken, {}, THIS_YEAR)
    t.strictSame(
      programmes.map(({ programme, inCatalogue }) => [programme, inCatalogue]),
      [
        ['territoires_en_residences', true],
        ['transfo', true],
        ['a_network', false],
      ],
    )
    t.strictSame(
      [short(catalogue, 'steps'), short(all, 'steps')],
      [
        { 2016: '2', all: '2' },
        { 2016: '3', all: '3' },
      ],
    )
    t.strictSame(short(all, 'organisations'), { 2016: '1', all: '1' })
  },
)
