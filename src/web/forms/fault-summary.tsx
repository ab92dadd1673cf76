import { frameWords } from '#src/web/layout/frame-words.js'
import { useSay, type Say } from '#src/web/layout/page-context.js'
import { othersField, type FormField } from './form-field.js'
import type { FieldFaults } from './typed-form.js'

/** All faults of a form at its head, each a link to its field; the reader begins there, with scripts or without. */
export const FaultSummary = ({
  faults,
  labels = {},
}: {
  readonly faults: FieldFaults
  /** What fields are called, in the order of the form: a fault alone would not tell which one is meant. */
  readonly labels?: Readonly<Record<string, string>>
}) => {
  const say = useSay()
  const order = Object.keys(labels)
  const entries = Object.entries(faults).toSorted(
    ([one], [other]) => order.indexOf(one) - order.indexOf(other),
  )
  if (entries.length === 0) return null
  return (
    <div class="notice fault" role="alert" tabIndex={-1} autofocus data-role="fault-summary">
      <h2>{say(frameWords.faultsTitle)}</h2>
      <ul>
        {entries.map(([name, fault]) => (
          <li key={name}>
            <a href={`#${name}`}>
              {labels[name] === undefined ? '' : `${labels[name]}${say(frameWords.colon)}`}
              {fault}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What fields are called by name; other steps are named in a field of their own. */
export const labelsOfFields = (fields: readonly FormField[], say: Say): Readonly<Record<string, string>> =>
  Object.fromEntries(
    fields.map(({ name, labels, input }) => [input === 'steps' ? othersField(name) : name, say(labels)]),
  )
