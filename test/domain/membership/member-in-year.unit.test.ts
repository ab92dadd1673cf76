import t from 'tap'
import { memberInYear, yearsKnown } from '#domain/membership/member-in-year.js'
import { membershipsAmong } from '#domain/membership/membership-on-record.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { memberSentence } from '#projections/asked/members/member-sentences.js'
import { corrected, fact, history, registered, retracted, type Telling } from '#test/support/histories.js'

const rowOf = (...tellings: readonly Telling[]) =>
  membershipsAmong(stepsOf(history(registered(), ...tellings)))
const taken = (told: Readonly<Record<string, unknown>>): Telling =>
  fact('membership', 'begun', { role: 'member', programme: 'adhesion', ...told })

/** The years for which it is known, as «2012», or «2012?» where it is only possible. */
const years = (...tellings: readonly Telling[]): string =>
  yearsKnown(rowOf(...tellings))
    .map(({ year, certain }) => (certain ? String(year) : `${year}?`))
    .join(' ')

t.test('it is known for the years that facts name or news tell of, and possible between them', async (t) => {
  t.equal(years(taken({ occurred: '2012', statedOn: '2014-10' })), '2012 2013? 2014')
  t.equal(years(taken({ occurred: '2012', attributes: { year: 2012 } })), '2012')
  t.equal(
    years(
      taken({ occurred: '2012-03', statedOn: '2012-03' }),
      fact('membership', 'changed', { role: 'member', occurred: '2016-01', attributes: { year: 2016 } }),
    ),
    '2012 2013? 2014? 2015? 2016',
    'it is renewed every year: a later news tells of its own year',
  )
  t.equal(
    years(
      taken({ occurred: '2012-03', statedOn: '2012-03' }),
      fact('membership', 'confirmed', { role: 'member', occurred: '2026-01-01' }),
    ),
    '2012 2013? 2014? 2015? 2016? 2017? 2018? 2019? 2020? 2021? 2022? 2023? 2024? 2025? 2026',
  )
  t.equal(
    years(taken({ occurred: '2012' }), fact('membership', 'ended', { role: 'member', occurred: '2015-06' })),
    '2012 2013 2014 2015',
    'told from its begin to its end, it stood between',
  )
  t.equal(years(taken({ within: '2014/2015', statedOn: '2015-06' })), '2014? 2015', 'it began in one of them')
  t.equal(years(taken({ statedOn: '2014-10' })), '2014', 'nobody says since when')
  t.equal(
    years(
      taken({ occurred: '2012', statedOn: '2012' }),
      fact('membership', 'suspended', { role: 'member', occurred: '2013-01-01' }),
      fact('membership', 'resumed', { role: 'member', occurred: '2015-01-01' }),
    ),
    '2012 2015',
  )
  t.equal(years(fact('membership', 'planned', { role: 'member', statedOn: '2014', expected: '2015' })), '')
  t.equal(years(taken({ occurred: '2014', role: 'funder' })), '', 'who only pays holds none')
  t.equal(years(taken({ occurred: '2014' }), retracted(2)), '')
  t.equal(
    years(taken({ occurred: '2014', statedOn: '2014' }), corrected(2, { occurred: '2013' })),
    '2013 2014',
  )
})

t.test('in a year it is known, possible, to renew, lapsed, or was never', async (t) => {
  const held = rowOf(taken({ occurred: '2012', statedOn: '2014-10' }))
  t.strictSame(
    [2011, 2012, 2014, 2015, 2016].map((year) => memberInYear(held, year, { gone: false })),
    [
      { state: 'none' },
      { state: 'member', years: { first: 2012, last: 2012 } },
      { state: 'member', years: { first: 2012, last: 2014 } },
      { state: 'to-renew', years: { first: 2012, last: 2014 } },
      { state: 'lapsed', because: 'not-renewed', years: { first: 2012, last: 2014 } },
    ],
  )
  t.strictSame(
    [2014, 2015].map((year) => memberInYear(held, year, { gone: true })),
    [
      { state: 'member', years: { first: 2012, last: 2014 } },
      { state: 'lapsed', because: 'organisation-ended', years: { first: 2012, last: 2014 } },
    ],
  )
  const ended = rowOf(
    taken({ occurred: '2012' }),
    fact('membership', 'ended', {
      role: 'member',
      occurred: '2013-06',
      attributes: { reason: 'budget-cut' },
    }),
  )
  t.strictSame(memberInYear(ended, 2013, { gone: false }).state, 'member')
  t.strictSame(memberInYear(ended, 2014, { gone: true }), {
    state: 'lapsed',
    because: 'ended',
    years: { first: 2012, last: 2013 },
  })
  t.equal(ended[0]?.reason, 'budget-cut')
  t.equal(
    memberInYear(rowOf(taken({ within: '2014/2015', statedOn: '2015-06' })), 2014, { gone: false }).state,
    'perhaps',
  )
})

t.test('a membership is told apart by its programme, else by its body', async (t) => {
  const association = (told: Readonly<Record<string, unknown>>) =>
    rowOf(fact('membership', 'begun', { role: 'member', occurred: '2014', ...told }))[0]?.association
  t.equal(association({ programme: 're_acteur_public' }), 're_acteur_public')
  t.equal(association({}), 'adhesion')
  t.equal(association({ attributes: { body: 'La 27e Région' } }), 'adhesion')
  t.equal(association({ attributes: { body: 'France urbaine' } }), 'France urbaine')
})

t.test('what a year cost, who paid and what was used stand with the year', async (t) => {
  const [held] = rowOf(
    taken({
      occurred: '2015-02',
      cost: { min: 29_000, max: 29_000, year: 2015, payer: 'Direction générale' },
      attributes: { tier: 'Région' },
    }),
    fact('membership', 'changed', {
      role: 'member',
      occurred: '2016-01',
      attributes: {
        year: 2016,
        amount: '4000..5000',
        payer: 'Service finances',
        rightsUsed: '2 jours de salle',
      },
    }),
  )
  t.strictSame(held?.years, [
    {
      year: 2015,
      amount: { min: 29_000, max: 29_000, approximate: false },
      tier: 'Région',
      payer: 'Direction générale',
    },
    {
      year: 2016,
      amount: { min: 4000, max: 5000, approximate: false },
      payer: 'Service finances',
      rightsUsed: '2 jours de salle',
    },
  ])
})

t.test('a sentence says since when only for years without a gap', async (t) => {
  const held = rowOf(
    taken({ occurred: '2012', attributes: { year: 2012 } }),
    ...[2015, 2016].map((year) =>
      fact('membership', 'changed', { role: 'member', occurred: `${year}-01`, attributes: { year } }),
    ),
  )
  const said = (year: number) => {
    const told = memberInYear(held, year, { gone: false })
    if (told.state === 'none') return told.state
    return memberSentence({ because: null, ...told }, year, held).fr
  }
  t.strictSame([2012, 2014, 2015, 2016, 2017].map(said), [
    'Adhésion connue pour 2012.',
    'Adhésion connue pour 2012 et pour 2015 ; rien ne dit qu’elle a été renouvelée pour 2014.',
    'Adhésion connue pour 2015 ; la première connue est de 2012.',
    'Adhésion connue pour 2016, et chaque année depuis 2015 ; la première connue est de 2012.',
    'Adhésion connue jusqu’en 2016 ; rien ne dit encore qu’elle est renouvelée pour 2017.',
  ])
  t.strictSame(memberInYear(held, 2014, { gone: false }), {
    state: 'perhaps',
    because: 'between-years',
    years: { first: 2012, last: 2014 },
  })
})
