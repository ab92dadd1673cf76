import { outcomeInWords, type LineOutcome } from '#src/tasks/importing/use-cases/report/report-table.js'
import type { ChangedRow } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { importWords } from './import-words.js'
import { Notice } from '#src/web/elements/notice.js'
import { useSay } from '#src/web/layout/page-context.js'

/** More would hide the report itself, which tells them all. */
const SHOWN = 20

/** The rows of which a commit found that something else would happen now than was shown; nothing where none was. */
export const ChangedRows = ({ rows }: { readonly rows: readonly ChangedRow[] }) => {
  const say = useSay()
  if (rows.length === 0) return null
  const named = (outcome: string | null): string =>
    outcome === null ? say(importWords.absent) : say(outcomeInWords(outcome as LineOutcome, true)) // kept as an entry's type
  return (
    <Notice tone="fault">
      <p>{say(importWords.changedNotice)}</p>
      <ul>
        {rows.slice(0, SHOWN).map(({ file, line, subject, shown, now }) => (
          <li key={`${file} ${line}`}>
            {file}, {say(importWords.line)} {line} ({subject}){'\u00a0: '}
            {say(importWords.shown)} {named(shown)}
            {'\u202f; '}
            {say(importWords.now)} {named(now)}
          </li>
        ))}
        {rows.length > SHOWN ? <li>… (+{rows.length - SHOWN})</li> : null}
      </ul>
    </Notice>
  )
}
