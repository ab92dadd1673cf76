import type { FastifyReply } from 'fastify'
import type { JSX } from 'preact'
import { match } from 'ts-pattern'
import type { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { StepId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { inFrench } from '#src/messages/faults.js'
import { capitalised } from '#domain/kernel/first-letter.js'
import type { AmendmentOutcome, AmendmentRequest } from '#src/tasks/amending/use-cases/amend-step.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import {
  seenAt,
  seenIn,
  type AskedForm,
  type CheckedForm,
  type FormEnd,
  type FormSubject,
  type SentForm,
} from '#src/web/forms/checked-form.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'
import { SelectField } from '#src/web/forms/field.js'
import type { FormPageProps } from '#src/web/forms/form-page.js'
import { MovedAround } from '#src/web/forms/moved-around.js'
import { typedText, type FormState, type TypedForm } from '#src/web/forms/typed-form.js'
import { useSay } from '#src/web/layout/page-context.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { endOfAmendment } from './end-of-amendment.js'
import { atOwnFields, SOURCE, sourceAndDay, STATED_ON } from './source-and-day.js'
import { nameOfHolder, stepOnPage, type StepOnPage } from './step-on-page.js'
import { stepWords } from './step-words.js'

export type StepUseCases = Amending & Finding & Telling

/** One thing that a form tells of a step: what it reads, which use case it calls, how it looks. */
export interface AboutStep<Input> {
  readonly route: string
  /** Where one is sent on to says what was done. */
  readonly done: keyof typeof stepWords.done
  readonly schema: z.ZodType<Input>
  /** The fields of its form, but for its source, which all have. */
  readonly fields: readonly string[]
  /** Why it cannot be asked for of this step, and of this fact or link; undefined where it can. */
  readonly hindrance: (step: StepOnPage, target: string) => Labels | undefined
  /** In whose stream it is told, hence whose revision matters. */
  readonly speaker: (step: StepOnPage, typed: TypedForm, target: string) => StepHolder
  /** What was typed, but for its source. */
  readonly told: (
    typed: TypedForm,
    target: string,
  ) => { readonly told: Readonly<Record<string, unknown>>; readonly faults?: FaultsByField }
  readonly amend: (inside: Amending, request: AmendmentRequest<Input>) => Promise<AmendmentOutcome>
  readonly Form: (props: AboutStepProps) => JSX.Element
}

/** `target` is the id of the fact or link; empty where the whole step is meant. */
export interface AskedStep {
  readonly step: StepOnPage
  readonly target: string
}

export interface AboutStepProps extends AskedStep {
  /** What its page is shown with, whatever it tells. */
  readonly shown: Pick<FormPageProps, 'state' | 'before' | 'preview' | 'crumbs'>
}

interface SaidOfStep {
  readonly effect?: Effect | undefined
  readonly previewed?: true
  /** What was recorded of the organisation meanwhile. */
  readonly news?: readonly Labels[]
}

/** The form that tells it: checked, then recorded. */
export const formAboutStep = <Input,>(
  about: AboutStep<Input>,
): CheckedForm<StepUseCases, AskedStep, SaidOfStep> => ({
  route: about.route,
  subject: (inside, asked) => askedStep(inside, asked, about),
  first: ({ step }) => seenAt({}, step.holders[0].revision),
  fields: () => [...about.fields, SOURCE, STATED_ON],
  send: (inside, asked, sent) => send(inside, about, asked, sent),
  draw: (reply, { subject, state, said }) => {
    const { Form } = about
    return sendPage(
      reply,
      <Form
        {...subject}
        shown={{
          state,
          crumbs: crumbsOf(subject.step),
          before: said?.news === undefined ? undefined : <MovedAround news={said.news} />,
          preview: said?.previewed === true ? { effect: said.effect } : undefined,
        }}
      />,
    )
  },
})

const askedStep = async (
  inside: StepUseCases,
  { request, sent }: AskedForm,
  { hindrance }: Pick<AboutStep<unknown>, 'hindrance'>,
): Promise<FormSubject<AskedStep>> => {
  const { stepId, fact: target = '' } = request.params as { readonly stepId: string; readonly fact?: string } // of its route
  const read = StepId.safeParse(stepId)
  const step = read.success ? await stepOnPage(inside, read.data) : undefined
  if (step === undefined || 'outcome' in step) return { instead: absent(stepWords.notFound) }
  // What was sent twice finds it done, and is answered as the first time.
  const hindered = sent ? undefined : hindrance(step, target)
  return hindered === undefined ? { subject: { step, target } } : { instead: absent(hindered) }
}

/** The page that stands where nothing can be told. */
export const absent =
  (because: Labels) =>
  (reply: FastifyReply): FastifyReply =>
    sendRefusedPage(reply, 404, because)

const send = async <Input,>(
  inside: StepUseCases,
  about: AboutStep<Input>,
  { step, target }: AskedStep,
  { typed, key, correlationId, dryRun }: SentForm,
): Promise<FormEnd<SaidOfStep>> => {
  const [own, source] = [about.told(typed, target), sourceAndDay(typed)]
  const input = about.schema.safeParse({ ...own.told, ...source.told }, inFrench)
  const typedWrong = { ...source.faults, ...own.faults }
  if (!input.success || Object.keys(typedWrong).length > 0) {
    const issues = input.success ? {} : atOwnFields(faultsAtFields(input.error.issues))
    return { ended: 'shown', faults: { ...issues, ...typedWrong } }
  }
  const holder = about.speaker(step, typed, target)
  const seen = seenIn(typed) ?? holder.revision
  const outcome = await about.amend(inside, {
    ...present({ expected: holder.organisation === step.holders[0].organisation ? seen : undefined }),
    stepId: step.stepId,
    input: input.data,
    idempotencyKey: key,
    correlationId,
    dryRun,
  })
  return match(endOfAmendment(outcome, step.nameOf))
    .returnType<FormEnd<SaidOfStep> | Promise<FormEnd<SaidOfStep>>>()
    .with({ ended: 'recorded' }, () => ({
      ended: 'recorded',
      at: `/etapes/${step.stepId}?${about.done}=oui`,
    }))
    .with({ ended: 'previewed' }, ({ effect }) => ({ ended: 'shown', said: { previewed: true, effect } }))
    .with({ ended: 'faulty' }, ({ faults }) => ({ ended: 'shown', faults: atOwnFields(faults) }))
    .with({ ended: 'moved' }, async () => ({
      ended: 'shown',
      typed: seenAt(typed, step.holders[0].revision),
      said: { news: await inside.telling.newsSince(holder.organisation, seen) },
    }))
    .with({ ended: 'key-used' }, (used) => used)
    .exhaustive()
}

/** Who was chosen where several have the step; else the one that has it. */
export const speakerNamed = ({ holders }: StepOnPage, typed: TypedForm): StepHolder => {
  const named = typedText(typed, 'organisation')
  return holders.find(({ organisation }) => organisation === named) ?? holders[0]
}

/** Who says so, where several have the step on record. */
export const Speaker = ({
  step: { holders },
  state,
}: {
  readonly step: StepOnPage
  readonly state: FormState
}) => {
  const say = useSay()
  return holders.length === 1 ? null : (
    <SelectField
      name="organisation"
      label={say(stepWords.speaker)}
      required
      nothing={say(checkedWords.chooseOne)}
      options={holders.map((holder) => ({ value: holder.organisation, label: nameOfHolder(holder) }))}
      form={state}
    />
  )
}

const crumbsOf = ({ holders: [first], stepId, name }: StepOnPage): FormPageProps['crumbs'] => [
  { label: nameOfHolder(first), href: `/organisations/${first.organisation}` },
  { label: capitalised(name), href: `/etapes/${stepId}` },
]
