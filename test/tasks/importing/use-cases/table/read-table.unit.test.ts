import t from 'tap'
import { decodeText } from '#src/tasks/importing/use-cases/table/decode-text.js'
import { readRecords } from '#src/tasks/importing/use-cases/table/read-records.js'
import { readTable, type TableReading } from '#src/tasks/importing/use-cases/table/read-table.js'
import { importTables } from '#src/tasks/importing/use-cases/table/import-tables.js'
import { textFile } from '#test/support/import-files.js'

const cellsOf = (reading: TableReading<string>): unknown =>
  reading.read
    ? reading.rows.map(({ line, cells }) => [line, Object.fromEntries(cells)])
    : reading.refused.code

t.test('decodes what spreadsheets save', (t) => {
  t.strictSame(decodeText(new TextEncoder().encode('été')), { text: 'été', encoding: 'utf-8' })
  t.strictSame(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])), { text: 'a', encoding: 'utf-8-bom' })
  t.strictSame(decodeText(new Uint8Array([0xff, 0xfe, 0xe9, 0x00])), { text: 'é', encoding: 'utf-16le' })
  t.strictSame(decodeText(new Uint8Array([0x6c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x80, 0x20, 0x9c])), {
    text: 'l’été € œ',
    encoding: 'windows-1252',
  })
  t.end()
})

t.test('keeps the line of each record, through line breaks and blank lines', (t) => {
  const text = 'a,b\r\n1,"x\r\ny"\r\n\r\n,\r\n2,z\r\n'
  t.strictSame(readRecords(text, ','), {
    read: true,
    records: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', 'x\r\ny'] },
      { line: 6, cells: ['2', 'z'] },
    ],
  })
  t.end()
})

t.test('takes off the apostrophe that guards a formula, and no other', (t) => {
  t.strictSame(readRecords("'-50 %,'=1,'autre,l'autre\n", ','), {
    read: true,
    records: [{ line: 1, cells: ['-50 %', '=1', "'autre", "l'autre"] }],
  })
  t.end()
})

t.test('reads the same row whatever the delimiter, the headers and the encoding', (t) => {
  const expected = [
    [2, { step_id: 'e1', organisation_slug: 'ville-a', role: 'hôte', kind: 'résidence', status: 'réalisée' }],
  ]
  const row = ['e1', 'ville-a', 'hôte', 'résidence', 'réalisée']
  const french = ['Étape', 'Organisation', 'Rôle', "Type d'étape", 'STATUT']
  const codes = ['step_id', 'organisation_slug', 'role', 'kind', 'status']
  for (const headers of [french, codes]) {
    for (const delimiter of [',', ';', '\t']) {
      const text = `${headers.join(delimiter)}\n${row.join(delimiter)}\n`
      t.strictSame(cellsOf(readTable(textFile('a.csv', text), importTables)), expected)
      t.strictSame(cellsOf(readTable(textFile('a.csv', `\ufeff${text}`), importTables)), expected)
      const latin = { name: 'a.csv', bytes: new Uint8Array(Buffer.from(text, 'latin1')) }
      t.strictSame(cellsOf(readTable(latin, importTables)), expected)
    }
  }
  t.end()
})

t.test('tells what it saw of the file, its unknown and repeated columns included', (t) => {
  const header = 'Étape;Organisation;Rôle;Type;Statut;Couleur;Début;Date de début'
  const reading = readTable(textFile('a.csv', `${header}\n`), importTables)
  t.strictSame(reading.read && reading.facts, {
    name: 'a.csv',
    table: 'steps',
    encoding: 'utf-8',
    delimiter: ';',
    unknownColumns: ['Couleur'],
    repeatedColumns: ['Date de début'],
  })
  t.end()
})

t.test('a workbook is no text, and the refusal says how to save it as one', (t) => {
  for (const begins of ['PK\u0003\u0004', '%PDF-1.7']) {
    const reading = readTable(textFile('a.xlsx', `${begins} Étape,Organisation`), importTables)
    t.match(reading, { read: false, refused: { code: 'file-not-text', remedy: { fr: /CSV UTF-8/ } } })
  }
  t.end()
})

t.test('a picture is no text either', (t) => {
  const reading = readTable(textFile('a.csv', '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR'), importTables)
  t.match(reading, { read: false, refused: { code: 'file-not-text', remedy: { fr: /image/ } } })
  t.end()
})

t.test('refuses a file of which no row can be understood, and says what to do', (t) => {
  const refusal = (text: string): unknown => {
    const reading = readTable(textFile('a.csv', text), importTables)
    return reading.read ? 'read' : [reading.refused.code, reading.refused.remedy.fr]
  }
  t.strictSame(refusal('  \n'), ['file-empty', 'Le fichier est vide. Partir du modèle à remplir.'])
  t.strictSame(refusal('rouge,vert\n1,2\n'), [
    'table-not-recognised',
    'La première ligne doit nommer les colonnes : Identifiant, Nom officiel, Nature juridique ; ou bien Étape, Organisation, Rôle, Type d’étape, Statut. Partir du modèle à remplir.',
  ])
  t.strictSame(refusal('Étape,Organisation,Début\ne1,ville-a,2012\n'), [
    'columns-missing',
    'Ajouter les colonnes qui manquent : Rôle, Type d’étape, Statut.',
  ])
  t.match(refusal('Étape,Organisation,Rôle,Type,Statut\ne1,"ville\n'), ['file-malformed', /^Vers la ligne 2/])
  t.end()
})

t.test('faults a row that has more cells than the header', (t) => {
  const text = 'slug,official_name,kind\nville-a,Ville A,commune,perdu\n'
  const reading = readTable(textFile('a.csv', text), importTables)
  t.strictSame(
    reading.read && reading.rows.flatMap(({ faults }) => faults.map(({ code, value }) => [code, value])),
    [['row-too-long', 'perdu']],
  )
  t.end()
})
