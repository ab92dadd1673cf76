import { frameWords } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import { describedBy, type ChoiceProps } from './field.js'

/** Any number of a list, all in sight. */
export const CheckboxField = (props: ChoiceProps) => <Choices {...props} type="checkbox" />

/** One of a short list, all in sight. */
export const RadioField = (props: ChoiceProps) => <Choices {...props} type="radio" />

const Choices = ({
  name,
  label,
  hint,
  options,
  nothing,
  form,
  required = false,
  type,
}: ChoiceProps & { readonly type: 'checkbox' | 'radio' }) => {
  const say = useSay()
  const fault = form.faults[name]
  const all = nothing === undefined ? options : [{ value: '', label: nothing }, ...options]
  const chosen = (form.typed[name] ?? []).filter((value) => value !== '')
  const isChosen = (value: string) => chosen.includes(value) || (value === '' && chosen.length === 0)
  return (
    <fieldset
      class={fault === undefined ? 'field' : 'field faulty'}
      id={name}
      tabIndex={-1}
      aria-describedby={describedBy(name, { hint, fault })}
    >
      <legend>
        {label} {required ? null : <span class="optional">({say(frameWords.optional)})</span>}
      </legend>
      {hint === undefined ? null : (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault === undefined ? null : (
        <p class="fault-text" id={`${name}-fault`}>
          <span aria-hidden="true">▲ </span>
          {fault}
        </p>
      )}
      {all.map(({ value, label: own }) => (
        <label key={value} class="choice">
          <input type={type} name={name} value={value} checked={isChosen(value)} /> {own}
        </label>
      ))}
    </fieldset>
  )
}
