import t from 'tap'
import { membersOfYear, type MembersGround } from '#projections/asked/members/members-of-year.js'
import { MembersView } from '#projections/asked/members/members-view.js'
import { membershipsOnRecord } from '#projections/kept/memberships/memberships.js'
import { programmesTaken } from '#projections/kept/programmes/programmes.js'
import { memberStateIn } from '#projections/kept/registry/registry-row.js'
import { registered as registeredIn, registry } from '#projections/kept/registry/registry-index.js'
import {
  ended,
  eventsTold,
  fact,
  organisationId,
  registered,
  succeeded,
  type Telling,
} from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const taken = (told: Readonly<Record<string, unknown>>): Telling =>
  fact('membership', 'begun', { stepId: 'm', role: 'member', programme: 'adhesion', ...told })
const transfo = (...told: readonly string[]): readonly Telling[] => [
  fact('transfo', 'started', { programme: 'transfo', occurred: told[0], title: 'La Transfo' }),
  ...(told[1] === undefined
    ? []
    : [fact('transfo', 'completed', { programme: 'transfo', occurred: told[1] })]),
]

/** Organisations by their names, each with what is told of it. */
const ground = (told: Readonly<Record<string, readonly Telling[]>>): MembersGround => {
  const streams = Object.entries(told).map(([name, tellings]) => ({
    id: organisationId(name.toLowerCase()),
    events: eventsTold(registered(name), ...tellings),
  }))
  return {
    memberships: membershipsOnRecord.viewOf(
      streams.map(({ id, events }) => rowDerived(membershipsOnRecord.rowOf(foldedAlone(id, events)))),
    ),
    programmes: programmesTaken.viewOf(
      streams.map(({ id, events }) => rowDerived(programmesTaken.rowOf(foldedAlone(id, events)))),
    ),
    registry: registry.viewOf(
      streams.map(({ id, events }) => rowDerived(registry.rowOf(foldedAlone(id, events)))),
    ),
  }
}

const ask = (all: MembersGround, year: number, association = 'adhesion'): MembersView =>
  MembersView.parse(membersOfYear(all, { year, association }))

t.test('each state by name, with what is known of the year, and nothing guessed', async (t) => {
  const all = ground({
    Zoe: [
      taken({ occurred: '2016-01', attributes: { amount: 5000, rightsUsed: 'salle, 1 jour' } }),
      ...transfo('2016-03', '2018'),
    ],
    Ada: [taken({ occurred: '2016', attributes: { year: 2016 } })],
    Bob: [taken({ occurred: '2015', statedOn: '2015' })],
    Cyd: [taken({ occurred: '2012', statedOn: '2012' })],
    Dan: [],
  })
  const { members, results, years } = ask(all, 2016)
  t.strictSame(
    members.map(({ organisation, state }) => `${organisation.name} ${state}`),
    ['Ada member', 'Bob to-renew', 'Cyd lapsed', 'Zoe member'],
  )
  t.strictSame(results, {
    member: 2,
    perhaps: 0,
    toRenew: 1,
    lapsed: 1,
    amounts: { min: 5000, max: 5000, known: 1, unknown: 1 },
  })
  t.match(members.at(-1), {
    amount: { min: 5000 },
    rightsUsed: ['salle, 1 jour'],
    took: [{ stepId: 'transfo' }],
  })
  t.strictSame(
    years.map(({ year, member }) => [year, member]),
    [
      [2012, 1],
      [2013, 0],
      [2014, 0],
      [2015, 1],
      [2016, 2],
    ],
  )
})

t.test(
  'who took part in research-action that year without a membership, since it has been asked for',
  async (t) => {
    const all = ground({
      Ada: [taken({ occurred: '2016', statedOn: '2018' }), ...transfo('2016', '2018')],
      Bob: [taken({ occurred: '2012', statedOn: '2014' }), ...transfo('2016', '2018')],
      Cyd: transfo('2016'),
      Dan: [fact('transfo', 'started', { programme: 'transfo', occurred: '2017', role: 'co-funder' })],
      Eve: [fact('seminar', 'happened', { programme: 'journees_decouverte', occurred: '2017' })],
    })
    const without = (year: number) =>
      ask(all, year).withoutMembership?.map(({ organisation }) => organisation.name)
    t.strictSame(without(2016), ['Bob', 'Cyd'])
    t.strictSame(without(2017), ['Bob'], 'nothing tells that the one without an end went on')
    t.equal(
      ask(all, 2017).withoutMembership?.[0]?.sentence.fr,
      'Adhésion connue jusqu’en 2014, pas pour 2017.',
    )
    t.equal(without(2015), undefined, 'no source asks for it before 2016')
    t.equal(ask(all, 2016, 're_acteur_public').withoutMembership, null)
  },
)

t.test('an organisation that exists no longer renews nothing: its heirs are named', async (t) => {
  const all = ground({
    Old: [taken({ occurred: '2014', statedOn: '2015' }), ended('2015-12-31'), succeeded('new', '2016-01-01')],
    New: [],
  })
  t.match(ask(all, 2016).members, [
    { state: 'lapsed', because: 'organisation-ended', heirs: [{ id: 'new', name: 'New' }] },
  ])
  t.equal(ask(all, 2015).members[0]?.state, 'member')
})

t.test('a target is no result, and belongs to the years for which it was set', async (t) => {
  const all = ground({
    Ada: [taken({ occurred: '2016' })],
    Operator: [
      fact('target', 'planned', {
        programme: 'adhesion',
        title: 'Au moins 15 adhésions',
        statedOn: '2015-11-26',
        expected: '2016',
        attributes: { value: 15 },
      }),
    ],
  })
  const { targets, results } = ask(all, 2016)
  t.strictSame([targets[0]?.value, results.member], [{ min: 15, max: 15 }, 1])
  t.strictSame(ask(all, 2017).targets, [])
})

t.test('the registry, which filters by it, agrees in every year', async (t) => {
  const all = ground({
    Ada: [taken({ occurred: '2013', statedOn: '2014' })],
    Bob: [taken({ within: '2014/2015', statedOn: '2015-06' })],
    Cyd: [
      taken({ occurred: '2012' }),
      fact('membership', 'ended', { stepId: 'm', role: 'member', occurred: '2014' }),
    ],
    Dan: [taken({ occurred: '2013', statedOn: '2014' }), ended('2014-12-31')],
    Eve: [taken({ programme: 're_acteur_public', occurred: '2013' })],
    Fay: [],
  })
  for (let year = 2010; year <= 2020; year += 1) {
    const listed = new Map<string, string>(
      ask(all, year).members.map((one) => [one.organisation.id, one.state]),
    )
    for (const id of all.memberships.keys()) {
      const row = registeredIn(all.registry, id)
      t.equal(row && memberStateIn(row, year), listed.get(id) ?? 'none', `${id} in ${year}`)
    }
  }
})
