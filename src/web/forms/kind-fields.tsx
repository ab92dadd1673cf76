import { match } from 'ts-pattern'
import { programmes } from '#domain/programmes/programmes.js'
import { formWords } from './form-words.js'
import { CheckboxField } from './choices.js'
import { LongTextField, SelectField, TextField, type ChoiceProps, type Option } from './field.js'
import type { FormState } from './typed-form.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { DateField } from './date-field.js'
import { othersField, type FieldGroup, type FormField } from './form-field.js'
import type { KindForm } from './form-of-kind.js'
import { checkedWords } from './checked-form-words.js'

export interface KindFieldsProps {
  readonly form: KindForm
  readonly state: FormState
  /** The steps that this one may have come out of. */
  readonly steps: readonly Option[]
  /** Fields that are not asked here: a correction does not change the moment. */
  readonly without?: readonly string[]
}

const folded = ['circumstances', 'source', 'story'] as const satisfies readonly FieldGroup[]

/** The fields of one kind: what one always fills in and what is its own in sight, the rest folded while it is empty. */
export const KindFields = ({ form, state, steps, without = [] }: KindFieldsProps) => {
  const say = useSay()
  const fields = form.fields.filter(({ name }) => !without.includes(name))
  const ofGroup = (group: FieldGroup): readonly FormField[] => fields.filter((field) => field.group === group)
  const shown = (group: FieldGroup) =>
    ofGroup(group).map((field) => <KindField key={field.name} field={field} state={state} steps={steps} />)
  return (
    <>
      <fieldset class="group">
        <legend>
          <h2>{say(checkedWords.what)}</h2>
        </legend>
        {shown('first')}
      </fieldset>
      {ofGroup('kind').length === 0 ? null : (
        <fieldset class="group">
          <legend>
            <h2>{say(checkedWords.ofKind)}</h2>
          </legend>
          {shown('kind')}
        </fieldset>
      )}
      {folded.map((group) => (
        <details key={group} class="group" open={ofGroup(group).some((field) => isTouched(field, state))}>
          <summary>{say(checkedWords[group])}</summary>
          {shown(group)}
        </details>
      ))}
    </>
  )
}

/** Something is typed there, or wrong. */
const isTouched = ({ name }: FormField, { typed, faults }: FormState): boolean =>
  [name, othersField(name)].some(
    (each) => faults[each] !== undefined || (typed[each] ?? []).some((text) => text !== ''),
  )

/** One field, drawn as it is filled in. */
export const KindField = ({
  field: { name, labels, hint, input, options = [], required },
  state,
  steps,
}: {
  readonly field: FormField
  readonly state: FormState
  readonly steps: readonly Option[]
}) => {
  const { language } = usePage()
  const say = useSay()
  const common = { name, label: say(labels), hint: hint && say(hint), required, form: state }
  const chosen = options.map(({ value, labels: own }) => ({ value, label: say(own) }))
  return match(input)
    .with('date', () => <DateField {...common} />)
    .with('paragraph', 'documents', 'lines', () => <LongTextField {...common} />)
    .with('quantity', () => <TextField {...common} />)
    .with('number', () => <TextField {...common} inputmode="decimal" />)
    .with('line', 'digits', () => <TextField {...common} />)
    .with('choices', () => <CheckboxField {...common} options={chosen} />)
    .with('choice', 'flag', () => (
      <SelectField
        {...common}
        options={chosen}
        nothing={say(required ? checkedWords.chooseOne : checkedWords.notTold)}
      />
    ))
    .with('programme', () => (
      <>
        <TextField {...common} list="known-programmes" />
        <datalist id="known-programmes">
          {programmes.map(({ code, labels: own }) => (
            <option key={code} value={own[language]} />
          ))}
        </datalist>
      </>
    ))
    .with('steps', () => <StepsField {...common} options={steps} />)
    .exhaustive()
}

/** Steps to choose from, and others by their identifiers: what is told of a step that is not among them stays. */
const StepsField = ({ options, ...field }: ChoiceProps) => {
  const say = useSay()
  const others = othersField(field.name)
  const { typed, faults } = field.form
  const known = new Set(options.map(({ value }) => value))
  const unlisted = (typed[field.name] ?? []).filter((step) => !known.has(step))
  const form = {
    faults,
    typed: { ...typed, [others]: [[...unlisted, ...(typed[others] ?? [])].join(' ').trim()] },
  }
  return (
    <>
      {options.length === 0 ? null : <CheckboxField {...field} options={options} />}
      <TextField {...field} form={form} name={others} label={say(formWords.followsOthers)} hint={undefined} />
    </>
  )
}
