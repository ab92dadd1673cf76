import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import type { CountsByYear, CountsOverYears } from '#projections/asked/programmes/year-counts.js'
import { frameWords, sectionWords } from '#src/web/layout/frame-words.js'
import { programmeWords, yearCountWords } from './programme-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { EMPTY_FORM, typedText, type FormState } from '#src/web/forms/typed-form.js'
import { Page } from '#src/web/layout/page.js'
import { countInWords } from './count-in-words.js'
import { YearChart } from './year-chart.js'
import { useSay } from '#src/web/layout/page-context.js'

export interface YearCountsPageProps {
  readonly counts: CountsByYear
  readonly measure: Measure
  /** Years that were typed and can’t be asked for; the counts are then those of all years. */
  readonly form?: FormState
}

/** How many took part in what, by year: to be read, printed, or taken away as CSV. */
export const YearCountsPage = ({ counts, measure, form = EMPTY_FORM }: YearCountsPageProps) => {
  const say = useSay()
  const { catalogue } = counts
  const what = `${say(yearCountWords.catalogueTotal)}${useWhatIsCounted(counts, measure)}`
  return (
    <Page
      title={yearCountWords.title}
      section="programmes"
      crumbs={[{ label: sectionWords.programmes, href: '/programmes' }]}
      lead={<p>{say(yearCountWords.lead)}</p>}
      scripts={['print.js']}
    >
      <YearsForm counts={counts} measure={measure} form={form} />
      <div class="year-counts">
        <h2>{what}</h2>
        <YearChart
          title={what}
          counts={catalogue.years.map((one) => ({ year: one.year, count: one[measure] }))}
        />
        <h2>{say(yearCountWords.table)}</h2>
        <p>{say(yearCountWords.reading)}</p>
        <YearTables counts={counts} measure={measure} />
        <p class="hint">
          {say(yearCountWords.undatedNote)} {say(programmeWords.howCounted)}
        </p>
      </div>
    </Page>
  )
}

const YearsForm = ({ counts: { from, to }, measure, form }: Required<YearCountsPageProps>) => {
  const say = useSay()
  const csv = `/v1/programme-counts.csv?from=${from}&to=${to}&profile=french`
  return (
    <form method="get" action="/programmes/par-annee" class="years-form">
      <YearField name="from" label={say(yearCountWords.from)} year={from} form={form} />
      <YearField name="to" label={say(yearCountWords.to)} year={to} form={form} />
      <div class="field wide">
        <label for="measure">{say(yearCountWords.measure)}</label>
        <select id="measure" name="measure">
          {measures.map((each) => (
            <option key={each} value={each} selected={each === measure}>
              {say(yearCountWords[each])}
            </option>
          ))}
        </select>
      </div>
      <div class="actions">
        <button type="submit">{say(yearCountWords.show)}</button>
        <a class="button quiet" href={csv} download>
          {say(yearCountWords.csv)}
        </a>
        <button type="button" class="quiet" data-role="print" hidden>
          {say(yearCountWords.print)}
        </button>
      </div>
    </form>
  )
}

const YearField = ({
  name,
  label,
  year,
  form: { typed, faults },
}: {
  readonly name: 'from' | 'to'
  readonly label: string
  readonly year: number
  readonly form: FormState
}) => {
  const fault = faults[name]
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={name}>{label}</label>
      {fault === undefined ? null : (
        <p class="fault-text" id={`${name}-fault`} role="alert">
          <span aria-hidden="true">▲</span> {fault}
        </p>
      )}
      <input
        id={name}
        name={name}
        type="text"
        inputmode="numeric"
        maxLength={4}
        value={typedText(typed, name) ?? String(year)}
        aria-invalid={fault === undefined ? undefined : 'true'}
        aria-describedby={fault === undefined ? undefined : `${name}-fault`}
      />
    </div>
  )
}

interface Row extends CountsOverYears {
  readonly key: string
  readonly name: string
  readonly href?: string
}

/** The programmes of the catalogue; what else facts name unfolds, and is printed too. */
const YearTables = ({ counts, measure }: YearCountsPageProps) => {
  const say = useSay()
  const { programmes, catalogue, all } = counts
  const named = (inCatalogue: boolean): readonly Row[] =>
    programmes
      .filter((one) => one.inCatalogue === inCatalogue)
      .map((one) => ({
        ...one,
        key: one.programme,
        name: say(nameOfProgramme(one.programme)),
        href: `/programmes/${one.programme}`,
      }))
  const counted = useWhatIsCounted(counts, measure)
  const others = named(false)
  return (
    <>
      <YearTable
        caption={`${say(yearCountWords.catalogueTotal)}${counted}`}
        rows={[...named(true), { ...catalogue, key: '=catalogue', name: say(yearCountWords.catalogueTotal) }]}
        measure={measure}
      />
      {others.length === 0 ? null : (
        <details>
          <summary>{say(programmeWords.others)}</summary>
          <p class="hint">{say(programmeWords.othersLead)}</p>
          <YearTable
            caption={`${say(programmeWords.others)}${counted}`}
            rows={[...others, { ...all, key: '=all', name: say(yearCountWords.allTotal) }]}
            measure={measure}
          />
        </details>
      )}
    </>
  )
}

/** «, 2008–2024 : participations» */
const useWhatIsCounted = ({ from, to }: CountsByYear, measure: Measure): string => {
  const say = useSay()
  return `, ${from}–${to}${say(frameWords.colon)}${say(programmeWords[measure]).toLowerCase()}`
}

const YearTable = ({
  caption,
  rows,
  measure,
}: {
  readonly caption: string
  readonly rows: readonly Row[]
  readonly measure: Measure
}) => {
  const say = useSay()
  const [first] = rows
  return (
    <div class="scrolls" tabIndex={0} role="region" aria-label={`${say(yearCountWords.table)}, ${caption}`}>
      <DataTable
        caption={caption}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            heading: say(programmeWords.programme),
            cell: ({ name, href }) => (href === undefined ? name : <a href={href}>{name}</a>),
          },
          ...(first?.years ?? []).map(({ year }, index) => ({
            heading: `${year}`,
            cell: ({ years }: Row) => {
              const one = years[index]
              return one === undefined ? '' : countInWords(one[measure])
            },
            numeric: true,
          })),
          {
            heading: say(yearCountWords.period),
            cell: ({ period }) => <strong>{countInWords(period[measure]) || '0'}</strong>,
            numeric: true,
          },
          {
            heading: say(yearCountWords.undated),
            cell: ({ undated }) => (undated === 0 ? '' : undated),
            numeric: true,
          },
        ]}
      />
    </div>
  )
}

/** What the counts by year count. */
export const measures = ['participations', 'steps', 'organisations'] as const
export type Measure = (typeof measures)[number]
