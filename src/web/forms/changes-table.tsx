import type { Labels } from '#domain/kernel/labels.js'
import { stepWords } from '#src/tasks/amending/pages/step-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { useSay } from '#src/web/layout/page-context.js'
import type { ChangedField } from './field-values.js'

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
        { heading: say(stepWords.field), cell: ({ labels }) => say(labels) },
        { heading: say(was), cell: ({ before }) => say(before) },
        { heading: say(is), cell: ({ after }) => <strong>{say(after)}</strong> },
      ]}
    />
  )
}
