import { callBackWords } from './call-back-words.js'
import { TextField } from '#src/web/forms/field.js'
import type { FormState } from '#src/web/forms/typed-form.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { CSRF_FIELD } from '#src/web/security.js'
import { STILL_TRUE_FORM } from './call-card.js'

interface StillTrueFormProps {
  readonly form: FormState
  /** The same as long as this page is shown: sent twice, it has one effect. */
  readonly commandId: string
  /** The filters of the list, to come back to it. */
  readonly back: string
}

/** The one form below the list: when, from where, and one button for all that is ticked. */
export const StillTrueForm = ({ form, commandId, back }: StillTrueFormProps) => {
  const say = useSay()
  const { csrfToken } = usePage()
  return (
    <section aria-labelledby="still-true">
      <h2 id="still-true">{say(callBackWords.confirmTitle)}</h2>
      <form method="post" action="/a-rappeler" id={STILL_TRUE_FORM} class="card" novalidate>
        <input type="hidden" name={CSRF_FIELD} value={csrfToken} />
        <input type="hidden" name="commande" value={commandId} />
        <input type="hidden" name="retour" value={back} />
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
