import type { ImportSummary } from '#src/tasks/importing/use-cases/shelf/kept-import.js'
import { importWords } from './import-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { CheckboxField } from '#src/web/forms/choices.js'
import { FormHead } from '#src/web/forms/form-head.js'
import { FileField, TextField } from '#src/web/forms/field.js'
import { Form } from '#src/web/forms/form.js'
import type { FormState } from '#src/web/forms/typed-form.js'
import { Page } from '#src/web/layout/page.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { momentInWords } from '#src/messages/moment-in-words.js'

/** Where files are sent, the templates are, and past imports are found again. */
export const ImportsPage = ({
  imports,
  form,
}: {
  readonly imports: readonly ImportSummary[]
  readonly form: FormState
}) => {
  const say = useSay()
  return (
    <Page title={importWords.title} section="imports" lead={<p>{say(importWords.lead)}</p>}>
      <FormHead state={form} />
      <Form action="/imports" multipart>
        <FileField
          name="files"
          label={say(importWords.files)}
          hint={say(importWords.filesHint)}
          accept=".csv,.txt,text/csv"
          required
          form={form}
        />
        <TextField
          name="collection"
          label={say(importWords.collection)}
          hint={say(importWords.collectionHint)}
          form={form}
        />
        <CheckboxField
          name="applyCorrections"
          label={say(importWords.corrections)}
          options={[{ value: 'true', label: say(importWords.applyCorrections) }]}
          form={form}
        />
        <button type="submit">{say(importWords.try)}</button>
      </Form>
      <h2>{say(importWords.templates)}</h2>
      <p>{say(importWords.templatesLead)}</p>
      <ul>
        <li>
          <a href="/v1/import-templates/organisations" download>
            {say(importWords.downloadOrganisations)}
          </a>
        </li>
        <li>
          <a href="/v1/import-templates/steps" download>
            {say(importWords.downloadSteps)}
          </a>
        </li>
        <li>
          <a href="/imports/modele">{say(importWords.explained)}</a>
        </li>
      </ul>
      <h2>{say(importWords.past)}</h2>
      {imports.length === 0 ? <p>{say(importWords.noPast)}</p> : <PastImports imports={imports} />}
    </Page>
  )
}

const PastImports = ({ imports }: { readonly imports: readonly ImportSummary[] }) => {
  const say = useSay()
  const { language } = usePage()
  const sum = (
    { counts }: ImportSummary,
    ...names: readonly (keyof ImportSummary['counts']['steps'])[]
  ): number => names.reduce((total, name) => total + counts.organisations[name] + counts.steps[name], 0)
  return (
    <DataTable
      caption={say(importWords.past)}
      captionHidden
      rows={imports}
      keyOf={({ id }) => id}
      columns={[
        {
          heading: say(importWords.when),
          cell: ({ id, tried, committed }) => (
            <a href={`/imports/${id}`}>{momentInWords((committed ?? tried).at, language)}</a>
          ),
        },
        {
          heading: say(importWords.state),
          cell: ({ state }) => say(state === 'committed' ? importWords.committed : importWords.tried),
        },
        { heading: say(importWords.collectionShort), cell: ({ collection }) => collection },
        {
          heading: say(importWords.fileNames),
          cell: ({ files }) => files.map(({ name }) => name).join(', '),
        },
        { heading: say(importWords.rows), cell: (one) => sum(one, 'rows'), numeric: true },
        {
          heading: say(importWords.toCorrect),
          cell: (one) => sum(one, 'faulty', 'refused') + one.refusedFiles,
          numeric: true,
        },
        { heading: say(importWords.events), cell: ({ counts }) => counts.events, numeric: true },
      ]}
    />
  )
}
