import { frameWords } from '#src/messages/pages/frame-words.js'
import { useSay } from '#src/pages/layout/page-context.js'
import type { ChoiceProps } from './field.js'

/** Any number of a list, all in sight. */
export const CheckboxField = (props: ChoiceProps) => <Choices {...props} type="checkbox" />

/** One of a short list, all in sight. */
export const RadioField = (props: ChoiceProps) => <Choices {...props} type="radio" />

const Choices = ({
  name,
  label,
  hint,
  options,
  form,
  required = false,
  type,
}: ChoiceProps & { readonly type: 'checkbox' | 'radio' }) => {
  const say = useSay()
  const fault = form.faults[name]
  const chosen = form.typed[name] ?? []
  return (
    <fieldset class={fault === undefined ? 'field' : 'field faulty'} id={name} tabIndex={-1}>
      <legend>
        {label} {required ? null : <span class="optional">({say(frameWords.optional)})</span>}
      </legend>
      {hint === undefined ? null : <p class="hint">{hint}</p>}
      {fault === undefined ? null : (
        <p class="fault-text">
          <span aria-hidden="true">▲ </span>
          {fault}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input type={type} name={name} value={option.value} checked={chosen.includes(option.value)} />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
