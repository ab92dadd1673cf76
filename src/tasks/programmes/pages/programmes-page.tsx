import type { ProgrammeSummary } from '#projections/asked/programmes/programme-view.js'
import { programmeWords } from './programme-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'

/** All programmes: those of the catalogue, then what only facts name. */
export const ProgrammesPage = ({ programmes }: { readonly programmes: readonly ProgrammeSummary[] }) => {
  const say = useSay()
  const others = programmes.filter(({ inCatalogue }) => !inCatalogue)
  return (
    <Page
      title={programmeWords.title}
      section="programmes"
      lead={
        <>
          <p>{say(programmeWords.lead)}</p>
          <p class="actions">
            <a class="button quiet" href="/programmes/par-annee">
              {say(programmeWords.byYear)}
            </a>
          </p>
        </>
      }
    >
      <h2>{say(programmeWords.catalogue)}</h2>
      <p class="hint">{say(programmeWords.howCounted)}</p>
      <ProgrammeTable
        caption={say(programmeWords.catalogue)}
        programmes={programmes.filter(({ inCatalogue }) => inCatalogue)}
      />
      {others.length === 0 ? null : (
        <>
          <h2>{say(programmeWords.others)}</h2>
          <p class="hint">{say(programmeWords.othersLead)}</p>
          <ProgrammeTable caption={say(programmeWords.others)} programmes={others} />
        </>
      )}
    </Page>
  )
}

const ProgrammeTable = ({
  caption,
  programmes,
}: {
  readonly caption: string
  readonly programmes: readonly ProgrammeSummary[]
}) => {
  const say = useSay()
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={programmes}
      keyOf={({ code }) => code}
      columns={[
        {
          heading: say(programmeWords.programme),
          cell: ({ code, labels }) => <a href={`/programmes/${code}`}>{say(labels)}</a>,
        },
        { heading: say(programmeWords.years), cell: yearsInWords },
        ...(['steps', 'participations', 'organisations'] as const).map((measure) => ({
          heading: say(programmeWords[measure]),
          cell: ({ results }: ProgrammeSummary) => results[measure],
          numeric: true,
        })),
        {
          heading: say(programmeWords.announcedShort),
          cell: ({ announced }) => (announced === 0 ? '' : announced),
          numeric: true,
        },
      ]}
    />
  )
}

const yearsInWords = ({ years }: ProgrammeSummary): string =>
  years === null ? '' : years.first === years.last ? `${years.first}` : `${years.first} – ${years.last}`
