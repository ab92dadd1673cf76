import type { CommandId } from '#domain/identifiers/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/steps/labels.js'
import type { RegistryEntry } from '#projections/registry/query.js'
import { recordWords } from '#src/messages/pages/record-words.js'
import { Notice } from '#src/pages/elements/notice.js'
import { FaultSummary } from '#src/pages/forms/fault-summary.js'
import { Form } from '#src/pages/forms/form.js'
import type { FormState } from '#src/pages/forms/typed-form.js'
import { Page } from '#src/pages/layout/page.js'
import { useSay, type Say } from '#src/pages/layout/page-context.js'
import type { ChosenOrganisation } from './chosen-organisations.js'
import { formOfKind, type KindForm } from './form-of-kind.js'
import { roleField, stepField } from './input-of-form.js'
import { KindFields } from './kind-fields.js'
import { Preview, type PreviewProps } from './preview.js'
import { TakingPart } from './taking-part.js'

export interface StepFormProps {
  readonly kind: KindCode
  readonly organisations: readonly ChosenOrganisation[]
  readonly state: FormState
  /** Under which this form has one effect, however often it is sent. */
  readonly commandId: CommandId
  readonly found?: readonly RegistryEntry[] | undefined
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
        organisations.length === 1 ? say(labels) : `${name}${say({ fr: ' : ', en: ': ' })}${say(labels)}`,
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
      {shown.advice === undefined ? null : <Notice tone="fault">{say(shown.advice)}</Notice>}
      {shown.moved === undefined ? null : <Moved organisations={shown.moved} />}
      <FaultSummary faults={state.faults} labels={labelsOf(form, organisations, say)} />
      <Form action="/enregistrer" class="recording">
        {/* Enter in any field checks: nothing is recorded by chance. */}
        <button
          type="submit"
          name="action"
          value="verifier"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
        />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="cle" value={commandId} />
        <TakingPart kind={kind} organisations={organisations} state={state} found={shown.found} />
        <KindFields form={form} state={state} steps={steps} />
        <div data-role="preview">{shown.preview === undefined ? null : <Preview {...shown.preview} />}</div>
        <div class="actions">
          <button type="submit" name="action" value="verifier" class="quiet" formaction="/enregistrer#apercu">
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
  ...Object.fromEntries(fields.map(({ name, labels }) => [name, say(labels)])),
  ...Object.fromEntries(
    organisations.flatMap(({ id, name }) => [
      [roleField(id), `${say(recordWords.role)} – ${name}`],
      [stepField(id), `${say(recordWords.step)} – ${name}`],
    ]),
  ),
})

const Moved = ({ organisations }: { readonly organisations: NonNullable<StepFormProps['moved']> }) => {
  const say = useSay()
  return (
    <Notice tone="caution">
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
