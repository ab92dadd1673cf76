import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { reportLines } from '#src/tasks/importing/use-cases/report/report-lines.js'
import { isComplete } from '#src/tasks/importing/use-cases/report/import-report.js'
import { packageRootOf } from '#src/config/package-root.js'
import { importInto, memoryLog, organisationsFile } from '#test/support/import-files.js'

const golden = join(packageRootOf(import.meta.url), 'test', 'golden', 'import')
const name = 'faulty-steps.csv'
const files = [organisationsFile, { name, bytes: readFileSync(join(golden, name)) }]

/** What a person reads of a file with one fault of each sort; UPDATE_GOLDEN=1 writes it anew, to be read before it is kept. */
for (const language of ['fr', 'en'] as const) {
  t.test(`the report of a faulty file reads as it should (${language})`, async (t) => {
    const report = await importInto(memoryLog(), files, { dryRun: true })
    const lines = [...reportLines(report, language), ''].join('\n')
    const path = join(golden, `faulty-steps.${language}.txt`)
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, lines)
    t.equal(lines, readFileSync(path, 'utf8'))
    t.equal(isComplete(report), false)
  })
}
