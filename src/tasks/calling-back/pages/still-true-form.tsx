import { callBackWords } from './call-back-words.js'
import { TextField } from '#src/web/forms/field.js'
import { KeptAlong } from '#src/web/forms/form.js'
import { FORM_KEY } from '#src/web/forms/shown-again.js'
import type { FormState } from '#src/web/forms/typed-form.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { CSRF_FIELD } from '#src/web/security.js'
import { STILL_TRUE_FORM } from './call-card.js'

interface StillTrueFormProps {
  readonly form: FormState
  /** The list below which it stands: it is sent there, and shown again there. */
  readonly list: string
}

/** The one form below the list: when, from where, and one button for all that is ticked. */
export const StillTrueForm = ({ form, list }: StillTrueFormProps) => {
  const say = useSay()
  const { csrfToken } = usePage()
  return (
    <section aria-labelledby="still-true">
      <h2 id="still-true">{say(callBackWords.confirmTitle)}</h2>
      <form method="post" action={list} id={STILL_TRUE_FORM} class="card" novalidate>
        <input type="hidden" name={CSRF_FIELD} value={csrfToken} />
        <KeptAlong state={form} names={[FORM_KEY]} />
        <p>{say(callBackWords.confirmLead)}</p>
        <TextField
          name="when"
          label={say(callBackWords.when)}
          hint={say(callBackWords.whenHint)}
          form={form}
        />
        <TextField
          name="source"
          label={say(callBackWords.source)}
          hint={say(callBackWords.sourceHint)}
          form={form}
        />
        <div class="actions">
          <button type="submit">{say(callBackWords.confirm)}</button>
        </div>
      </form>
    </section>
  )
}
