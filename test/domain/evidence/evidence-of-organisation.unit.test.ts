import t from 'tap'
import { evidenceOfOrganisation } from '#domain/evidence/evidence-of-organisation.js'
import type { Lineage } from '#domain/evidence/lineage.js'
import { historyOf } from '#domain/organisation/history.js'
import { successionsOf } from '#domain/organisation/existence.js'
import {
  days,
  dayOf,
  eventIds,
  eventsFrom,
  fact,
  on,
  organisationId,
  succeeded,
  type Telling,
} from '#test/support/histories.js'

/** An organisation whose events are numbered from `first` on, after those that it succeeded. */
const organisation = (
  id: string,
  first: number,
  tellings: readonly Telling[],
  ...predecessors: readonly Lineage[]
): Lineage => ({ id: organisationId(id), history: historyOf(eventsFrom(first, ...tellings)), predecessors })

const evidence = (lineage: Lineage, inheritance: 'full' | 'none' = 'full') => {
  const { standings, occurrences } = evidenceOfOrganisation(lineage, inheritance)
  return [...standings, ...occurrences]
}

const inheritances = (lineage: Lineage) => evidence(lineage).map(({ kind, inherited }) => [kind, inherited])

const FROM = '2016-01-01'
const from = (id: string, since: string, surely: boolean) => ({
  from: organisationId(id),
  since: dayOf(since),
  surely,
})

const lab = (told = {}) => fact('lab', 'begun', { occurred: '2012-01-01', ...told })
const toGrandEst = succeeded('grand-est', FROM)

t.test('without predecessors, nothing is inherited', (t) => {
  t.strictSame(inheritances(organisation('alone', 1, [lab()])), [
    ['lab', undefined],
    ['lab-begun', undefined],
  ])
  t.end()
})

t.test(
  'what was inherited keeps its dates, and is only possible where nothing was heard of it since',
  (t) => {
    const left = organisation('champagne', 1, [lab(), toGrandEst])
    const seminar = fact('seminar', 'happened', { occurred: '2017-01-01' })
    const successor = organisation('grand-est', 101, [seminar], left)
    t.strictSame(inheritances(successor), [
      ['lab', from('champagne', FROM, false)],
      ['seminar', undefined],
      ['lab-begun', from('champagne', FROM, true)],
    ])
    const [standing] = evidenceOfOrganisation(successor, 'full').standings
    t.strictSame(standing?.begin, days('2012-01-01'))
    t.strictSame(
      evidence(successor, 'none').map(({ kind }) => kind),
      ['seminar'],
      'without inheritance there is only what it did itself',
    )
    t.end()
  },
)

t.test('what was heard of since is as any other', (t) => {
  const surely = (...own: readonly Telling[]) =>
    evidenceOfOrganisation(
      organisation('grand-est', 101, own, organisation('champagne', 1, [lab(), toGrandEst])),
      'full',
    ).standings.map(({ kind, inherited, events }) => [kind, inherited?.surely, events])
  t.strictSame(surely(fact('lab', 'confirmed', { occurred: '2016-01-01' })), [
    ['lab', true, eventIds(1, 101)],
  ])
  t.strictSame(surely(fact('lab', 'confirmed', { occurred: '2015-12-31' })), [
    ['lab', false, eventIds(1, 101)],
  ])
  t.strictSame(surely(fact('lab', 'confirmed', { occurred: '2015/2016' })), [['lab', true, eventIds(1, 101)]])
  t.strictSame(
    surely(fact('lab', 'confirmed', { within: '2015/2016' })),
    [['lab', false, eventIds(1, 101)]],
    'heard of perhaps before',
  )
  t.strictSame(surely(fact('lab', 'ended', { occurred: '2017' })), [['lab', true, eventIds(1, 101)]])
  t.strictSame(
    evidenceOfOrganisation(
      organisation(
        'grand-est',
        101,
        [],
        organisation('champagne', 1, [lab({ statedOn: '2016-02' }), toGrandEst]),
      ),
      'full',
    ).standings.map(({ inherited }) => inherited),
    [from('champagne', FROM, true)],
    'also when the predecessor recorded it',
  )
  t.end()
})

t.test('what a merger does not end', (t) => {
  const left = organisation('champagne', 1, [
    fact('transfo', 'started', { occurred: '2011' }),
    fact('transfo', 'completed', { occurred: '2013' }),
    fact('residency', 'started', { occurred: '2015' }),
    fact('setback', 'begun', { occurred: '2014' }),
    fact('place', 'planned', { occurred: '2014' }),
    toGrandEst,
  ])
  t.strictSame(
    evidenceOfOrganisation(organisation('grand-est', 101, [], left), 'full').standings.map(
      ({ kind, inherited }) => [kind, inherited?.surely],
    ),
    [
      ['transfo', false],
      ['transfo-undertaken', true],
      ['residency', false],
      ['residency-undertaken', false],
      ['setback', true],
      ['place-planned', false],
    ],
  )
  t.end()
})

t.test('a stage that the successor records belongs to the life that was begun before', (t) => {
  const left = organisation('champagne', 1, [
    fact('residency', 'started', { occurred: '2015-10-01' }),
    toGrandEst,
  ])
  const completed = fact('residency', 'completed', { occurred: '2016-03-01' })
  t.strictSame(
    evidence(organisation('grand-est', 101, [completed], left)).map((piece) => [
      piece.kind,
      'begin' in piece ? [piece.begin, piece.end] : piece.range,
      piece.inherited,
      piece.events,
    ]),
    [
      [
        'residency',
        [days('2015-10-01'), days('2016-03-01')],
        from('champagne', FROM, true),
        eventIds(1, 101),
      ],
      [
        'residency-undertaken',
        [days('2015-10-01'), undefined],
        from('champagne', FROM, true),
        eventIds(1, 101),
      ],
      ['residency-completed', days('2016-03-01'), from('champagne', FROM, true), eventIds(1, 101)],
    ],
  )
  t.end()
})

t.test('what the successor alone told of an inherited step is its own', (t) => {
  const left = organisation('champagne', 1, [fact('lab', 'planned', { occurred: '2015' }), toGrandEst])
  const opened = fact('lab', 'begun', { occurred: '2017-01-01' })
  t.strictSame(inheritances(organisation('grand-est', 101, [opened], left)), [
    ['lab', undefined],
    ['lab-planned', from('champagne', FROM, true)],
    ['lab-begun', undefined],
  ])
  t.end()
})

t.test('a succession without a date does nothing yet, and can be reported', (t) => {
  const left = organisation('champagne', 1, [lab(), succeeded('grand-est')])
  t.strictSame(inheritances(organisation('grand-est', 101, [], left)), [])
  t.strictSame(
    successionsOf(left.history).map(({ successor, from }) => [successor, from]),
    [[organisationId('grand-est'), undefined]],
  )
  t.end()
})

t.test('it counts from the last possible day of the succession on', (t) => {
  const since = (...told: readonly Telling[]) =>
    evidence(organisation('ditp', 101, [], organisation('sgmap', 1, [lab(), ...told]))).map(
      ({ inherited }) => inherited?.since,
    )
  t.strictSame(since(succeeded('ditp', '2017-11', 'split')), [dayOf('2017-11-30'), dayOf('2017-11-30')])
  t.strictSame(since(succeeded('ditp', '2017'), succeeded('ditp', '2018-02-01')), [
    dayOf('2018-02-01'),
    dayOf('2018-02-01'),
  ])
  t.strictSame(since(succeeded('ditp', '2017/..')), [dayOf('2017-12-31'), dayOf('2017-12-31')])
  t.strictSame(since(succeeded('another', '2017')), [])
  t.end()
})

t.test('both successors of a split inherit, each with what it recorded itself', (t) => {
  const left = organisation('sgmap', 1, [
    lab(),
    succeeded('ditp', '2017-11-21', 'split'),
    succeeded('dinsic', '2017-11-21', 'split'),
  ])
  const confirmed = fact('lab', 'confirmed', { occurred: '2018-06-01' })
  t.strictSame(inheritances(organisation('ditp', 101, [confirmed], left))[0], [
    'lab',
    from('sgmap', '2017-11-21', true),
  ])
  t.strictSame(inheritances(organisation('dinsic', 201, [], left))[0], [
    'lab',
    from('sgmap', '2017-11-21', false),
  ])
  t.end()
})

t.test('a chain of successions', (t) => {
  const first = organisation('first', 1, [lab(), succeeded('second', '2010-01-01')])
  const confirmed = fact('lab', 'confirmed', { occurred: '2012-01-01' })
  const seminar = fact('seminar', 'happened', { occurred: '2013' })
  const second = organisation('second', 101, [confirmed, seminar, succeeded('third', FROM)], first)
  t.strictSame(inheritances(second), [
    ['lab', from('first', '2010-01-01', true)],
    ['seminar', undefined],
    ['lab-begun', from('first', '2010-01-01', true)],
  ])
  t.strictSame(
    inheritances(organisation('third', 201, [], second)),
    [
      ['lab', from('first', FROM, false)],
      ['seminar', from('second', FROM, true)],
      ['lab-begun', from('first', FROM, true)],
    ],
    'heard of between the two is not heard of since the last',
  )
  t.end()
})

t.test('what was split and came together again is one step', (t) => {
  const origin = organisation('origin', 1, [
    lab(),
    succeeded('left', '2010-01-01', 'split'),
    succeeded('right', '2010-01-01', 'split'),
  ])
  const half = (id: string, first: number, on: string) =>
    organisation(id, first, [fact('lab', 'confirmed', { occurred: '2012' }), succeeded('again', on)], origin)
  t.strictSame(
    evidence(
      organisation('again', 301, [], half('left', 101, '2017-01-01'), half('right', 201, '2016-01-01')),
    ).map(({ kind, inherited, events }) => [kind, inherited, events]),
    [
      ['lab', from('origin', '2016-01-01', false), eventIds(1, 101, 201)],
      ['lab-begun', from('origin', '2016-01-01', true), eventIds(1)],
    ],
  )
  t.end()
})

t.test('steps of two predecessors that happen to share an id are two', (t) => {
  const left = (id: string, first: number) => organisation(id, first, [lab(), toGrandEst])
  t.strictSame(
    inheritances(organisation('grand-est', 301, [], left('champagne', 1), left('lorraine', 101))),
    [
      ['lab', from('champagne', FROM, false)],
      ['lab', from('lorraine', FROM, false)],
      ['lab-begun', from('champagne', FROM, true)],
      ['lab-begun', from('lorraine', FROM, true)],
    ],
  )
  t.end()
})

t.test('of a collective step that two predecessors shared, one counts', (t) => {
  const seminar = (stepId: string, role: string, jointId: string | undefined = 'joint') =>
    fact('seminar', 'happened', { stepId, role, jointId, occurred: '2012' })
  const shared = (north: readonly Telling[], south: readonly Telling[]) => {
    const [one, other] = [
      organisation('north', 1, [...north, toGrandEst]),
      organisation('south', 101, [...south, toGrandEst]),
    ]
    const counted = evidence(organisation('grand-est', 201, [], one, other)).map(
      ({ kind, stepId }) => `${kind} ${stepId}`,
    )
    const turned = evidence(organisation('grand-est', 201, [], other, one)).map(
      ({ kind, stepId }) => `${kind} ${stepId}`,
    )
    t.strictSame(turned.sort(), counted.toSorted(), 'whichever predecessor is listed first')
    return counted
  }
  t.strictSame(shared([seminar('n', 'partner')], [seminar('s', 'host')]), ['seminar s'], 'who carried it')
  t.strictSame(
    shared([on('2026-01-02', seminar('n', 'lead'))], [seminar('s', 'host')]),
    ['seminar s'],
    'else the first recorded',
  )
  t.strictSame(shared([seminar('n', 'lead')], [seminar('s', 'host')]), ['seminar n'], 'else by name')
  t.strictSame(shared([seminar('n', 'funder')], [seminar('s', 'partner')]), ['support n'])
  t.strictSame(
    shared(
      [lab({ stepId: 'n', jointId: 'joint' })],
      [fact('partnership', 'begun', { stepId: 's', role: 'partner', jointId: 'joint', occurred: '2012' })],
    ),
    ['lab n', 'lab-begun n'],
    'whatever kind each of them gave it',
  )
  const partnership = (stepId: string, role: string) =>
    fact('partnership', 'begun', { stepId, role, jointId: 'joint', occurred: '2012' })
  t.strictSame(
    shared([partnership('n', 'funder')], [on('2026-01-02', partnership('s', 'lead'))]),
    ['partnership n', 'partnership-begun n'],
    'in a partnership every role carries',
  )
  t.strictSame(
    shared([seminar('n1', 'lead'), seminar('n2', 'lead')], [seminar('s', 'partner')]),
    ['seminar n1', 'seminar n2'],
    'two steps of one predecessor are two',
  )
  t.strictSame(shared([seminar('n', 'lead', 'one')], [seminar('s', 'lead', 'other')]), [
    'seminar n',
    'seminar s',
  ])
  t.end()
})
