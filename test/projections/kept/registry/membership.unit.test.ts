import t from 'tap'
import type { MemberState } from '#domain/membership/member-in-year.js'
import { memberStateIn } from '#projections/kept/registry/registry-row.js'
import { registryRowOf } from '#projections/kept/registry/row-of-organisation.js'
import { ended, eventsTold, fact, organisationId, registered, type Telling } from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const stateIn = (year: number, ...tellings: readonly Telling[]): MemberState =>
  memberStateIn(
    rowDerived(registryRowOf(foldedAlone(organisationId('a'), eventsTold(registered(), ...tellings)))),
    year,
  )

const taken = (told: Readonly<Record<string, unknown>>): Telling =>
  fact('membership', 'begun', { role: 'member', programme: 'adhesion', ...told })

t.test(
  'a membership is known for the years that news tell of, possible between them, to be renewed the year after, then without sequel',
  (t) => {
    const membership = taken({ occurred: '2012', statedOn: '2014-10-31' })
    t.strictSame(
      [2011, 2012, 2013, 2014, 2015, 2016, 2026].map((year) => stateIn(year, membership)),
      ['none', 'member', 'perhaps', 'member', 'to-renew', 'lapsed', 'lapsed'],
    )
    t.end()
  },
)

t.test('who told of an end is not to be asked again, and another membership counts for itself', (t) => {
  const over = [
    taken({ occurred: '2010', statedOn: '2015' }),
    fact('membership', 'ended', { role: 'member', occurred: '2015-06-30' }),
  ]
  t.strictSame(
    [2015, 2016].map((year) => stateIn(year, ...over)),
    ['member', 'lapsed'],
  )
  t.equal(stateIn(2020, ...over, taken({ stepId: 'again', occurred: '2020' })), 'member')
  t.end()
})

t.test('who exists no longer has nothing to renew', (t) => {
  const membership = taken({ occurred: '2015-06-01' })
  t.equal(stateIn(2016, membership), 'to-renew')
  t.equal(stateIn(2015, membership, ended('2015-12-31')), 'member')
  t.equal(stateIn(2016, membership, ended('2015-12-31')), 'lapsed')
  t.equal(stateIn(2016, ended('2015-12-31')), 'none')
  t.end()
})

t.test('only membership of La 27e Région itself counts', (t) => {
  const told = (fields: Readonly<Record<string, unknown>>): MemberState =>
    stateIn(2020, fact('membership', 'begun', { role: 'member', occurred: '2020', ...fields }))
  t.equal(stateIn(2020), 'none')
  t.equal(told({}), 'member', 'whose body nobody names')
  t.equal(told({ programme: 'adhesion' }), 'member')
  t.equal(told({ programme: 're_acteur_public' }), 'none')
  t.equal(told({ attributes: { body: 'Re•acteur Public' } }), 'none')
  t.equal(told({ attributes: { body: 'La 27e Région' }, programme: 'x' }), 'member')
  t.equal(told({ role: 'funder' }), 'none', 'who only pays holds none')
  t.end()
})
