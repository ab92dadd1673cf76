import { outcomeInWords, type ReportLine } from '#src/tasks/importing/use-cases/report/report-table.js'
import type { KeptImport } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { importWords } from './import-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { needsLook, partOf, type ReportViewName } from './report-view.js'
import { useSay } from '#src/web/layout/page-context.js'

export interface ReportProps {
  readonly kept: KeptImport
  readonly lines: readonly ReportLine[]
  readonly view: ReportViewName
  readonly page: number
}

/** The report row by row: what needs a look first, everything on demand, a hundred lines at a time. */
export const Report = ({ kept, lines, view, page: asked }: ReportProps) => {
  const say = useSay()
  const toLookAt = lines.filter(needsLook)
  const { lines: shown, page, pages } = partOf(view === 'look' ? toLookAt : lines, asked)
  return (
    <section id="rapport" aria-labelledby="rapport-titre">
      <h2 id="rapport-titre">{say(importWords.report)}</h2>
      <nav aria-label={say(importWords.filter)}>
        <ul class="choices-in-line">
          <li>
            <a href="?view=look#rapport" aria-current={view === 'look' ? 'true' : undefined}>
              {say(importWords.onlyFaults)} ({toLookAt.length})
            </a>
          </li>
          <li>
            <a href="?view=all#rapport" aria-current={view === 'all' ? 'true' : undefined}>
              {say(importWords.everything)} ({lines.length})
            </a>
          </li>
        </ul>
      </nav>
      {shown.length === 0 ? (
        <p>{say(importWords.nothingToLookAt)}</p>
      ) : (
        <Lines lines={shown} kept={kept} first={(page - 1) * shown.length} />
      )}
      <ReportPages view={view} page={page} pages={pages} />
    </section>
  )
}

const Lines = ({
  lines,
  kept: { state, report },
  first,
}: {
  readonly lines: readonly ReportLine[]
  readonly kept: KeptImport
  readonly first: number
}) => {
  const say = useSay()
  const numbered = lines.map((line, index) => ({ ...line, key: `${first + index}` }))
  return (
    <DataTable
      caption={say(importWords.report)}
      captionHidden
      rows={numbered}
      keyOf={({ key }) => key}
      columns={[
        {
          heading: say(importWords.file),
          cell: ({ file, line }) =>
            `${file}, ${line === null ? say(importWords.wholeFile) : `${say(importWords.line)} ${line}`}`,
        },
        {
          heading: say(importWords.row),
          cell: ({ subject, organisation, outcome }) =>
            organisation !== null && state === 'committed' && outcome !== 'refused' ? (
              <a href={`/organisations/${organisation}`}>{subject}</a>
            ) : (
              subject
            ),
        },
        {
          heading: say(importWords.outcome),
          // The code of a fault is for programs: here its remedy says it.
          cell: ({ outcome }) => say(outcomeInWords(outcome, report.dryRun)),
        },
        {
          heading: say(importWords.cell),
          cell: ({ column, value }) =>
            column === null && value === null
              ? ''
              : [
                  ...(column === null ? [] : [say(column)]),
                  ...(value === null ? [] : [`«\u00a0${say(value)}\u00a0»`]),
                ].join('\u00a0: '),
        },
        { heading: say(importWords.remedy), cell: ({ remedy }) => (remedy === null ? '' : say(remedy)) },
      ]}
    />
  )
}

const ReportPages = ({
  view,
  page,
  pages,
}: {
  readonly view: ReportViewName
  readonly page: number
  readonly pages: number
}) => {
  const say = useSay()
  if (pages === 1) return null
  return (
    <nav aria-label={say(importWords.pages)}>
      <ul class="choices-in-line">
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <li key={number}>
            <a
              href={`?view=${view}&page=${number}#rapport`}
              aria-current={number === page ? 'page' : undefined}
              aria-label={`${say(importWords.page)} ${number}`}
            >
              {number}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
