import t from 'tap'
import { codesOf, type Column } from '#src/tasks/importing/use-cases/table/column.js'
import { foldedKey } from '#domain/kernel/folded-key.js'
import { planOfFiles } from '#src/tasks/importing/use-cases/plan/import-plan.js'
import { importTables } from '#src/tasks/importing/use-cases/table/import-tables.js'
import { templateOf } from '#src/tasks/importing/use-cases/table/template.js'
import { kinds } from '#domain/steps/catalogue/catalogue.js'
import { attributeColumns } from '#src/tasks/importing/use-cases/table/attribute-columns.js'
import { importInto, memoryLog, textFile } from '#test/support/import-files.js'

for (const [table, columns] of Object.entries<Readonly<Record<string, Column>>>(importTables)) {
  t.test(`no header of ${table} names two columns`, (t) => {
    const owners = new Map<string, string>()
    for (const code of codesOf(columns)) {
      const column = columns[code]
      const names = [code, column?.header.fr ?? '', column?.header.en ?? '', ...(column?.aliases ?? [])]
      for (const key of new Set(names.map(foldedKey))) {
        t.equal(owners.get(key), undefined, `${key}: ${code}`)
        owners.set(key, code)
      }
    }
    t.end()
  })
}

t.test('every attribute of the catalogue has its column', (t) => {
  const attributes = new Set(kinds.flatMap((kind) => Object.keys(kind.attributes)))
  t.strictSame(new Set(Object.values(attributeColumns).map(({ attribute }) => attribute)), attributes)
  t.end()
})

t.test('the templates can be read, and what their example rows hold has no fault', (t) => {
  for (const headers of ['fr', 'codes'] as const) {
    const files = (['organisations', 'steps'] as const).map((table) =>
      textFile(`${table}.csv`, templateOf(table, headers).replaceAll('ville-d-exemple', 'ville-a')),
    )
    const plan = planOfFiles(files, 'essai')
    t.strictSame(plan.refusedFiles, [])
    t.strictSame(
      plan.files.flatMap(({ unknownColumns, repeatedColumns }) => [...unknownColumns, ...repeatedColumns]),
      [],
    )
    t.strictSame(
      plan.organisations.map(({ subject, content }) => [subject, content.ready]),
      [['ville-a', true]],
    )
    t.strictSame(
      plan.steps.map(({ subject, ready }) => [subject, ready]),
      [['e1', true]],
    )
  }
  t.end()
})

t.test('a template sent back as it came records nothing, and says which lines were its own', async (t) => {
  const files = (['organisations', 'steps'] as const).map((table) =>
    textFile(`${table}.csv`, templateOf(table)),
  )
  const report = await importInto(memoryLog(), files)
  t.strictSame(report.entries, [])
  t.strictSame(
    report.files.map(({ name, warnings }) => [name, warnings.map(({ code, value }) => [code, value])]),
    files.map(({ name }) => [
      name,
      [
        ['template-row', '2'],
        ['template-row', '3'],
      ],
    ]),
  )
})

t.test('the French template opens as French spreadsheets want it', (t) => {
  t.match(templateOf('steps'), /^\ufeffÉtape;Organisation;Rôle;/)
  t.match(templateOf('steps', 'codes'), /^step_id,organisation_slug,role,/)
  t.end()
})
