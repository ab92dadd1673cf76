import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { recordWords } from './record-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { Notice } from '#src/web/elements/notice.js'
import { ACTION, CHECK, RECORD, type DrawnForm } from '#src/web/forms/checked-form.js'
import { labelsOfFields } from '#src/web/forms/fault-summary.js'
import { Form, KeptAlong } from '#src/web/forms/form.js'
import { FormHead } from '#src/web/forms/form-head.js'
import { FORM_KEY } from '#src/web/forms/shown-again.js'
import { Page } from '#src/web/layout/page.js'
import { useSay, type Say } from '#src/web/layout/page-context.js'
import type { ChosenOrganisation } from '#src/tasks/recording/use-cases/chosen-organisations.js'
import { formOfKind, type KindForm } from '#src/web/forms/form-of-kind.js'
import { roleField, stepField } from './input-of-form.js'
import { KindFields } from '#src/web/forms/kind-fields.js'
import { Preview, PreviewPlace, type PreviewProps } from '#src/web/forms/preview.js'
import { TakingPart, type Found } from './taking-part.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

/** The step that is to be recorded: of which kind, and of whom. */
export interface StepToRecord {
  readonly kind: KindCode
  readonly organisations: readonly ChosenOrganisation[]
}

export interface SaidOfStep {
  readonly found?: Found
  /** Who was just added: what to fill in next is there. */
  readonly added?: string
  readonly preview?: PreviewProps
  /** What was recorded since the form was shown, by organisation. */
  readonly moved?: readonly { readonly name: string; readonly news: readonly Labels[] }[]
}

/** The form of one kind of step: who, what and when, what belongs to the kind; then checked, then recorded. */
export const StepForm = ({
  subject: { kind, organisations },
  state,
  said: { found, added, preview, moved } = {},
}: DrawnForm<StepToRecord, SaidOfStep>) => {
  const say = useSay()
  const form = formOfKind(kind)
  const steps = organisations.flatMap(({ name, steps: known }) =>
    known.map(({ stepId, labels }) => ({
      value: stepId,
      label:
        organisations.length === 1
          ? withCapital(say(labels))
          : `${name}${say({ fr: ' : ', en: ': ' })}${say(labels)}`,
    })),
  )
  return (
    <Page
      title={recordWords.titleOf(form.kind.labels)}
      section="record"
      crumbs={crumbsTo(organisations)}
      scripts={['record.js']}
      lead={<a href={kindsAddress(organisations)}>{say(recordWords.otherKind)}</a>}
    >
      <FormHead state={state} labels={labelsOf(form, organisations, say)}>
        {moved === undefined ? null : <Moved organisations={moved} />}
      </FormHead>
      <Form action="/enregistrer" class="recording">
        {/* Enter in any field checks, or searches where a name was typed: nothing is recorded by chance. */}
        <button type="submit" name={ACTION} value="entree" class="unseen" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="kind" value={kind} />
        <KeptAlong state={state} names={[FORM_KEY]} />
        <TakingPart kind={kind} organisations={organisations} state={state} found={found} added={added} />
        <KindFields form={form} state={state} steps={steps} />
        <PreviewPlace>{preview === undefined ? null : <Preview {...preview} />}</PreviewPlace>
        <div class="actions">
          <button type="submit" name={ACTION} value={CHECK} class="quiet">
            {say(checkedWords.check)}
          </button>
          <button type="submit" name={ACTION} value={RECORD}>
            {say(checkedWords.save)}
          </button>
        </div>
        <p class="hint">{say(recordWords.checkHint)}</p>
      </Form>
    </Page>
  )
}

/** What each field of the form is called, for the list of faults at its head. */
const labelsOf = (
  { fields }: KindForm,
  organisations: readonly ChosenOrganisation[],
  say: Say,
): Readonly<Record<string, string>> => ({
  organisation: say(checkedWords.who),
  ...Object.fromEntries(
    organisations.flatMap(({ id, name }) => [
      [roleField(id), `${say(checkedWords.role)} – ${name}`],
      [stepField(id), `${say(recordWords.step)} – ${name}`],
    ]),
  ),
  ...labelsOfFields(fields, say),
})

const Moved = ({ organisations }: { readonly organisations: NonNullable<SaidOfStep['moved']> }) => {
  const say = useSay()
  return (
    <Notice tone="caution" answers>
      <h2>{say(recordWords.movedTitle)}</h2>
      {organisations.map(({ name, news }) => (
        <div key={name}>
          <p>
            <strong>{name}</strong>
          </p>
          <ul>
            {news.map((labels) => (
              <li key={labels.fr}>{say(labels)}</li>
            ))}
          </ul>
        </div>
      ))}
      <p>{say(recordWords.movedAdvice)}</p>
    </Notice>
  )
}

/** The way here from the organisation, where there is one only. */
export const crumbsTo = (organisations: readonly Pick<ChosenOrganisation, 'id' | 'name'>[]) => {
  const [only, ...others] = organisations
  return only === undefined || others.length > 0
    ? []
    : [{ label: only.name, href: `/organisations/${only.id}` }]
}

const kindsAddress = (organisations: readonly ChosenOrganisation[]): string => {
  const query = new URLSearchParams(organisations.map(({ id }) => ['organisation', id]))
  return organisations.length === 0 ? '/enregistrer' : `/enregistrer?${query.toString()}`
}
