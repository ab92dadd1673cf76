import { declaredFields } from '#domain/steps/fact-fields.js'
import { present } from '#domain/kernel/present.js'
import { isOfPlan } from '#domain/organisation/step-on-record.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { capitalised } from '#domain/kernel/first-letter.js'
import { ConfirmationInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import { datingOf } from '#src/typed/understand-date.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'
import { DateField } from '#src/web/forms/date-field.js'
import { LongTextField } from '#src/web/forms/field.js'
import { FormPage } from '#src/web/forms/form-page.js'
import { typedText } from '#src/web/forms/typed-form.js'
import { useSay } from '#src/web/layout/page-context.js'
import { formAboutStep, Speaker, speakerNamed, type AboutStep } from './form-about-step.js'
import { labelsOfSource, SourceAndDay } from './source-and-day.js'
import type { StepOnPage } from './step-on-page.js'
import { stepWords } from './step-words.js'

/** What lasts or runs can still be true once it has begun. */
export const canBeConfirmed = ({ kind, holders }: StepOnPage): boolean =>
  kind.shape !== 'punctual' &&
  holders.some(({ facts }) => facts.some((fact) => !fact.retracted && !isOfPlan(fact)))

/** Say that a step that lasts or runs still stood on a day. */
const confirmation: AboutStep<ConfirmationInput> = {
  route: '/etapes/:stepId/confirmer',
  done: 'confirme',
  schema: ConfirmationInput,
  fields: ['organisation', 'when', 'note'],
  hindrance: (step) => (canBeConfirmed(step) ? undefined : stepWords.notFound),
  speaker: speakerNamed,
  told: (typed) => {
    const text = typedText(typed, 'when')
    const when = text === undefined ? undefined : readTypedDate(text)
    return {
      told: present({
        organisation: typedText(typed, 'organisation'),
        note: typedText(typed, 'note'),
        ...(when?.understood === true ? datingOf(when) : {}),
      }),
      faults: when?.understood === false ? { when: typedDateRemedies[when.code] } : {},
    }
  },
  amend: ({ amending }, request) => amending.confirm(request),
  Form: ({ step, shown }) => {
    const say = useSay()
    return (
      <FormPage
        {...shown}
        title={stepWords.confirmTitle}
        kicker={capitalised(step.name)}
        lead={stepWords.confirmLead}
        action={`/etapes/${step.stepId}/confirmer`}
        save={checkedWords.save}
        labels={{
          organisation: say(stepWords.speaker),
          when: say(stepWords.confirmWhen),
          ...labelsOfSource(say),
          note: say(stepWords.note),
        }}
      >
        <Speaker step={step} state={shown.state} />
        <DateField
          name="when"
          label={say(stepWords.confirmWhen)}
          hint={say(declaredFields.occurred.hint)}
          form={shown.state}
        />
        <SourceAndDay state={shown.state} />
        <LongTextField
          name="note"
          label={say(stepWords.note)}
          hint={say(declaredFields.note.hint)}
          rows={2}
          form={shown.state}
        />
      </FormPage>
    )
  },
}

export const confirmForm = formAboutStep(confirmation)
