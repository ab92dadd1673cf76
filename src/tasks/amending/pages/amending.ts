import type { JSX } from 'preact'
import type { z } from 'zod'
import type { StepId } from '#domain/kernel/identifiers.js'
import type { AmendmentOutcome } from '#src/tasks/amending/use-cases/amend-step.js'
import type { StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import type { WriteRequest, Writing } from '#src/handling/writing/write-organisation.js'
import type { stepWords } from './step-words.js'
import type { TypedForm } from '#src/web/forms/typed-form.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import type { AmendmentFormProps } from '#src/web/forms/amendment-form.js'
import type { StepOnPage } from './step-on-page.js'

/** What a form that amends a step is shown with, whatever it amends. */
export type AmendingShown = Pick<
  AmendmentFormProps,
  'state' | 'commandId' | 'seen' | 'advice' | 'before' | 'preview'
>

/** One way of amending a step by a form: what it reads, which use case it calls, how it looks. */
export interface Amending<Input> {
  /** Where one is sent on to says what was done. */
  readonly done: keyof typeof stepWords.done
  readonly schema: z.ZodType<Input>
  /** The fields of its form, but for its source, which all have. */
  readonly fields: readonly string[]
  /** Whether it can be asked of this step, and of this fact or link. */
  readonly isPossible: (step: StepOnPage, target: string) => boolean
  /** In whose stream it is told, hence whose revision matters. */
  readonly speaker: (step: StepOnPage, typed: TypedForm, target: string) => StepHolder
  readonly told: (
    typed: TypedForm,
    target: string,
  ) => { readonly told: Readonly<Record<string, unknown>>; readonly faults: FaultsByField }
  readonly amend: (
    deps: Writing,
    request: WriteRequest & { readonly stepId: StepId; readonly input: Input },
  ) => Promise<AmendmentOutcome>
  readonly Form: (props: AmendingFormProps) => JSX.Element
}

export interface AmendingFormProps {
  readonly step: StepOnPage
  /** The id of the fact or link; empty where the whole step is meant. */
  readonly target: string
  readonly shown: AmendingShown
}
