import t from 'tap'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { importInto, memoryLog, organisationsFile, tableFile } from '#test/support/import-files.js'

const step = {
  organisation_slug: 'ville-a',
  role: 'pilote',
  kind: 'seminar',
  status: 'completed',
  start: '2014',
}

t.test(
  'one is counted in the singular, and a row without identifier is named by its line alone',
  async (t) => {
    const log = memoryLog()
    await importInto(log, [organisationsFile])
    const steps = (...ids: readonly string[]) => [
      tableFile(
        'steps.csv',
        ids.map((id) => ({ step_id: id, ...step })),
      ),
    ]
    const one = await importInto(log, steps('e1', ''))
    t.equal(
      (await importInto(memoryLog(), [organisationsFile, ...steps('x'.repeat(300))])).counts.steps.faulty,
      1,
    )
    t.match(reportLines(one, 'fr'), [
      'Étapes : 2 lignes — 1 enregistrée, 1 à revoir',
      'événements : 1',
      /^steps\.csv, ligne 3, colonne .* \[cell-empty\]/,
    ])
    t.equal(reportLines(one, 'en')[0], 'Steps: 2 rows — 1 recorded, 1 with faults')
    const several = await importInto(log, steps('e1', 'e2', 'e3'))
    t.equal(reportLines(several, 'fr')[0], 'Étapes : 3 lignes — 2 enregistrées, 1 déjà enregistrée')
    const again = await importInto(log, steps('e1'))
    t.equal(reportLines(again, 'fr')[0], 'Étapes : 1 ligne — 1 déjà enregistrée')
    t.equal(reportLines(again, 'en')[0], 'Steps: 1 row — 1 already recorded')
  },
)
