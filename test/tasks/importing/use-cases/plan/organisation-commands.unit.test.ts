import t from 'tap'
import { derivedId } from '#src/handling/writing/derived-id.js'
import { planOfFiles } from '#src/tasks/importing/use-cases/plan/import-plan.js'
import { tableFile } from '#test/support/import-files.js'

type Row = Readonly<Record<string, string>>
const base = { slug: 'ville-a', official_name: 'Ville A', kind: 'commune' }

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

const contentOf = (row: Row) => {
  const [only] = planOfFiles([tableFile('organisations.csv', [{ ...base, ...row }])], 'essai').organisations
  if (only === undefined) throw new Error('no row')
  return only.content
}

const commandsOf = (row: Row): unknown => {
  const content = contentOf(row)
  return plain(
    content.ready
      ? [content.registration, ...content.later].map(({ command, data }) => [command, data])
      : content.faults,
  )
}

const faultsOf = (row: Row): unknown => {
  const content = contentOf(row)
  return content.ready ? [] : content.faults.map(({ code, column }) => [code, column])
}

t.test('registers with codes, other names, both sources and the note', (t) => {
  const row = {
    code_type: 'commune',
    code_insee: '01004',
    siren: '217500016',
    code_source: 'npm',
    aliases: 'A | La A',
    population: '1 200',
    parent: 'region-b',
    status: 'active',
    source: 'Plaquette',
    note: 'Note',
  }
  t.strictSame(commandsOf(row), [
    [
      'RegisterOrganisation',
      {
        name: 'Ville A',
        kind: 'commune',
        siren: '217500016',
        insee: { type: 'commune', code: '01004' },
        aliases: ['A', 'La A'],
        population: 1200,
        parent: 'region-b',
        source: 'Plaquette ; codes : npm',
        note: 'Note',
      },
    ],
  ])
  t.end()
})

t.test('registers under the former name, then renames', (t) => {
  const row = { former_name: 'Bourg A', renamed_on: '01/01/2024', succession_source: 'loi' }
  t.strictSame(commandsOf(row), [
    ['RegisterOrganisation', { name: 'Bourg A', kind: 'commune' }],
    ['RenameOrganisation', { name: 'Ville A', from: '2024-01-01', source: 'loi' }],
  ])
  t.end()
})

t.test('registers under the former SIREN, then changes it; a code that is none is of the INSEE', (t) => {
  t.strictSame(
    commandsOf({ code_type: 'epci', siren: '200093201', historical_code: '245900410', code_source: 'npm' }),
    [
      [
        'RegisterOrganisation',
        { name: 'Ville A', kind: 'commune', siren: '245900410', source: 'codes : npm' },
      ],
      ['ChangeIdentifier', { siren: '200093201', source: 'npm' }],
    ],
  )
  t.strictSame(commandsOf({ kind: 'region', code_type: 'region', historical_code: '26' }), [
    [
      'RegisterOrganisation',
      { name: 'Ville A', kind: 'region', formerInsee: { type: 'region', code: '26' } },
    ],
  ])
  t.end()
})

t.test('ends on its last day, dated or not, and is succeeded', (t) => {
  const row = {
    status: 'disparue',
    ended: '2015-12-31',
    successor: 'region-b',
    succession_date: '2016-01-01',
    succession_type: 'préfiguration',
    succession_source: 'loi',
  }
  t.strictSame(commandsOf(row), [
    ['RegisterOrganisation', { name: 'Ville A', kind: 'commune' }],
    ['EndOrganisation', { lastDay: '2015-12-31', source: 'loi' }],
    [
      'SucceedOrganisation',
      { successor: 'region-b', manner: 'prefiguration', from: '2016-01-01', source: 'loi' },
    ],
  ])
  t.strictSame(commandsOf({ status: 'disparue' }), [
    ['RegisterOrganisation', { name: 'Ville A', kind: 'commune' }],
    ['EndOrganisation', {}],
  ])
  t.end()
})

t.test('says that an undated succession hands nothing on yet', (t) => {
  const content = contentOf({ successor: 'region-b', succession_type: 'fusion' })
  t.strictSame(content.ready && content.warnings.map(({ code, column }) => [code, column]), [
    ['successor-undated', 'succession_date'],
  ])
  t.end()
})

t.test('faults what contradicts itself or is not valid, on its column', (t) => {
  t.strictSame(faultsOf({ siren: '217500017' }), [['content-invalid', 'siren']])
  t.strictSame(faultsOf({ status: 'active', ended: '2015' }), [['dates-contradict', 'status']])
  t.strictSame(faultsOf({ renamed_on: '2015' }), [['cell-empty', 'former_name']])
  t.strictSame(faultsOf({ succession_date: '2015' }), [['cell-empty', 'successor']])
  t.strictSame(faultsOf({ code_insee: '01004' }), [['cell-empty', 'code_type']], 'once')
  t.strictSame(faultsOf({ kind: 'club' }), [['code-unknown', 'kind']], 'once')
  t.strictSame(faultsOf({ note: 'x'.repeat(1001) }), [['text-too-long', 'note']])
  t.end()
})

t.test('a fault is told in French and in English, each in its own words', (t) => {
  const content = contentOf({ population: '1,5' })
  t.strictSame(!content.ready && content.faults.map(({ column, remedy }) => [column, remedy]), [
    [
      'population',
      {
        fr: 'Contenu non valable : Entrée invalide : entier attendu, nombre reçu. Corriger la cellule.',
        en: 'This content is not valid. Correct the cell.',
      },
    ],
  ])
  t.end()
})

t.test('derives the id of each event from the collection, the organisation and what it tells', (t) => {
  const content = contentOf({ status: 'disparue' })
  t.strictSame(content.ready && [content.registration.id, ...content.later.map(({ id }) => id)], [
    derivedId('essai/ville-a/RegisterOrganisation'),
    derivedId('essai/ville-a/EndOrganisation'),
  ])
  t.end()
})
