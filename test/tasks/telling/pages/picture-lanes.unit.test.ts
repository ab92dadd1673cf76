import t from 'tap'
import { lanesOf } from '#src/tasks/telling/pages/picture-lanes.js'
import type { Explanation } from '#projections/asked/explanation/explanation.js'
import type { SpellView } from '#projections/asked/trajectory/trajectory-view.js'

const spell = (begin: string, end: string, readings: Partial<SpellView>): SpellView => ({
  begin,
  end,
  ends: 'turn',
  state: 'held',
  certain: [],
  possible: [],
  unrefuted: [],
  kept: [],
  ...readings,
})

const rank = (fr: string) => ({ labels: { fr, en: fr } })

/** As much of an explanation as lanes take their names from. */
const explanation = {
  position: { positions: [rank('curieux'), rank('expérimentateur')] },
  dimensions: [
    { dimension: { code: 'skills', labels: { fr: 'compétences', en: 'skills' } }, levels: [rank('amorcée')] },
  ],
} as unknown as Explanation

const label = { fr: 'Position', en: 'Position' }

t.test(
  'what is certain lies below what is possible, and that below what was so when last heard of',
  async (t) => {
    const [position] = lanesOf(
      {
        spells: {
          position: [
            spell('2014-01-01', '2016-01-01', { certain: [1], possible: [1, 2], unrefuted: [1, 2] }),
          ],
          dimensions: [],
        },
      },
      explanation,
      label,
    )
    t.strictSame(position?.bands, [
      { look: 'certain', begin: '2014-01-01', end: '2016-01-01', low: 0, high: 1 },
      { look: 'possible', begin: '2014-01-01', end: '2016-01-01', low: 1, high: 2 },
    ])
  },
)

t.test('a stale answer is drawn as stale only, and nothing observed is not drawn', async (t) => {
  const [, skills] = lanesOf(
    {
      spells: {
        position: [],
        dimensions: [
          {
            dimension: 'skills',
            spells: [
              spell('2010-01-01', '2014-01-01', { state: 'none' }),
              spell('2014-01-01', '2036-01-01', { state: 'stale', unrefuted: [1], kept: [1] }),
            ],
          },
        ],
      },
    },
    explanation,
    label,
  )
  t.strictSame(skills?.bands, [{ look: 'stale', begin: '2014-01-01', end: '2036-01-01', low: 0, high: 1 }])
  t.equal(skills?.stretches.length, 2, 'the table tells of every stretch')
})

t.test('a dimension that no spell tells of is an empty lane', async (t) => {
  const lanes = lanesOf({ spells: { position: [], dimensions: [] } }, explanation, label)
  t.strictSame(
    lanes.map(({ key, ranks, bands }) => ({ key, ranks: ranks.map(({ fr }) => fr), bands })),
    [
      { key: 'position', ranks: ['curieux', 'expérimentateur'], bands: [] },
      { key: 'skills', ranks: ['amorcée'], bands: [] },
    ],
  )
})

t.test('what follows looking the same is one band and one line of the table', async (t) => {
  const [position] = lanesOf(
    {
      spells: {
        position: [
          spell('2012-01-01', '2014-01-01', { certain: [1], possible: [1], unrefuted: [1] }),
          spell('2014-01-01', '2015-01-01', { certain: [1], possible: [1, 2], unrefuted: [1, 2] }),
          spell('2015-01-01', '2016-01-01', { certain: [2], possible: [2], unrefuted: [2] }),
          spell('2016-01-01', '2036-01-01', {
            ends: 'horizon',
            certain: [1, 2],
            possible: [1, 2],
            unrefuted: [1, 2],
          }),
        ],
        dimensions: [],
      },
    },
    explanation,
    label,
  )
  t.strictSame(position?.bands, [
    { look: 'certain', begin: '2012-01-01', end: '2015-01-01', low: 0, high: 1 },
    { look: 'possible', begin: '2014-01-01', end: '2015-01-01', low: 1, high: 2 },
    { look: 'certain', begin: '2015-01-01', end: '2036-01-01', low: 0, high: 2 },
  ])
  t.strictSame(position?.stretches, [
    { begin: '2012-01-01', end: '2014-01-01', ends: 'turn', state: 'held', rank: 1 },
    { begin: '2014-01-01', end: '2036-01-01', ends: 'horizon', state: 'held', rank: 2 },
  ])
})
