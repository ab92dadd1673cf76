import { present } from '#domain/kernel/present.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { collectionOfFileName } from '#src/tasks/importing/use-cases/table/collection-of-path.js'
import {
  importHistory,
  type ImportDeps,
  type ImportOptions,
} from '#src/tasks/importing/use-cases/recording/import-history.js'
import { isComplete, type ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { ImportFile } from '#src/tasks/importing/use-cases/table/read-table.js'
import { changedRows } from './changed-rows.js'
import { digestOf, type ImportShelf } from './import-shelf.js'
import type { ImportSummary, KeptImport } from './kept-import.js'

/** What imports that are kept need. */
export interface KeepingImports extends ImportDeps {
  readonly log: EventLog
  readonly imports: ImportShelf
  /** A UUID that nothing else has. */
  readonly newId: () => string
  /** This machine’s, by which files grow old: how far the log has come says nothing of them. */
  readonly ownClock: Clock
  /** One import at a time: two commits of one would tell each other’s rows as already recorded. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>
}

export interface ImportAsked {
  readonly files: readonly [ImportFile, ...ImportFile[]]
  /** A slug; by default the name of the first file. */
  readonly collection?: string
  readonly applyCorrections?: boolean
}

interface NotSeenYet {
  readonly outcome: 'not-seen-yet'
}
export type Tried = { readonly outcome: 'tried'; readonly kept: KeptImport } | NotSeenYet

export type Committed =
  /** `again`: it had been committed before, and nothing was done. */
  | { readonly outcome: 'committed'; readonly kept: KeptImport; readonly again: boolean }
  /** The log has moved and rows with it: nothing was recorded, and what would happen now is shown instead. */
  | { readonly outcome: 'import-changed'; readonly kept: KeptImport }
  | { readonly outcome: 'import-unknown' }
  | { readonly outcome: 'import-files-gone' }
  | NotSeenYet

const DAY = 24 * 3600 * 1000

/** Runs an import over a log whose appends stay in memory, and keeps the files with the report for the commit. */
export const tryImport = (deps: KeepingImports, asked: ImportAsked): Promise<Tried> =>
  deps.inTurn(() => tryNow(deps, asked))

const tryNow = async (deps: KeepingImports, asked: ImportAsked): Promise<Tried> => {
  const position = await deps.log.head()
  if (!(await deps.successionsSeen())) return { outcome: 'not-seen-yet' }
  await forgetOld(deps)
  const { files, applyCorrections = false } = asked
  const collection = asked.collection ?? collectionOfFileName(files[0].name)
  const report = await run(deps, files, { collection, applyCorrections, dryRun: true })
  const kept: KeptImport = {
    id: deps.newId(),
    state: 'tried',
    collection,
    applyCorrections,
    files: files.map(aboutFile),
    tried: { at: now(deps), actor: deps.viewer.actor, position, changed: [] },
    committed: null,
    ...ofReport(report),
  }
  await deps.imports.keepFiles(kept.id, files)
  await deps.imports.save(kept)
  return { outcome: 'tried', kept }
}

/**
 * Records what the dry run of an import showed, from the files that were kept. Another dry run comes first: where the log
 * has moved and a row with it, that one is shown in its place and nothing is recorded. Committing again changes nothing.
 */
export const commitImport = (deps: KeepingImports, id: string): Promise<Committed> =>
  deps.inTurn(() => commitNow(deps, id))

const commitNow = async (deps: KeepingImports, id: string): Promise<Committed> => {
  const kept = await deps.imports.find(id)
  if (kept === undefined) return { outcome: 'import-unknown' }
  if (kept.state === 'committed') return { outcome: 'committed', kept, again: true }
  const files = await deps.imports.filesOf(kept)
  if (files === undefined) return { outcome: 'import-files-gone' }
  const position = await deps.log.head()
  if (!(await deps.successionsSeen())) return { outcome: 'not-seen-yet' }
  const { collection, applyCorrections } = kept
  const options = { collection, applyCorrections }
  const logMoved = position !== kept.tried.position
  if (logMoved) {
    const again = await run(deps, files, { ...options, dryRun: true })
    const changed = changedRows(kept.report, again)
    if (changed.length > 0) {
      const shown: KeptImport = {
        ...kept,
        tried: { at: now(deps), actor: deps.viewer.actor, position, changed: [...changed] },
        ...ofReport(again),
      }
      await deps.imports.save(shown)
      return { outcome: 'import-changed', kept: shown }
    }
  }
  const report = await run(deps, files, { ...options, dryRun: false })
  const done: KeptImport = {
    ...kept,
    state: 'committed',
    committed: { at: now(deps), actor: deps.viewer.actor, position: await deps.log.head(), logMoved },
    ...ofReport(report),
  }
  await deps.imports.save(done)
  await deps.imports.forgetFiles(done)
  return { outcome: 'committed', kept: done, again: false }
}

/**
 * Records an import without a trial that was kept before it, and keeps the report, without the files. One that found
 * everything on record already leaves no trace.
 */
export const importAtOnce = async (
  deps: KeepingImports,
  files: readonly ImportFile[],
  options: ImportOptions,
): Promise<ImportReport> => {
  const report = await importHistory(deps, files, options)
  if (!report.dryRun) await keepReport(deps, files, report)
  return report
}

const keepReport = async (
  deps: KeepingImports,
  files: readonly ImportFile[],
  report: ImportReport,
): Promise<void> => {
  if (report.counts.events === 0 && isComplete(report)) return
  const made = { at: now(deps), actor: deps.viewer.actor, position: await deps.log.head() }
  await deps.imports.save({
    id: deps.newId(),
    state: 'committed',
    collection: report.collection,
    applyCorrections: report.applyCorrections,
    files: files.map(aboutFile),
    tried: { ...made, changed: [] },
    committed: { ...made, logMoved: false },
    ...ofReport(report),
  })
}

const aboutFile = ({ name, bytes }: ImportFile): ImportSummary['files'][number] => ({
  name,
  size: bytes.length,
  sha256: digestOf(bytes),
})

/** An import with its report; undefined where none of that id is kept. */
export const findImport = (
  { imports }: Pick<KeepingImports, 'imports'>,
  id: string,
): Promise<KeptImport | undefined> => imports.find(id)

/** All imports that are kept, the latest first. */
export const listImports = ({
  imports,
}: Pick<KeepingImports, 'imports'>): Promise<readonly ImportSummary[]> => imports.list()

/** Erases an import's files and reports; what it recorded stays recorded. False where there was none. */
export const forgetImport = async (
  { imports }: Pick<KeepingImports, 'imports'>,
  id: string,
): Promise<boolean> => {
  const kept = await imports.find(id)
  if (kept !== undefined) await imports.remove(id)
  return kept !== undefined
}

const run = (
  { log, clock, viewer, predecessorsOf, successionsSeen, registry }: KeepingImports,
  files: readonly ImportFile[],
  options: {
    readonly collection: string
    readonly applyCorrections: boolean
    readonly dryRun: boolean
  },
): Promise<ImportReport> =>
  importHistory(
    { log, clock, viewer, predecessorsOf, successionsSeen, ...present({ registry }) },
    files,
    options,
  )

const ofReport = (report: ImportReport) => ({
  report,
  counts: report.counts,
  refusedFiles: report.refusedFiles.length,
})

const now = ({ ownClock }: KeepingImports): string => new Date(ownClock()).toISOString()

const forgetOld = async ({ imports, ownClock }: KeepingImports): Promise<void> => {
  const oldest = ownClock() - DAYS_KEPT * DAY
  for (const { id, state, tried } of await imports.list()) {
    if (state === 'tried' && Date.parse(tried.at) < oldest) await imports.remove(id)
  }
}

/** Dry runs that nobody commits are forgotten after so many days, with their files. */
export const DAYS_KEPT = 30
