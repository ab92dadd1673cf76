import { present } from '#domain/kernel/present.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import { capitalised } from '#domain/kernel/first-letter.js'
import { RetractionInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import type { StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'
import { LongTextField } from '#src/web/forms/field.js'
import { FormPage, type FormPageProps } from '#src/web/forms/form-page.js'
import { typedText } from '#src/web/forms/typed-form.js'
import { useSay } from '#src/web/layout/page-context.js'
import { formAboutStep, type AboutStep } from './form-about-step.js'
import { labelsOfSource, SourceAndDay } from './source-and-day.js'
import { factOnPage, stepsInWords, type StepOnPage } from './step-on-page.js'
import { stepWords } from './step-words.js'

/** Take back a fact, or a link: why. */
const retraction: AboutStep<RetractionInput> = {
  route: '/etapes/:stepId/faits/:fact/retirer',
  done: 'retire',
  schema: RetractionInput,
  fields: ['reason'],
  hindrance: (step, target) => {
    if (tellerOf(step, target) !== undefined) return undefined
    return factOnPage(step, target) === undefined ? stepWords.notFound : stepWords.alreadyRetracted
  },
  speaker: (step, _typed, target) => tellerOf(step, target) ?? step.holders[0],
  told: (typed, target) => ({ told: present({ target, reason: typedText(typed, 'reason') }) }),
  amend: ({ amending }, request) => amending.retract(request),
  Form: ({ step, target, shown }) => {
    const say = useSay()
    return (
      <FormPage
        {...shown}
        {...whatIsTakenBack(step, target)}
        action={`/etapes/${step.stepId}/faits/${target}/retirer`}
        save={stepWords.retract}
        labels={{ reason: say(checkedWords.reason), ...labelsOfSource(say) }}
        grave
      >
        <LongTextField
          name="reason"
          label={say(checkedWords.reason)}
          hint={say(checkedWords.reasonHint)}
          required
          rows={2}
          form={shown.state}
        />
        <SourceAndDay state={shown.state} />
      </FormPage>
    )
  },
}

export const retractForm = formAboutStep(retraction)

/** A fact by its sentence, or a link by the steps that it joins. */
const whatIsTakenBack = (
  step: StepOnPage,
  target: string,
): Pick<FormPageProps, 'title' | 'kicker' | 'lead'> => {
  const fact = factOnPage(step, target)?.fact
  const { retractTitle, retractLead, retractLinkTitle, retractLinkLead, linkOf } = stepWords
  if (fact !== undefined) {
    return { title: retractTitle, kicker: capitalised(factSentence(fact)), lead: retractLead }
  }
  const link = tellerOf(step, target)?.history.links.find(({ id }) => id === target)
  const from = stepsInWords(step.linked, link?.follows ?? [])
  return { title: retractLinkTitle, kicker: capitalised(linkOf(step.name, from)), lead: retractLinkLead }
}

/** Who tells the fact or the link that stands. */
const tellerOf = ({ holders, stepId }: StepOnPage, target: string): StepHolder | undefined =>
  holders.find(
    ({ facts, history }) =>
      facts.some(({ id, retracted }) => id === target && !retracted) ||
      history.links.some((link) => link.id === target && link.stepId === stepId && !link.retracted),
  )
