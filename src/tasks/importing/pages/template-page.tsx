import type { ImportTable } from '#src/tasks/importing/use-cases/table/import-tables.js'
import { templateColumns } from '#src/tasks/importing/use-cases/table/template.js'
import { sectionWords } from '#src/web/layout/frame-words.js'
import { importWords } from './import-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'

/** Every column that the import reads, what it holds, and the example of the template. */
export const TemplatePage = () => {
  const say = useSay()
  return (
    <Page
      title={importWords.templates}
      section="imports"
      crumbs={[{ label: sectionWords.imports, href: '/imports' }]}
      lead={<p>{say(importWords.templatesLead)}</p>}
    >
      <Template table="organisations" />
      <Template table="steps" />
    </Page>
  )
}

const Template = ({ table }: { readonly table: ImportTable }) => {
  const say = useSay()
  const [title, download] =
    table === 'organisations'
      ? [importWords.organisationsTable, importWords.downloadOrganisations]
      : [importWords.stepsTable, importWords.downloadSteps]
  return (
    <>
      <h2>{say(title)}</h2>
      <p>
        <a href={`/v1/import-templates/${table}`} download>
          {say(download)}
        </a>
      </p>
      <DataTable
        caption={say(title)}
        captionHidden
        rows={templateColumns(table)}
        keyOf={({ code }) => code}
        columns={[
          { heading: say(importWords.column), cell: ({ header }) => say(header) },
          {
            heading: say(importWords.holds),
            cell: ({ explained, words }) =>
              words === undefined ? say(explained) : `${say(explained)}. ${say(words)}`,
          },
          { heading: say(importWords.example), cell: ({ example }) => example ?? '' },
        ]}
      />
    </>
  )
}
