import t from 'tap'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { linesOfReport, reportCsv } from '#src/tasks/importing/use-cases/report/report-table.js'
import { importInto, memoryLog, organisationsFile, tableFile } from '#test/support/import-files.js'

const seminar = {
  step_id: 's1',
  organisation_slug: 'ville-a',
  role: 'participant',
  kind: 'seminar',
  status: 'completed',
  start: '2014-03~',
  participants: '40',
  audience: 'agents',
  with_27e: 'oui',
  title: 'Des données',
}

t.test('what a row would change is told by its column, in words', async (t) => {
  const log = memoryLog()
  await importInto(log, [organisationsFile, tableFile('etapes.csv', [seminar])])
  const changed = {
    ...seminar,
    start: 'avril 2014',
    participants: '45',
    audience: 'élus',
    with_27e: 'non',
    title: 'Des donnees',
  }
  const report = await importInto(log, [tableFile('etapes.csv', [changed])])
  t.strictSame(
    linesOfReport(report)
      .map(({ column, value, remedy }) => [column?.fr, value?.fr, remedy?.fr])
      .toSorted(),
    [
      ['Avec La 27e Région', 'non', 'Enregistré jusqu’ici : oui.'],
      ['Début', 'en avril 2014', 'Enregistré jusqu’ici : vers mars 2014.'],
      ['Participants', '45', 'Enregistré jusqu’ici : 40.'],
      ['Public visé', 'élus', 'Enregistré jusqu’ici : agents.'],
      ['Titre', 'Des donnees', 'Enregistré jusqu’ici : Des données.'],
    ],
  )
  t.match(reportCsv(report, 'french'), /Début;[^;]*;en avril 2014;Enregistré jusqu’ici : vers mars 2014\./)
  t.match(
    reportLines(report, 'en').find((line) => line.includes('line 2')),
    /Start “around March 2014” → “in April 2014”/,
  )
})

t.test('of an organisation as well', async (t) => {
  const log = memoryLog()
  await importInto(log, [organisationsFile])
  const report = await importInto(log, [
    tableFile('organisations.csv', [{ slug: 'ville-a', official_name: 'Ville d’A', kind: 'metropole' }]),
  ])
  t.strictSame(
    linesOfReport(report)
      .map(({ column, value, remedy }) => [column?.fr, value?.fr, remedy?.fr])
      .toSorted(),
    [
      ['Nature juridique', 'métropole', 'Enregistré jusqu’ici : commune.'],
      ['Nom officiel', 'Ville d’A', 'Enregistré jusqu’ici : Ville A.'],
    ],
  )
})

t.test('a row of an organisation that is not registered names it, with its cell', async (t) => {
  const log = memoryLog()
  await importInto(log, [organisationsFile])
  const report = await importInto(log, [
    tableFile('etapes.csv', [{ ...seminar, organisation_slug: 'Ville de Nulle-Part' }]),
  ])
  t.strictSame(
    linesOfReport(report).map(({ outcome, column, value, remedy }) => [
      outcome,
      column?.fr,
      value?.fr,
      remedy?.fr,
    ]),
    [
      [
        'refused',
        'Organisation',
        'ville-de-nulle-part',
        'Cette organisation n’est pas inscrite : l’inscrire d’abord.',
      ],
    ],
  )
  t.match(reportLines(report, 'fr').at(-1), /refusée « ville-de-nulle-part » \[organisation-unknown\]/)
})
