import t from 'tap'
import { describeProgramme, listProgrammes } from '#projections/asked/programmes/describe-programmes.js'
import { programmesTaken, programmesRowOf } from '#projections/kept/programmes/programmes.js'
import {
  eventsTold,
  fact,
  linked,
  organisationId,
  registered,
  retracted,
  type Telling,
} from '#test/support/histories.js'
import { foldedAlone, rowDerived } from '#test/support/row-derived.js'

const rowOf = (id: string, ...tellings: readonly Telling[]) =>
  rowDerived(programmesRowOf(foldedAlone(organisationId(id), eventsTold(registered(id), ...tellings))))

const second = { programme: 'transfo', edition: 'édition 2 (2016-2020)' }

const taken = programmesTaken.viewOf([
  rowOf(
    'operator',
    fact('programme', 'planned', {
      stepId: 'life',
      role: 'operator',
      ...second,
      title: 'Annonce',
      statedOn: '2015-11-26',
      otherQuantities: '10 collectivités visées',
    }),
    fact('programme', 'begun', {
      stepId: 'life',
      role: 'operator',
      ...second,
      title: 'Réalisation',
      occurred: '2016',
      attributes: { weeks: 7 },
    }),
    fact('target', 'planned', { stepId: 'aim', ...second, attributes: { agentsTrained: '2000~' } }),
  ),
  rowOf(
    'b-city',
    fact('transfo', 'started', { stepId: 'tb', ...second, jointId: 'joint', occurred: '2016-11' }),
    fact('transfo', 'completed', { stepId: 'tb', ...second, jointId: 'joint', occurred: '2018-02-14' }),
    fact('lab', 'planned', { stepId: 'lab', follows: ['tb'], statedOn: '2018-02' }),
    fact('gathering', 'happened', { stepId: 'forum', ...second, occurred: '2017', follows: ['tb'] }),
    fact('effect', 'happened', { stepId: 'change', occurred: '2020', follows: ['forum'] }),
    fact('setback', 'begun', { stepId: 'doubt', ...second, occurred: '2017', follows: ['tb'] }),
  ),
  rowOf('a-city', fact('transfo', 'started', { stepId: 'ta', ...second, jointId: 'joint', role: 'co-lead' })),
  rowOf(
    'funder',
    fact('partnership', 'begun', { stepId: 'money', role: 'funder', ...second }),
    fact('scaling', 'started', { stepId: 'scale', occurred: '2020' }),
    linked('scale', ['tb']),
  ),
  rowOf(
    'late',
    fact('transfo', 'planned', { stepId: 'tl', ...second, statedOn: '2016' }),
    fact('transfo', 'started', { stepId: 'gone', ...second }),
    retracted(3),
  ),
])

const secondEdition = () => {
  const found = describeProgramme(taken, 'transfo')?.editions.find(
    ({ edition }) => edition === second.edition,
  )
  if (found === undefined) throw new Error('no second edition')
  return found
}

t.test(
  'an edition tells who took part apart from who supported, announced, or held something around it',
  async (t) => {
    const edition = secondEdition()
    const names = (
      parts: readonly { readonly organisation: { readonly name: string }; readonly stepId: string }[] = [],
    ) => parts.map(({ organisation, stepId }) => `${organisation.name} ${stepId}`)
    t.strictSame(names(edition.tookPart), ['a-city ta', 'b-city tb'])
    t.strictSame(names(edition.supported), ['funder money'])
    t.strictSame(names(edition.announced), ['late tl'])
    t.strictSame(names(edition.around), ['b-city forum'])
    t.strictSame(names(edition.setbacks), ['b-city doubt'])
    t.strictSame(edition.results, {
      steps: 1,
      participations: 2,
      organisations: 2,
      outcomes: [{ outcome: 'completed', steps: 1 }],
    })
    t.strictSame(edition.tookPart[1]?.story, {
      fr: 'commencée en novembre 2016 ; achevée le 14 février 2018',
      en: 'started in November 2016; completed on 14 February 2018',
    })
  },
)

t.test('targets stand apart from what was told as done, also within one step', async (t) => {
  const edition = secondEdition()
  t.strictSame(
    edition.targets.map(({ name, figures, words }) => [name.fr, figures.map(({ fr }) => fr), words]),
    [
      ['programme « Annonce »', [], '10 collectivités visées'],
      ['objectif', ['environ 2\u202f000 agents formés'], null],
    ],
  )
  t.strictSame(
    edition.reported.map(({ name, figures, words }) => [name.fr, figures.map(({ fr }) => fr), words]),
    [['programme « Réalisation »', ['7 semaines'], null]],
  )
})

t.test('what came out follows the links, also through other steps and organisations', async (t) => {
  const edition = secondEdition()
  t.strictSame(
    edition.cameOut.map(({ kind, outcomes }) => [
      kind.code,
      outcomes.map(({ from, through, to }) => [
        from.stepId,
        through.map(({ stepId }) => stepId),
        to.stepId,
        to.outcome,
      ]),
    ]),
    [
      ['lab', [['tb', [], 'lab', 'announced']]],
      ['scaling', [['tb', [], 'scale', 'open']]],
      ['effect', [['tb', ['forum'], 'change', 'happened']]],
    ],
  )
})

t.test('steps that follow each other in a circle are each told once', async (t) => {
  const circle = programmesTaken.viewOf([
    rowOf(
      'a',
      fact('transfo', 'started', { stepId: 't', programme: 'transfo', follows: ['l2'] }),
      fact('lab', 'begun', { stepId: 'l1', follows: ['t'] }),
      fact('lab', 'begun', { stepId: 'l2', follows: ['l1'] }),
    ),
  ])
  t.strictSame(
    describeProgramme(circle, 'transfo')?.editions.flatMap(({ cameOut }) =>
      cameOut.flatMap(({ outcomes }) => outcomes.map(({ to }) => to.stepId)),
    ),
    ['l1', 'l2'],
  )
})

t.test(
  'editions: those of the catalogue first, then those that facts name, last what names none',
  async (t) => {
    const told = programmesTaken.viewOf([
      rowOf(
        'a',
        fact('transfo', 'started', { stepId: '1', programme: 'transfo' }),
        fact('transfo', 'started', {
          stepId: '2',
          programme: 'transfo',
          edition: 'édition 3',
          occurred: '2021',
        }),
        fact('residency', 'started', {
          stepId: '3',
          programme: 'territoires_en_residences',
          edition: 'n° 12',
        }),
      ),
    ])
    const editions = (code: string) => describeProgramme(told, code)?.editions.map(({ edition }) => edition)
    t.strictSame(editions('transfo'), ['édition 1 (2011-2014)', 'édition 2 (2016-2020)', 'édition 3', null])
    t.strictSame(editions('territoires_en_residences'), [null], 'the number of a booklet is no edition')
    t.strictSame(editions('nuancier'), [null], 'without any fact')
    t.equal(describeProgramme(told, 'nobody'), undefined)
  },
)

t.test('the list has the whole catalogue, and what only facts name by its code in words', async (t) => {
  const list = listProgrammes(
    programmesTaken.viewOf([
      rowOf('a', fact('gathering', 'happened', { programme: 'un_reseau', occurred: '2016/2017' })),
    ]),
  )
  t.strictSame(list.at(-1), {
    code: 'un_reseau',
    labels: { fr: 'Un reseau', en: 'Un reseau' },
    inCatalogue: false,
    editions: [],
    years: { first: 2017, last: 2017 },
    results: {
      steps: 1,
      participations: 1,
      organisations: 1,
      outcomes: [{ outcome: 'happened', steps: 1 }],
    },
    announced: 0,
    targets: 0,
  })
  t.ok(list.slice(0, -1).every(({ inCatalogue }) => inCatalogue))
})
