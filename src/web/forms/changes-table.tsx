import type { Labels } from '#domain/kernel/labels.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { useSay } from '#src/web/layout/page-context.js'
import type { ChangedField } from './field-values.js'
import { checkedWords } from './checked-form-words.js'

/** Two versions side by side, where they differ. */
export const ChangesTable = ({
  changes,
  caption,
  before: was,
  after: is,
}: {
  readonly changes: readonly ChangedField[]
  readonly caption: Labels
  readonly before: Labels
  readonly after: Labels
}) => {
  const say = useSay()
  return (
    <DataTable
      caption={say(caption)}
      captionHidden
      rows={changes}
      keyOf={({ name }) => name}
      columns={[
        { heading: say(checkedWords.field), cell: ({ labels }) => say(labels) },
        { heading: say(was), cell: ({ before }) => say(before) },
        { heading: say(is), cell: ({ after }) => <strong>{say(after)}</strong> },
      ]}
    />
  )
}
