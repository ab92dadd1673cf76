import type { ComponentChildren } from 'preact'
import type { Labels } from '#domain/kernel/labels.js'
import { linesOfReport } from '#src/tasks/importing/use-cases/report/report-table.js'
import type { KeptImport } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { sectionWords } from '#src/web/layout/frame-words.js'
import { importCountWords, importWords } from './import-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Notice } from '#src/web/elements/notice.js'
import { Form } from '#src/web/forms/form.js'
import { Page } from '#src/web/layout/page.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { ChangedRows } from './changed-rows.js'
import { momentInWords } from './moment-in-words.js'
import { Report } from './report.js'
import { needsLook, type ReportViewName } from './report-view.js'

export interface ImportPageProps {
  readonly kept: KeptImport
  /** By default what needs a look, where anything does. */
  readonly view: ReportViewName | undefined
  readonly page: number
}

/** One import: what it would record, or did, in brief and row by row, and what can be done with it. */
export const ImportPage = ({ kept, view, page }: ImportPageProps) => {
  const say = useSay()
  const { id, collection, files } = kept
  const lines = linesOfReport(kept.report)
  return (
    <Page
      title={files.map(({ name }) => name).join(', ')}
      kicker={importWords.kicker}
      section="imports"
      crumbs={[{ label: sectionWords.imports, href: '/imports' }]}
    >
      <State kept={kept} />
      <h2>{say(importWords.summary)}</h2>
      <p>
        {`${say(importWords.collectionShort)}\u00a0: `}
        <code>{collection}</code>
      </p>
      <Counts kept={kept} />
      <p>
        <a href={`/v1/imports/${id}/report.csv?profile=french`} download>
          {say(importWords.csv)}
        </a>
      </p>
      <Report kept={kept} lines={lines} view={view ?? (lines.some(needsLook) ? 'look' : 'all')} page={page} />
      <details>
        <summary>{say(importWords.forget)}</summary>
        <p>{say(importWords.forgetNote)}</p>
        <Form action={`/imports/${id}/effacer`}>
          <button type="submit" class="grave">
            {say(importWords.forgetButton)}
          </button>
        </Form>
      </details>
    </Page>
  )
}

/** Where the import stands, and the button that takes it further. */
const State = ({ kept }: { readonly kept: KeptImport }) => {
  const say = useSay()
  const { language } = usePage()
  const { id, state, tried, committed, counts } = kept
  if (state === 'committed' && committed !== null) {
    return (
      <Notice tone="done">
        <p>
          {say(importWords.committedNotice)} {momentInWords(committed.at, language)}.
        </p>
        {committed.logMoved ? <p>{say(importWords.logMoved)}</p> : null}
      </Notice>
    )
  }
  return (
    <>
      <ChangedRows rows={tried.changed} />
      <Notice tone={counts.events === 0 ? 'caution' : 'news'}>
        <p>
          <strong>{say(importWords.triedNotice)}</strong>{' '}
          {counts.events === 0 ? say(nothingToRecord(counts)) : say(importWords.onlyWhatStands)}
        </p>
        {counts.events === 0 ? null : (
          <Form action={`/imports/${id}/enregistrer`}>
            <button type="submit">
              {say(importWords.commit)} {counts.events}{' '}
              {say(counts.events > 1 ? importWords.manyFacts : importWords.oneFact)}
            </button>
          </Form>
        )}
        <p class="hint">{say(importWords.keptDays)}</p>
      </Notice>
    </>
  )
}

/** Why there is nothing to record: it all is, or rows differ, or every row has a fault. */
const nothingToRecord = ({ organisations, steps }: KeptImport['counts']): Labels => {
  const sum = (name: keyof typeof importCountWords): number => organisations[name] + steps[name]
  if (sum('rows') > 0 && sum('unchanged') === sum('rows')) return importWords.allOnRecord
  return sum('correctionProposed') > 0 && sum('faulty') + sum('refused') === 0
    ? importWords.onlyDiffers
    : importWords.nothingToRecord
}

const countNames = Object.keys(importCountWords) as readonly (keyof typeof importCountWords)[] // its literal keys

const Counts = ({ kept: { counts } }: { readonly kept: KeptImport }) => {
  const say = useSay()
  const rows = (['organisations', 'steps'] as const).filter((table) => counts[table].rows > 0)
  if (rows.length === 0) return null
  const cell =
    (name: keyof typeof importCountWords) =>
    (table: 'organisations' | 'steps'): ComponentChildren =>
      name !== 'rows' && counts[table][name] === 0 ? '' : counts[table][name]
  return (
    <DataTable
      caption={say(importWords.summary)}
      captionHidden
      rows={rows}
      keyOf={(table) => table}
      columns={[
        {
          heading: say(importWords.table),
          cell: (table) =>
            say(table === 'organisations' ? importWords.organisationsTable : importWords.stepsTable),
        },
        ...countNames.map((name) => ({
          heading: say(importCountWords[name]),
          cell: cell(name),
          numeric: true,
        })),
      ]}
    />
  )
}
