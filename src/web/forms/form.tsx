import type { ComponentChildren } from 'preact'
import { usePage } from '#src/web/layout/page-context.js'
import { CSRF_FIELD } from '#src/web/security.js'
import { typedText, type FormState } from './typed-form.js'

export interface FormProps {
  readonly action: string
  /** A form that sends a file. */
  readonly multipart?: boolean
  readonly class?: string
  readonly children: ComponentChildren
}

/** A form that changes something: it is sent by POST, with the token of this page. */
export const Form = ({ action, multipart = false, children, ...rest }: FormProps) => {
  const { csrfToken } = usePage()
  if (csrfToken === undefined) throw new Error('this page was rendered without a token for its forms')
  return (
    <form
      method="post"
      action={action}
      enctype={multipart ? 'multipart/form-data' : undefined}
      class={rest.class}
      novalidate
    >
      <input type="hidden" name={CSRF_FIELD} value={csrfToken} />
      {children}
    </form>
  )
}

/** What a form carries along unseen, where it has it. */
export const KeptAlong = ({
  state: { typed },
  names,
}: {
  readonly state: FormState
  readonly names: readonly string[]
}) => (
  <>
    {names.map((name) => {
      const value = typedText(typed, name)
      return value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />
    })}
  </>
)
