import { present } from '#domain/kernel/present.js'
import { isOfPlan } from '#domain/organisation/step-on-record.js'
import type { Labels } from '#domain/kernel/labels.js'
import { readTypedDate } from '#domain/time/typed-date.js'
import { typedDateRemedies } from '#domain/time/typed-date-remedies.js'
import { describeSteps } from '#projections/asked/steps/describe-steps.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import {
  ConfirmationInput,
  LinksInput,
  RetractionInput,
} from '#src/tasks/amending/use-cases/amendment-input.js'
import { confirmStep, linkSteps, retractStep } from '#src/tasks/amending/use-cases/amend-step.js'
import type { StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import { datingOf } from '#src/typed/understand-date.js'
import { formWords } from '#src/web/forms/form-words.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { stepWords } from './step-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { capitalised } from '#src/messages/with-capital.js'
import { CheckboxField } from '#src/web/forms/choices.js'
import { LongTextField, SelectField, TextField } from '#src/web/forms/field.js'
import { typedText, typedTexts, type FormState, type TypedForm } from '#src/web/forms/typed-form.js'
import { useSay, type Say } from '#src/web/layout/page-context.js'
import { DateField } from '#src/web/forms/date-field.js'
import { othersField } from '#src/web/forms/form-field.js'
import type { Amending } from './amending.js'
import { AMENDING_DATE, AMENDING_SOURCE, amendingSource } from './amending-source.js'
import { AmendmentForm, type AmendmentFormProps } from '#src/web/forms/amendment-form.js'
import { factOnPage, nameOfHolder, stepsInWords, type StepOnPage } from './step-on-page.js'

/** Take back a fact, or a link: why. */
export const retraction: Amending<RetractionInput> = {
  done: 'retire',
  schema: RetractionInput,
  fields: ['reason'],
  isPossible: (step, target) => tellerOf(step, target) !== undefined,
  speaker: (step, _typed, target) => tellerOf(step, target) ?? step.holders[0],
  told: (typed, target) => {
    const { told, faults } = amendingSource(typed)
    return { told: present({ target, reason: typedText(typed, 'reason'), ...told }), faults }
  },
  amend: retractStep,
  Form: ({ step, target, shown }) => {
    const say = useSay()
    return (
      <AmendmentForm
        {...shown}
        {...whatIsTakenBack(step, target)}
        crumbs={crumbsOf(step)}
        action={`/etapes/${step.stepId}/faits/${target}/retirer`}
        save={stepWords.retract}
        labels={{ reason: say(stepWords.reason), ...labelsOfSource(say) }}
        grave
      >
        <LongTextField
          name="reason"
          label={say(stepWords.reason)}
          hint={say(stepWords.reasonHint)}
          required
          rows={2}
          form={shown.state}
        />
        <AmendingSource state={shown.state} source={stepWords.newSource} date={stepWords.amendmentStatedOn} />
      </AmendmentForm>
    )
  },
}

/** A fact by its sentence, or a link by the steps that it joins. */
const whatIsTakenBack = (
  step: StepOnPage,
  target: string,
): Pick<AmendmentFormProps, 'title' | 'kicker' | 'lead'> => {
  const fact = factOnPage(step, target)?.fact
  const { retractTitle, retractLead, retractLinkTitle, retractLinkLead, linkOf } = stepWords
  if (fact !== undefined) {
    return { title: retractTitle, kicker: capitalised(factSentence(fact)), lead: retractLead }
  }
  const link = tellerOf(step, target)?.history.links.find(({ id }) => id === target)
  const from = stepsInWords(step.linked, link?.follows ?? [])
  return { title: retractLinkTitle, kicker: capitalised(linkOf(step.name, from)), lead: retractLinkLead }
}

/** What lasts or runs can still be true once it has begun. */
export const canBeConfirmed = ({ kind, holders }: StepOnPage): boolean =>
  kind.shape !== 'punctual' &&
  holders.some(({ facts }) => facts.some((fact) => !fact.retracted && !isOfPlan(fact)))

/** Say that a step that lasts or runs still stood on a day. */
export const confirmation: Amending<ConfirmationInput> = {
  done: 'confirme',
  schema: ConfirmationInput,
  fields: ['organisation', 'when', 'note'],
  isPossible: canBeConfirmed,
  speaker: speakerNamed,
  told: (typed) => {
    const { told, faults } = amendingSource(typed)
    const text = typedText(typed, 'when')
    const when = text === undefined ? undefined : readTypedDate(text)
    return {
      told: present({
        organisation: typedText(typed, 'organisation'),
        note: typedText(typed, 'note'),
        ...(when?.understood === true ? datingOf(when) : {}),
        ...told,
      }),
      faults: { ...faults, ...(when?.understood === false ? { when: typedDateRemedies[when.code] } : {}) },
    }
  },
  amend: confirmStep,
  Form: ({ step, shown }) => {
    const say = useSay()
    return (
      <AmendmentForm
        {...shown}
        title={stepWords.confirmTitle}
        kicker={capitalised(step.name)}
        lead={stepWords.confirmLead}
        crumbs={crumbsOf(step)}
        action={`/etapes/${step.stepId}/confirmer`}
        save={recordWords.save}
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
          hint={say(formWords.whenHint)}
          form={shown.state}
        />
        <AmendingSource state={shown.state} source={stepWords.newSource} date={stepWords.amendmentStatedOn} />
        <LongTextField
          name="note"
          label={say(stepWords.note)}
          hint={say(formWords.personalHint)}
          rows={2}
          form={shown.state}
        />
      </AmendmentForm>
    )
  },
}

const others = othersField('follows')

/** Say out of which steps one came. */
export const links: Amending<LinksInput> = {
  done: 'relie',
  schema: LinksInput,
  fields: ['organisation', others],
  isPossible: () => true,
  speaker: speakerNamed,
  told: (typed) => {
    const { told, faults } = amendingSource(typed)
    const typedIds = (typedText(typed, others) ?? '').split(/[\s,;]+/)
    const follows = [...new Set([...typedTexts(typed, 'follows'), ...typedIds])].filter((id) => id !== '')
    return {
      told: present({ organisation: typedText(typed, 'organisation'), follows, ...told }),
      faults: { ...faults, ...(follows.length === 0 ? { [others]: stepWords.linkNeeded } : {}) },
    }
  },
  amend: linkSteps,
  Form: ({ step, shown }) => {
    const say = useSay()
    const known = step.holders
      .flatMap(({ history }) => describeSteps(history))
      .filter(({ stepId }) => stepId !== step.stepId)
      .map(({ stepId, name, facts: [first] }) => ({
        value: stepId,
        label: withCapital(say(first?.sentence ?? name)),
      }))
    return (
      <AmendmentForm
        {...shown}
        title={stepWords.linkTitle}
        kicker={capitalised(step.name)}
        lead={stepWords.linkLead}
        crumbs={crumbsOf(step)}
        action={`/etapes/${step.stepId}/relier`}
        save={recordWords.save}
        labels={{
          organisation: say(stepWords.speaker),
          [others]: say(formWords.follows),
          ...labelsOfSource(say),
        }}
      >
        <Speaker step={step} state={shown.state} />
        {known.length === 0 ? null : (
          <CheckboxField
            name="follows"
            label={say(formWords.follows)}
            required
            options={known}
            form={shown.state}
          />
        )}
        <TextField
          name={others}
          label={say(formWords.followsOthers)}
          required={known.length === 0}
          form={shown.state}
        />
        <AmendingSource state={shown.state} source={stepWords.newSource} date={stepWords.amendmentStatedOn} />
      </AmendmentForm>
    )
  },
}

const tellerOf = ({ holders, stepId }: StepOnPage, target: string): StepHolder | undefined =>
  holders.find(
    ({ facts, history }) =>
      facts.some(({ id, retracted }) => id === target && !retracted) ||
      history.links.some((link) => link.id === target && link.stepId === stepId && !link.retracted),
  )

/** Who was chosen where several have the step; else the one that has it. */
function speakerNamed({ holders }: StepOnPage, typed: TypedForm): StepHolder {
  const named = typedText(typed, 'organisation')
  return holders.find(({ organisation }) => organisation === named) ?? holders[0]
}

const Speaker = ({ step: { holders }, state }: { readonly step: StepOnPage; readonly state: FormState }) => {
  const say = useSay()
  return holders.length === 1 ? null : (
    <SelectField
      name="organisation"
      label={say(stepWords.speaker)}
      required
      nothing={say(recordWords.choose)}
      options={holders.map((holder) => ({ value: holder.organisation, label: nameOfHolder(holder) }))}
      form={state}
    />
  )
}

const AmendingSource = ({
  state,
  source,
  date,
}: {
  readonly state: FormState
  readonly source: Labels
  readonly date: Labels
}) => {
  const say = useSay()
  return (
    <>
      <TextField name={AMENDING_SOURCE} label={say(source)} hint={say(formWords.sourceHint)} form={state} />
      <DateField name={AMENDING_DATE} label={say(date)} hint={say(formWords.statedOnHint)} form={state} />
    </>
  )
}

const labelsOfSource = (say: Say): Readonly<Record<string, string>> => ({
  [AMENDING_SOURCE]: say(stepWords.newSource),
  [AMENDING_DATE]: say(stepWords.amendmentStatedOn),
})

const crumbsOf = ({ holders: [first], stepId, name }: StepOnPage) => [
  { label: nameOfHolder(first), href: `/organisations/${first.organisation}` },
  { label: capitalised(name), href: `/etapes/${stepId}` },
]
