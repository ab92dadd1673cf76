import type { ComponentChildren } from 'preact'
import { frameWords } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import type { FormState } from './typed-form.js'

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly required?: boolean | undefined
  readonly form: FormState
}

export interface ControlAttributes {
  readonly id: string
  readonly name: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': 'true' | undefined
  readonly required: boolean
}

/** A control with its label, its hint and its fault, each of which screen readers tell of. */
export const Labelled = ({
  name,
  label,
  hint,
  required = false,
  form,
  control,
}: FieldProps & { readonly control: (attributes: ControlAttributes) => ComponentChildren }) => {
  const say = useSay()
  const fault = form.faults[name]
  return (
    <div class={fault === undefined ? 'field' : 'field faulty'}>
      <label for={name}>
        {label} {required ? null : <span class="optional">({say(frameWords.optional)})</span>}
      </label>
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
      {control({
        id: name,
        name,
        'aria-describedby': describedBy(name, { hint, fault }),
        'aria-invalid': fault === undefined ? undefined : 'true',
        required,
      })}
    </div>
  )
}

/** The ids of what is told of a control beside its label; undefined where there is nothing. */
export const describedBy = (
  name: string,
  { hint, fault }: { readonly hint?: string | undefined; readonly fault?: string | undefined },
): string | undefined =>
  [hint === undefined ? [] : `${name}-hint`, fault === undefined ? [] : `${name}-fault`].flat().join(' ') ||
  undefined

export interface TextFieldProps extends FieldProps {
  /** The keyboard that a phone shows. */
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'url' | 'search'
  readonly placeholder?: string
  /** Suggestions, by the id of a datalist. */
  readonly list?: string
  /** What scripts look for. */
  readonly role?: string
}

/** One line of text. */
export const TextField = ({ inputmode = 'text', placeholder, list, role, ...field }: TextFieldProps) => (
  <Labelled
    {...field}
    control={(attributes) => (
      <input
        {...attributes}
        type="text"
        inputmode={inputmode}
        value={field.form.typed[field.name]?.[0]}
        placeholder={placeholder}
        list={list}
        autocomplete="off"
        data-role={role}
      />
    )}
  />
)

/** Several lines of text. */
export const LongTextField = (field: FieldProps & { readonly rows?: number }) => (
  <Labelled
    {...field}
    control={(attributes) => (
      <textarea {...attributes} rows={field.rows ?? 4}>
        {field.form.typed[field.name]?.[0] ?? ''}
      </textarea>
    )}
  />
)

/** Files of the reader's own; browsers forget them when a form comes back. */
export const FileField = ({ accept, ...field }: FieldProps & { readonly accept: string }) => (
  <Labelled
    {...field}
    control={(attributes) => <input {...attributes} type="file" multiple accept={accept} />}
  />
)

export interface Option {
  readonly value: string
  readonly label: string
}

export interface ChoiceProps extends FieldProps {
  readonly options: readonly Option[]
  /** What stands first, for «nothing chosen». */
  readonly nothing?: string
}

/** One of a list. */
export const SelectField = ({ options, nothing, ...field }: ChoiceProps) => {
  const chosen = field.form.typed[field.name]?.[0] ?? ''
  return (
    <Labelled
      {...field}
      control={(attributes) => (
        <select {...attributes}>
          {nothing === undefined ? null : <option value="">{nothing}</option>}
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
      )}
    />
  )
}
