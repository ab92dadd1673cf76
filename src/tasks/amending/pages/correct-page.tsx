import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { FactOnRecord, OrganisationHistory } from '#domain/organisation/history.js'
import type { Labels } from '#domain/kernel/labels.js'
import { describeSteps } from '#projections/asked/steps/describe-steps.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { stepWords } from './step-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { capitalised } from '#src/messages/with-capital.js'
import { Notice } from '#src/web/elements/notice.js'
import { LongTextField, SelectField, TextField } from '#src/web/forms/field.js'
import type { FormState } from '#src/web/forms/typed-form.js'
import { useSay } from '#src/web/layout/page-context.js'
import { DateField } from '#src/web/forms/date-field.js'
import { formOfKind, roleOptions } from '#src/web/forms/form-of-kind.js'
import { KindFields } from '#src/web/forms/kind-fields.js'
import { labelsOfFields } from '#src/tasks/recording/pages/step-form.js'
import { AmendmentForm } from '#src/web/forms/amendment-form.js'
import { ChangesTable } from '#src/web/forms/changes-table.js'
import { AMENDING_DATE, AMENDING_SOURCE } from './amending-source.js'
import type { ChangedField } from '#src/web/forms/field-values.js'
import { roleAsField } from './fact-in-form.js'

export interface CorrectPageProps {
  readonly stepId: StepId
  readonly fact: FactOnRecord
  readonly sentence: Labels
  readonly organisation: { readonly id: OrganisationId; readonly name: string }
  /** The organisation’s history, whose steps this one may have come out of. */
  readonly steps: OrganisationHistory
  readonly state: FormState
  readonly commandId: string
  readonly seen: string
  readonly save: Labels
  readonly advice?: Labels | undefined
  readonly preview?:
    { readonly changes: readonly ChangedField[]; readonly effect?: Effect | undefined } | undefined
  /** Both versions, where the record moved: what changed of this fact, and what was recorded besides. */
  readonly moved?: { readonly changes: readonly ChangedField[]; readonly news: readonly Labels[] } | undefined
}

/** The form of a fact as it stands on record, to be corrected. */
export const CorrectPage = ({
  stepId,
  fact,
  sentence,
  organisation,
  steps,
  state,
  preview,
  moved,
  ...rest
}: CorrectPageProps) => {
  const say = useSay()
  const known = describeSteps(steps)
    .filter((step) => step.stepId !== stepId)
    .map((step) => ({ value: step.stepId, label: withCapital(say(step.facts[0]?.sentence ?? step.name)) }))
  return (
    <AmendmentForm
      {...rest}
      title={stepWords.correctTitle}
      kicker={capitalised(sentence)}
      lead={stepWords.correctLead}
      crumbs={[
        { label: organisation.name, href: `/organisations/${organisation.id}` },
        { label: capitalised(sentence), href: `/etapes/${stepId}` },
      ]}
      action={`/etapes/${stepId}/faits/${fact.id}/corriger`}
      state={state}
      labels={{
        [roleAsField.name]: say(roleAsField.labels),
        ...labelsOfFields(formOfKind(fact.kind).fields, say),
        reason: say(stepWords.reason),
        [AMENDING_SOURCE]: say(stepWords.amendmentSource),
        [AMENDING_DATE]: say(stepWords.amendmentStatedOn),
      }}
      before={moved === undefined ? undefined : <Moved {...moved} />}
      preview={
        preview && {
          effect: preview.effect,
          changes: (
            <ChangesTable
              changes={preview.changes}
              caption={stepWords.changes}
              before={stepWords.onRecord}
              after={stepWords.asCorrected}
            />
          ),
        }
      }
    >
      <fieldset class="group">
        <legend>
          <h2>{say(recordWords.who)}</h2>
        </legend>
        <SelectField
          name={roleAsField.name}
          label={`${say(roleAsField.labels)} – ${organisation.name}`}
          required
          options={roleOptions.map(({ value, labels }) => ({ value, label: say(labels) }))}
          form={state}
        />
      </fieldset>
      <KindFields form={formOfKind(fact.kind)} state={state} steps={known} without={['stage']} />
      <fieldset class="group">
        <legend>
          <h2>{say(stepWords.reason)}</h2>
        </legend>
        <LongTextField
          name="reason"
          label={say(stepWords.reason)}
          hint={say(stepWords.reasonHint)}
          required
          rows={2}
          form={state}
        />
        <TextField name={AMENDING_SOURCE} label={say(stepWords.amendmentSource)} form={state} />
        <DateField name={AMENDING_DATE} label={say(stepWords.amendmentStatedOn)} form={state} />
      </fieldset>
    </AmendmentForm>
  )
}

const Moved = ({ changes, news }: NonNullable<CorrectPageProps['moved']>) => {
  const say = useSay()
  return (
    <Notice tone="caution" answers>
      <p>{say(changes.length === 0 ? stepWords.movedAround : stepWords.movedFact)}</p>
      {changes.length === 0 ? (
        <ul>
          {news.map((labels) => (
            <li key={labels.fr}>{say(labels)}</li>
          ))}
        </ul>
      ) : (
        <ChangesTable
          changes={changes}
          caption={stepWords.changes}
          before={stepWords.seen}
          after={stepWords.now}
        />
      )}
    </Notice>
  )
}
