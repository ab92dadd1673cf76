import type { ComponentChildren } from 'preact'
import type { Labels } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { ACTION, CHECK, RECORD, SEEN } from './checked-form.js'
import { Form, KeptAlong } from './form.js'
import { FormHead } from './form-head.js'
import { FORM_KEY } from './shown-again.js'
import type { FormState } from './typed-form.js'
import { Page } from '#src/web/layout/page.js'
import type { Crumb } from '#src/web/layout/breadcrumbs.js'
import { useSay } from '#src/web/layout/page-context.js'
import { EffectShown, PreviewCard, PreviewPlace } from './preview.js'
import type { Section } from '#src/web/layout/frame-words.js'
import { checkedWords } from './checked-form-words.js'

export interface FormPageProps {
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
export const FormPage = ({
  title,
  kicker,
  lead,
  crumbs,
  section = 'organisations',
  action,
  state,
  labels,
  ...shown
}: FormPageProps) => {
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
      <FormHead state={state} labels={labels}>
        {shown.before}
      </FormHead>
      <Form action={action} class="recording">
        {/* Enter in any field checks: nothing is recorded by chance. */}
        <button type="submit" name={ACTION} value={CHECK} class="unseen" tabIndex={-1} aria-hidden="true" />
        <KeptAlong state={state} names={[FORM_KEY, SEEN]} />
        {shown.children}
        <PreviewPlace>
          {shown.preview === undefined ? null : (
            <PreviewCard title={checkedWords.changes}>
              {shown.preview.changes}
              {shown.preview.effect === undefined ? null : <EffectShown effect={shown.preview.effect} />}
            </PreviewCard>
          )}
        </PreviewPlace>
        <div class="actions">
          <button type="submit" name={ACTION} value={CHECK} class="quiet">
            {say(checkedWords.check)}
          </button>
          <button
            type="submit"
            name={ACTION}
            value={RECORD}
            class={shown.grave === true ? 'grave' : undefined}
          >
            {say(shown.save)}
          </button>
        </div>
      </Form>
    </Page>
  )
}
