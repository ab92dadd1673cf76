import t from 'tap'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { fieldsToFill, type FieldAt } from '#domain/steps/fact-fields.js'
import { derivedId } from '#src/handling/writing/derived-id.js'
import { planOfFiles, type PlannedStep } from '#src/tasks/importing/use-cases/plan/import-plan.js'
import { tableFile } from '#test/support/import-files.js'

type Row = Readonly<Record<string, string>>

const base = { organisation_slug: 'ville-a', role: 'pilote', kind: 'residency', status: 'completed' }

const planOf = (...rows: readonly Row[]): readonly PlannedStep[] =>
  planOfFiles([tableFile('steps.csv', rows)], 'essai').steps

/** What the only row of a table gives, as plain JSON: absent and undefined are the same. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const factsOf = (row: Row): unknown => {
  const [step] = planOf({ step_id: 'e1', ...base, ...row })
  return plain(step?.ready === true ? step.facts : step)
}

const faultsOf = (...rows: readonly Row[]): unknown =>
  planOf(...rows).flatMap((step) =>
    step.ready
      ? []
      : step.faults.map(({ code, column, value }) => plain([step.subject, code, column, value])),
  )

const warningsOf = (...rows: readonly Row[]): unknown =>
  planOf(...rows).flatMap((step) =>
    step.ready
      ? step.warnings.map(({ code, column, value }) => plain([step.subject, code, column, value]))
      : [],
  )

t.test('tells which step it is on each fact, and what describes it on the first', (t) => {
  const identity = {
    stepId: 'essai.e1',
    role: 'lead',
    jointId: 'tr-x',
    programme: 'territoires_en_residences',
    edition: '1re',
    title: 'Titre',
    place: 'Lezoux',
    source: { kind: 'document+web', reference: 'Entretien' },
    statedOn: '2013',
    confidence: 'high',
    with27e: 'yes',
  }
  const facts = factsOf({
    joint_id: 'TR X',
    programme: 'Territoires en résidences',
    edition: '1re',
    title: 'Titre',
    start: 'mai 2012',
    end: '11/2012',
    stated_on: '2013',
    place: 'Lezoux',
    weeks: '3',
    team_size: '4..5',
    cost_eur_min: '80000',
    cost_eur_max: '90000',
    cost_scope: 'par résidence',
    quantities_other: 'un livret',
    with_27e: 'oui',
    source_kind: 'document+web',
    source: 'Entretien',
    confidence: 'haute',
    note: 'Note',
  })
  t.strictSame(facts, [
    {
      id: derivedId('essai/e1/started'),
      kind: 'residency',
      stage: 'started',
      fact: {
        ...identity,
        occurred: '2012-05',
        attributes: { weeks: 3, team: '4..5' },
        cost: { min: 80000, max: 90000, scope: 'par résidence' },
        otherQuantities: 'un livret',
        note: 'Note',
      },
    },
    {
      id: derivedId('essai/e1/completed'),
      kind: 'residency',
      stage: 'completed',
      fact: { ...identity, occurred: '2012-11' },
    },
  ])
  t.end()
})

t.test('keeps the reason of an end on the end, and the nature of a setback on its beginning', (t) => {
  const attributes = (row: Row): unknown =>
    (factsOf(row) as readonly { fact: { attributes?: unknown } }[]).map(({ fact }) => fact.attributes ?? null)
  t.strictSame(
    attributes({ kind: 'labo', start: '2012', end: '2014', team_size: '3', reason: 'coupe budgétaire' }),
    [{ team: 3 }, { reason: 'budget-cut' }],
  )
  t.strictSame(attributes({ kind: 'setback', start: '2012', end: '2013', nature: 'Démotivation' }), [
    { nature: 'demotivation' },
    null,
  ])
  t.end()
})

t.test('makes a lab official as a change of it', (t) => {
  const [, step] = planOf(
    { step_id: 'e1', ...base, kind: 'lab', status: 'started', start: '2015-02' },
    { step_id: 'e2', ...base, kind: 'lab', status: 'made-official', of: 'e1', start: '2015-04-24' },
  )
  t.strictSame(plain(step?.ready === true && [step.depth, step.facts]), [
    1,
    [
      {
        id: derivedId('essai/e2/changed'),
        kind: 'lab',
        stage: 'changed',
        fact: { stepId: 'essai.e1', role: 'lead', occurred: '2015-04-24', attributes: { official: true } },
      },
    ],
  ])
  t.end()
})

t.test('leads what follows a row to the step of that row', (t) => {
  const plan = planOf(
    { step_id: 'e1', ...base, kind: 'programme', status: 'planned', start: '2016' },
    { step_id: 'e2', ...base, kind: 'programme', status: 'started', start: '2016', of: 'e1' },
    { step_id: 'e3', ...base, kind: 'commons', start: '2020', follows: 'e2, e1, autre.x9' },
  )
  t.strictSame(
    plan.map(
      (step) => step.ready && [step.depth, step.facts[0].fact.stepId, step.facts[0].fact.follows ?? null],
    ),
    [
      [0, 'essai.e1', null],
      [1, 'essai.e1', null],
      [0, 'essai.e3', ['essai.e1', 'autre.x9']],
    ],
  )
  t.end()
})

t.test('reports references that lead nowhere or in a circle, and links to rows at fault', (t) => {
  t.strictSame(
    faultsOf(
      { step_id: 'e1', ...base, kind: 'lab', status: 'changed', of: 'e9' },
      { step_id: 'e2', ...base, follows: 'e1 e8' },
      { step_id: 'e3', ...base, kind: 'lab', status: 'changed', of: 'e4' },
      { step_id: 'e4', ...base, kind: 'lab', status: 'changed', of: 'e3' },
    ),
    [
      ['e1', 'reference-unknown', 'of', 'e9'],
      ['e2', 'reference-unknown', 'follows', 'e1'],
      ['e2', 'reference-unknown', 'follows', 'e8'],
      ['e3', 'reference-to-itself', 'of', 'e4'],
      ['e4', 'reference-to-itself', 'of', 'e3'],
    ],
  )
  t.strictSame(
    warningsOf({ step_id: 'e1', ...base, start: 'hier' }, { step_id: 'e2', ...base, follows: 'e1' }),
    [['e2', 'reference-not-recorded', 'follows', 'e1']],
  )
  t.end()
})

t.test('keeps in words what the kind has no attribute for, and says so', (t) => {
  const row = { step_id: 'e1', ...base, agents_trained: '20', months: '18', quantities_other: '4 cas' }
  t.strictSame(warningsOf(row), [
    ['e1', 'attribute-not-of-kind', 'months', '18'],
    ['e1', 'attribute-not-of-kind', 'agents_trained', '20'],
  ])
  const [step] = planOf(row)
  t.equal(
    step?.ready === true && step.facts[0].fact.otherQuantities,
    '4 cas ; mois : 18 ; agents formés : 20',
  )
  t.end()
})

t.test('says when a possible period or a kind of source is left out', (t) => {
  t.strictSame(
    warningsOf({
      step_id: 'e1',
      ...base,
      kind: 'seminar',
      start: '2012',
      within: '2011/2013',
      source_kind: 'web',
    }),
    [
      ['e1', 'window-unused', 'within', '2011/2013'],
      ['e1', 'source-missing', 'source_kind', 'web'],
    ],
  )
  t.end()
})

t.test('reports every fault of a row at once', (t) => {
  t.strictSame(
    faultsOf({
      step_id: 'e1',
      organisation_slug: 'ville-a',
      role: 'chef',
      kind: 'seminar',
      status: 'abandoned',
      start: '31/02/2012',
      participants: 'beaucoup',
      format: 'sieste',
      cost_scope: 'tout',
    }),
    [
      ['e1', 'code-unknown', 'role', 'chef'],
      ['e1', 'date-not-understood', 'start', '31/02/2012'],
    ],
  )
  t.strictSame(
    faultsOf({
      step_id: 'e1',
      ...base,
      kind: 'seminar',
      status: 'abandoned',
      participants: 'beaucoup',
      format: 'sieste',
      cost_scope: 'tout',
    }),
    [
      ['e1', 'status-not-of-kind', 'status', 'abandoned'],
      ['e1', 'code-unknown', 'format', 'sieste'],
      ['e1', 'quantity-expected', 'participants', 'beaucoup'],
      ['e1', 'cell-empty', 'cost_eur_min', undefined],
    ].map((fault) => plain(fault)),
  )
  t.end()
})

t.test('offers only the statuses that the kind can have', (t) => {
  const [step] = planOf({ step_id: 'e1', ...base, kind: 'mandat', status: 'suspendue' })
  t.strictSame(step?.ready === false && step.faults.map(({ remedy }) => remedy.fr), [
    'Une étape « mandat » (qui dure) n’a pas ce statut. Écrire l’un de : prévue, en cours, réalisée, modifiée.',
  ])
  t.end()
})

t.test('reports contradictory dates, too long texts and costs out of order, each on its column', (t) => {
  t.strictSame(faultsOf({ step_id: 'e1', ...base, start: '2013', end: '2012' }), [
    ['e1', 'dates-contradict', 'end', '2013 → 2012'],
  ])
  t.strictSame(faultsOf({ step_id: 'e1', ...base, start: '2013', end: '..' }), [
    ['e1', 'dates-contradict', 'end', '..'],
  ])
  t.strictSame(faultsOf({ step_id: 'e1', ...base, start: '2013', stated_on: '2012' }), [
    ['e1', 'dates-contradict', 'stated_on', '2013 → 2012'],
  ])
  const long = 'x'.repeat(301)
  t.strictSame(faultsOf({ step_id: 'e1', ...base, title: long, start: '2012', end: '2013' }), [
    ['e1', 'text-too-long', 'title', long.slice(0, 200)],
  ])
  t.strictSame(faultsOf({ step_id: 'e1', ...base, cost_eur_min: '90', cost_eur_max: '80' }), [
    ['e1', 'content-invalid', 'cost_eur_max', '80'],
  ])
  t.end()
})

t.test('takes an amount alone for both bounds of a cost', (t) => {
  const [step] = planOf({ step_id: 'e1', ...base, cost_eur_max: '35 000 €', cost_tax_basis: 'TTC' })
  t.strictSame(plain(step?.ready === true && step.facts[0].fact.cost), {
    min: 35000,
    max: 35000,
    taxBasis: 'TTC',
  })
  t.end()
})

t.test('a row told twice is at fault the second time', (t) => {
  t.strictSame(faultsOf({ step_id: 'e1', ...base }, { step_id: 'E1', ...base }), [
    ['e1', 'row-repeated', 'step_id', 'e1'],
  ])
  t.end()
})

t.test(
  'finds the organisation by its identifier, or by a name that the file of organisations gives it',
  (t) => {
    const organisations = tableFile('organisations.csv', [
      {
        slug: 'mel',
        official_name: 'Métropole Européenne de Lille',
        kind: 'metropole',
        aliases: 'MEL | Lille',
      },
      { slug: 'ville-de-lille', official_name: 'Ville de Lille', kind: 'commune', aliases: 'Lille' },
    ])
    const names = ['mel', 'METROPOLE EUROPEENNE DE LILLE', 'Ville de Lille', 'Lille', '???']
    const rows = names.map((name, index) => ({ step_id: `e${index}`, ...base, organisation_slug: name }))
    const { steps } = planOfFiles([organisations, tableFile('steps.csv', rows)], 'essai')
    t.strictSame(
      steps.map((step) => (step.ready ? step.organisation : step.faults.map(({ code }) => code))),
      ['mel', 'mel', 'ville-de-lille', 'lille', ['identifier-expected']],
    )
    t.end()
  },
)

t.test(
  'an organisation on record is named by any of its names, unless the files or others say so too',
  (t) => {
    const onRecord = [
      { id: OrganisationId.parse('ademe'), names: ['Agence de l’environnement', 'ADEME', 'L’Agence'] },
      { id: OrganisationId.parse('anct'), names: ['Agence des territoires', 'L’Agence'] },
    ]
    const organisations = tableFile('organisations.csv', [
      { slug: 'ville-b', official_name: 'Agence des territoires', kind: 'commune' },
    ])
    const names = ['agence de l’environnement', 'anct', 'L’Agence', 'Agence des territoires']
    const rows = names.map((name, index) => ({ step_id: `e${index}`, ...base, organisation_slug: name }))
    const { steps } = planOfFiles([organisations, tableFile('steps.csv', rows)], 'essai', onRecord)
    t.strictSame(
      steps.map((step) => (step.ready ? step.organisation : step.faults.map(({ code }) => code))),
      ['ademe', 'anct', 'l-agence', 'ville-b'],
    )
    t.end()
  },
)

/** What a cell may hold, by the sort of its field; of a list of codes, one of its words. */
const typedInCell = ({ sort, codes }: FieldAt): string => {
  if (codes !== undefined) return Object.values(codes)[0]?.fr ?? ''
  return sort === 'number' || sort === 'amount' ? '2016' : sort === 'single-date' ? '10/02/2016' : 'e2'
}

t.test('whatever field a fact has a column for, its cell arrives there', (t) => {
  const columns = fieldsToFill.filter(({ column }) => column !== undefined && column.ofRow !== true)
  const row = Object.fromEntries(columns.map((field) => [field.column?.code ?? '', typedInCell(field)]))
  const step = planOf({ step_id: 'e1', ...base, ...row }, { step_id: 'e2', ...base })[0]
  t.equal(step?.ready, true, JSON.stringify(step))
  const told: unknown = step?.ready === true ? step.facts[0].fact : undefined
  for (const { path } of columns) {
    const value = path
      .split('.')
      .reduce<unknown>((held, name) => new Map(Object.entries(held ?? {})).get(name), told)
    t.not(value, undefined, path)
  }
  t.end()
})
