import { understandDate } from '#src/typed/understand-date.js'
import { Labelled, type FieldProps } from './field.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import { checkedWords } from './checked-form-words.js'

/** A date as one says it, with how it was understood below: as it came back, and live with the script. */
export const DateField = (field: FieldProps) => {
  const say = useSay()
  const { language } = usePage()
  const said = `${field.name}-understood`
  const typed = field.form.typed[field.name]?.[0] ?? ''
  const understood = typed.trim() === '' ? undefined : understandDate(typed)
  return (
    <Labelled
      {...field}
      control={(attributes) => (
        <>
          <input
            {...attributes}
            aria-describedby={[attributes['aria-describedby'], said].join(' ').trim()}
            type="text"
            value={typed}
            autocomplete="off"
            data-role="date"
            data-language={language}
            data-prefix={say(checkedWords.understoodAs)}
          />
          <p class="understood" role="status" id={said}>
            {understood?.understood === true ? (
              <>
                {say(checkedWords.understoodAs)} <strong>{say(understood.sentence)}</strong>{' '}
                {understood.among === undefined ? '' : `(${say(understood.among)})`}
              </>
            ) : null}
          </p>
        </>
      )}
    />
  )
}
