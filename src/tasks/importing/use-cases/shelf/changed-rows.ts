import type { ImportEntry, ImportReport } from '#src/tasks/importing/use-cases/report/import-report.js'
import type { ChangedRow } from './kept-import.js'

/**
 * The rows to which something else would happen now than was shown: another end, other changes, other reasons. Ids of
 * events are left out of the comparison: a correction's depends on where it will stand.
 */
export const changedRows = (shown: ImportReport, now: ImportReport): readonly ChangedRow[] => {
  const [before, after] = [byRow(shown), byRow(now)]
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((row) => {
    const [old, current] = [before.get(row), after.get(row)]
    const entry = current ?? old
    if (entry === undefined || contentOf(old) === contentOf(current)) return []
    const { file, line, subject } = entry
    return [{ file, line, subject, shown: old?.type ?? null, now: current?.type ?? null }]
  })
}

type RowEntry = Exclude<ImportEntry, { type: 'warning' }>

const byRow = ({ entries }: ImportReport): ReadonlyMap<string, RowEntry> =>
  new Map(
    entries.flatMap((entry) =>
      entry.type === 'warning' ? [] : [[`${entry.file}\n${entry.line}`, entry] as const],
    ),
  )

const contentOf = (entry: RowEntry | undefined): string | undefined => {
  if (entry === undefined) return undefined
  if (entry.type === 'faulty') return JSON.stringify([entry.type, entry.faults])
  const { type, events, changes } = entry
  return JSON.stringify([
    type,
    events.map((event) => event.type),
    changes.map(({ field, before, after }) => [field, before, after]),
    type === 'refused' ? entry.code : '',
  ])
}
