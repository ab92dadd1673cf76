import type { ComponentChildren } from 'preact'
import type { Labels } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { stepWords } from '#src/tasks/amending/pages/step-words.js'
import { Notice } from '#src/web/elements/notice.js'
import { FaultSummary } from './fault-summary.js'
import { Form } from './form.js'
import type { FormState } from './typed-form.js'
import { Page } from '#src/web/layout/page.js'
import type { Crumb } from '#src/web/layout/breadcrumbs.js'
import { useSay } from '#src/web/layout/page-context.js'
import { EffectShown, PreviewCard, PreviewPlace } from './preview.js'
import type { Section } from '#src/web/layout/frame-words.js'

export interface AmendmentFormProps {
  readonly title: Labels
  readonly kicker?: Labels | string | undefined
  readonly lead: Labels
  readonly crumbs: readonly Crumb[]
  readonly section?: Section
  /** Where the form is sent. */
  readonly action: string
  readonly state: FormState
  /** What its fields are called, in their order. */
  readonly labels: Readonly<Record<string, string>>
  /** Under which it has one effect, and the revision at which it was shown. */
  readonly commandId: string
  readonly seen: string
  readonly advice?: Labels | undefined
  /** What is said before the form: what moved meanwhile. */
  readonly before?: ComponentChildren
  /** What it would change, once it was checked. */
  readonly preview?:
    { readonly changes?: ComponentChildren; readonly effect?: Effect | undefined } | undefined
  /** What the button that records says. */
  readonly save: Labels
  readonly grave?: boolean
  readonly children: ComponentChildren
}

/** The frame of every form that changes what is on record: checked first, then recorded. */
export const AmendmentForm = ({
  title,
  kicker,
  lead,
  crumbs,
  section = 'organisations',
  action,
  state,
  labels,
  commandId,
  seen,
  ...shown
}: AmendmentFormProps) => {
  const say = useSay()
  return (
    <Page
      title={title}
      kicker={kicker}
      lead={say(lead)}
      section={section}
      crumbs={crumbs}
      scripts={['record.js']}
    >
      {shown.advice === undefined ? null : (
        <Notice tone="fault" answers>
          {say(shown.advice)}
        </Notice>
      )}
      {shown.before}
      <FaultSummary faults={state.faults} labels={labels} />
      <Form action={action} class="recording">
        {/* Enter in any field checks: nothing is recorded by chance. */}
        <button
          type="submit"
          name="action"
          value="verifier"
          class="unseen"
          tabIndex={-1}
          aria-hidden="true"
        />
        <input type="hidden" name="cle" value={commandId} />
        <input type="hidden" name="vu" value={seen} />
        {shown.children}
        <PreviewPlace>
          {shown.preview === undefined ? null : (
            <PreviewCard title={stepWords.changes}>
              {shown.preview.changes}
              {shown.preview.effect === undefined ? null : <EffectShown effect={shown.preview.effect} />}
            </PreviewCard>
          )}
        </PreviewPlace>
        <div class="actions">
          <button type="submit" name="action" value="verifier" class="quiet">
            {say(recordWords.check)}
          </button>
          <button
            type="submit"
            name="action"
            value="enregistrer"
            class={shown.grave === true ? 'grave' : undefined}
          >
            {say(shown.save)}
          </button>
        </div>
      </Form>
    </Page>
  )
}
