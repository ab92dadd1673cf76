import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { openFileDossiers } from '#adapters/dossiers/file-dossiers.js'
import { createTurns } from '#adapters/follower/turns.js'
import { localStaff } from '#domain/access/viewer.js'
import {
  DAYS_KEPT,
  commitImport,
  listImports,
  tryImport,
  type KeepingImports,
} from '#src/tasks/importing/use-cases/shelf/keep-imports.js'
import { importShelf } from '#src/tasks/importing/use-cases/shelf/import-shelf.js'
import type { KeptImport } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { memoryLog, now, organisationsFile, tableFile } from '#test/support/import-files.js'

const DAY = 24 * 3600 * 1000

/** Imports upon an empty log, under a clock that the test sets; `n` days after the first. */
const open = (t: Test) => {
  const folder = mkdtempSync(join(tmpdir(), 'imports-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  let [time, ids] = [now, 0]
  const deps: KeepingImports = {
    log: memoryLog(),
    clock: () => time,
    ownClock: () => time,
    viewer: localStaff('import'),
    predecessorsOf: () => Promise.resolve([]),
    successionsSeen: () => Promise.resolve(true),
    imports: importShelf(openFileDossiers(folder)),
    newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`,
    inTurn: createTurns().run,
  }
  return { deps, folder, setDay: (day: number) => void (time = now + day * DAY) }
}

const tried = async (
  deps: KeepingImports,
  asked: Partial<Parameters<typeof tryImport>[1]> = {},
): Promise<KeptImport> => {
  const outcome = await tryImport(deps, { files: [organisationsFile], ...asked })
  if (outcome.outcome !== 'tried') throw new Error(outcome.outcome)
  return outcome.kept
}

t.test('a dry run that nobody commits is forgotten after its days; a commit is not', async (t) => {
  const { deps, setDay } = open(t)
  const forgotten = await tried(deps)
  const committed = await tried(deps)
  await commitImport(deps, committed.id)
  setDay(DAYS_KEPT)
  await tried(deps)
  t.equal((await listImports(deps)).length, 3, 'not before')
  setDay(DAYS_KEPT + 1)
  await tried(deps)
  const left = (await listImports(deps)).map(({ id }) => id)
  t.notOk(left.includes(forgotten.id))
  t.ok(left.includes(committed.id))
})

t.test('files whose bytes changed on disk are not committed in place of those that were shown', async (t) => {
  const { deps, folder } = open(t)
  const kept = await tried(deps)
  await openFileDossiers(folder).write(
    kept.id,
    'file-1.csv',
    new TextEncoder().encode('slug,official_name\n'),
  )
  t.strictSame(await commitImport(deps, kept.id), { outcome: 'import-files-gone' })
  t.equal(await deps.log.head(), 0)
})

t.test(
  'a correction that was shown is made, although its place in the stream gives it another id',
  async (t) => {
    const { deps } = open(t)
    await commitImport(deps, (await tried(deps)).id)
    const counted = tableFile('organisations.csv', [
      { slug: 'ville-a', official_name: 'Ville A', kind: 'commune', population: '1200' },
      { slug: 'region-b', official_name: 'Région B', kind: 'region' },
    ])
    const shown = await tried(deps, { files: [counted], applyCorrections: true })
    const elsewhere = tableFile('villes.csv', [
      { slug: 'ville-c', official_name: 'Ville C', kind: 'commune' },
    ])
    await commitImport(deps, (await tried(deps, { files: [elsewhere] })).id)
    const committed = await commitImport(deps, shown.id)
    t.match(committed, {
      outcome: 'committed',
      kept: {
        committed: { logMoved: true },
        counts: { organisations: { corrected: 1, unchanged: 1 } },
      },
    })
  },
)

t.test('while it is not known who came before whom, nothing is tried nor committed', async (t) => {
  const { deps } = open(t)
  const kept = await tried(deps)
  const waiting: KeepingImports = { ...deps, successionsSeen: () => Promise.resolve(false) }
  t.strictSame(await tryImport(waiting, { files: [organisationsFile] }), { outcome: 'not-seen-yet' })
  t.strictSame(await commitImport(waiting, kept.id), { outcome: 'not-seen-yet' })
  t.equal((await listImports(deps)).length, 1)
})
