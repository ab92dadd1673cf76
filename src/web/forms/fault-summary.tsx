import { frameWords } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'
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
