import { localStaff } from '#domain/access/viewer.js'
import { keepingImports } from '#src/tasks/importing/use-cases/importing.js'
import t from 'tap'
import { tryImport } from '#src/tasks/importing/use-cases/shelf/keep-imports.js'
import { tableFile } from '#test/support/import-files.js'
import { openApplication } from '#test/support/open-application.js'

t.test('a file of steps alone names organisations as the list of organisations does', async (t) => {
  const { house, close } = await openApplication({ sample: true })
  t.teardown(close)
  const byId = [...house.registry.index().byId.values()]
  const once = byId.filter(({ name }) => byId.filter((other) => other.name === name).length === 1)
  t.ok(once.some(({ id }) => id === 'ademe'))
  const tried = await tryImport(
    { ...keepingImports(house), viewer: localStaff('import') },
    {
      files: [
        tableFile(
          'etapes.csv',
          once.map(({ name }, index) => ({
            step_id: `e${index}`,
            organisation_slug: name,
            role: 'participant',
            kind: 'seminar',
            status: 'completed',
            start: '2015',
          })),
        ),
      ],
    },
  )
  if (tried.outcome !== 'tried') throw new Error(tried.outcome)
  const named = new Map(
    tried.kept.report.entries.map((entry) => [
      entry.subject,
      [entry.organisation, entry.type === 'refused' && entry.code],
    ]),
  )
  for (const [index, { id }] of once.entries()) {
    const [organisation, code] = named.get(`e${index}`) ?? []
    t.equal(organisation, id)
    t.not(code, 'organisation-unknown', id)
  }
})
