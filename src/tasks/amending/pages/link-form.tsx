import { declaredFields } from '#domain/steps/fact-fields.js'
import { withCapital, capitalised } from '#domain/kernel/first-letter.js'
import { present } from '#domain/kernel/present.js'
import { describeSteps } from '#projections/asked/steps/describe-steps.js'
import { LinksInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'
import { CheckboxField } from '#src/web/forms/choices.js'
import { TextField } from '#src/web/forms/field.js'
import { othersField } from '#src/web/forms/form-field.js'
import { FormPage } from '#src/web/forms/form-page.js'
import { formWords } from '#src/web/forms/form-words.js'
import { typedText, typedTexts } from '#src/web/forms/typed-form.js'
import { useSay } from '#src/web/layout/page-context.js'
import { formAboutStep, Speaker, speakerNamed, type AboutStep } from './form-about-step.js'
import { labelsOfSource, SourceAndDay } from './source-and-day.js'
import { stepWords } from './step-words.js'

const others = othersField('follows')

/** Say out of which steps one came. */
const links: AboutStep<LinksInput> = {
  route: '/etapes/:stepId/relier',
  done: 'relie',
  schema: LinksInput,
  fields: ['organisation', others],
  hindrance: () => undefined,
  speaker: speakerNamed,
  told: (typed) => {
    const typedIds = (typedText(typed, others) ?? '').split(/[\s,;]+/)
    const follows = [...new Set([...typedTexts(typed, 'follows'), ...typedIds])].filter((id) => id !== '')
    return {
      told: present({ organisation: typedText(typed, 'organisation'), follows }),
      faults: follows.length === 0 ? { [others]: stepWords.linkNeeded } : {},
    }
  },
  amend: ({ amending }, request) => amending.link(request),
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
      <FormPage
        {...shown}
        title={stepWords.linkTitle}
        kicker={capitalised(step.name)}
        lead={stepWords.linkLead}
        action={`/etapes/${step.stepId}/relier`}
        save={checkedWords.save}
        labels={{
          organisation: say(stepWords.speaker),
          [others]: say(declaredFields.follows.labels),
          ...labelsOfSource(say),
        }}
      >
        <Speaker step={step} state={shown.state} />
        {known.length === 0 ? null : (
          <CheckboxField
            name="follows"
            label={say(declaredFields.follows.labels)}
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
        <SourceAndDay state={shown.state} />
      </FormPage>
    )
  },
}

export const linkForm = formAboutStep(links)
