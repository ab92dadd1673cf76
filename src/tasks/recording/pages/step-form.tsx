import type { CommandId } from '#domain/kernel/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { recordWords } from './record-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { Notice } from '#src/web/elements/notice.js'
import { FaultSummary } from '#src/web/forms/fault-summary.js'
import { Form } from '#src/web/forms/form.js'
import type { FormState } from '#src/web/forms/typed-form.js'
import { Page } from '#src/web/layout/page.js'
import { useSay, type Say } from '#src/web/layout/page-context.js'
import type { ChosenOrganisation } from './chosen-organisations.js'
import { othersField, type FormField } from '#src/web/forms/form-field.js'
import { formOfKind, type KindForm } from '#src/web/forms/form-of-kind.js'
import { roleField, stepField } from './input-of-form.js'
import { KindFields } from '#src/web/forms/kind-fields.js'
import { Preview, PreviewPlace, type PreviewProps } from '#src/web/forms/preview.js'
import { TakingPart, type Found } from './taking-part.js'

export interface StepFormProps {
  readonly kind: KindCode
  readonly organisations: readonly ChosenOrganisation[]
  readonly state: FormState
  /** Under which this form has one effect, however often it is sent. */
  readonly commandId: CommandId
  readonly found?: Found | undefined
  /** Who was just added: what to fill in next is there. */
  readonly added?: string | undefined
  readonly preview?: PreviewProps | undefined
  /** What no field can set right. */
  readonly advice?: Labels | undefined
  /** What was recorded since the form was shown, by organisation. */
  readonly moved?: readonly { readonly name: string; readonly news: readonly Labels[] }[] | undefined
}

/** The form of one kind of step: who, what and when, what belongs to the kind; then checked, then recorded. */
export const StepForm = ({ kind, organisations, state, commandId, ...shown }: StepFormProps) => {
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
      {shown.advice === undefined ? null : (
        <Notice tone="fault" answers>
          {say(shown.advice)}
        </Notice>
      )}
      {shown.moved === undefined ? null : <Moved organisations={shown.moved} />}
      <FaultSummary faults={state.faults} labels={labelsOf(form, organisations, say)} />
      <Form action="/enregistrer" class="recording">
        {/* Enter in any field checks, or searches where a name was typed: nothing is recorded by chance. */}
        <button type="submit" name="action" value="entree" class="unseen" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="cle" value={commandId} />
        <TakingPart
          kind={kind}
          organisations={organisations}
          state={state}
          found={shown.found}
          added={shown.added}
        />
        <KindFields form={form} state={state} steps={steps} />
        <PreviewPlace>{shown.preview === undefined ? null : <Preview {...shown.preview} />}</PreviewPlace>
        <div class="actions">
          <button type="submit" name="action" value="verifier" class="quiet">
            {say(recordWords.check)}
          </button>
          <button type="submit" name="action" value="enregistrer">
            {say(recordWords.save)}
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
  organisation: say(recordWords.who),
  ...Object.fromEntries(
    organisations.flatMap(({ id, name }) => [
      [roleField(id), `${say(recordWords.role)} – ${name}`],
      [stepField(id), `${say(recordWords.step)} – ${name}`],
    ]),
  ),
  ...labelsOfFields(fields, say),
})

/** What fields are called by name; other steps are named in a field of their own. */
export const labelsOfFields = (fields: readonly FormField[], say: Say): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map(({ name, labels, input }) => [input === 'steps' ? othersField(name) : name, say(labels)]),
  )

const Moved = ({ organisations }: { readonly organisations: NonNullable<StepFormProps['moved']> }) => {
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
