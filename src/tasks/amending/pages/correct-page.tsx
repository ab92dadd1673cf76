import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import { describeSteps } from '#projections/asked/steps/describe-steps.js'
import { stepWords } from './step-words.js'
import { withCapital, capitalised } from '#domain/kernel/first-letter.js'
import { Notice } from '#src/web/elements/notice.js'
import { LongTextField, SelectField, TextField } from '#src/web/forms/field.js'
import { useSay } from '#src/web/layout/page-context.js'
import { DateField } from '#src/web/forms/date-field.js'
import { formOfKind, roleOptions } from '#src/web/forms/form-of-kind.js'
import { KindFields } from '#src/web/forms/kind-fields.js'
import { labelsOfFields } from '#src/web/forms/fault-summary.js'
import type { DrawnForm } from '#src/web/forms/checked-form.js'
import { FormPage } from '#src/web/forms/form-page.js'
import { ChangesTable } from '#src/web/forms/changes-table.js'
import { STATED_ON, SOURCE } from './source-and-day.js'
import type { FactToCorrect, SaidOfCorrection } from './correct-form.js'
import { roleAsField } from './fact-in-form.js'
import { nameOfHolder } from './step-on-page.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

/** The form of a fact as it stands on record, to be corrected. */
export const CorrectPage = ({
  subject: { step, holder, fact },
  state,
  said: { preview, moved } = {},
}: DrawnForm<FactToCorrect, SaidOfCorrection>) => {
  const sentence = factSentence(fact)
  const { stepId } = step
  const organisation = { id: holder.organisation, name: nameOfHolder(holder) }
  const say = useSay()
  const known = describeSteps(holder.history)
    .filter((other) => other.stepId !== stepId)
    .map((other) => ({
      value: other.stepId,
      label: withCapital(say(other.facts[0]?.sentence ?? other.name)),
    }))
  return (
    <FormPage
      save={checkedWords.save}
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
        reason: say(checkedWords.reason),
        [SOURCE]: say(stepWords.amendmentSource),
        [STATED_ON]: say(stepWords.amendmentStatedOn),
      }}
      before={moved === undefined ? undefined : <Moved {...moved} />}
      preview={
        preview && {
          effect: preview.effect,
          changes: (
            <ChangesTable
              changes={preview.changes}
              caption={checkedWords.changes}
              before={checkedWords.onRecord}
              after={checkedWords.asCorrected}
            />
          ),
        }
      }
    >
      <fieldset class="group">
        <legend>
          <h2>{say(checkedWords.who)}</h2>
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
          <h2>{say(checkedWords.reason)}</h2>
        </legend>
        <LongTextField
          name="reason"
          label={say(checkedWords.reason)}
          hint={say(checkedWords.reasonHint)}
          required
          rows={2}
          form={state}
        />
        <TextField name={SOURCE} label={say(stepWords.amendmentSource)} form={state} />
        <DateField name={STATED_ON} label={say(stepWords.amendmentStatedOn)} form={state} />
      </fieldset>
    </FormPage>
  )
}

const Moved = ({ changes, news }: NonNullable<SaidOfCorrection['moved']>) => {
  const say = useSay()
  return (
    <Notice tone="caution" answers>
      <p>{say(changes.length === 0 ? checkedWords.movedAround : stepWords.movedFact)}</p>
      {changes.length === 0 ? (
        <ul>
          {news.map((labels) => (
            <li key={labels.fr}>{say(labels)}</li>
          ))}
        </ul>
      ) : (
        <ChangesTable
          changes={changes}
          caption={checkedWords.changes}
          before={stepWords.seen}
          after={stepWords.now}
        />
      )}
    </Notice>
  )
}
