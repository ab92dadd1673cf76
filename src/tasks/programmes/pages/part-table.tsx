import type { ComponentChildren } from 'preact'
import type { Labels } from '#domain/kernel/labels.js'
import type { PartView } from '#projections/asked/programmes/programme-view.js'
import { programmeWords } from './programme-words.js'
import { DataTable } from '#src/web/elements/data-table.js'
import { Heading, type HeadingLevel } from '#src/web/elements/heading.js'
import { useSay } from '#src/web/layout/page-context.js'

/** Parts under a heading, by organisation; nothing where there is none. */
export const PartTable = ({
  title,
  parts,
  level,
  children,
}: {
  readonly title: Labels
  readonly parts: readonly PartView[]
  readonly level: HeadingLevel
  /** Below the table. */
  readonly children?: ComponentChildren
}) => {
  const say = useSay()
  if (parts.length === 0) return null
  const isShared = parts.some((part) => othersOf(part, parts).length > 0)
  return (
    <>
      <Heading level={level}>{say(title)}</Heading>
      <DataTable
        caption={say(title)}
        captionHidden
        rows={parts}
        keyOf={({ organisation, stepId }) => `${organisation.id} ${stepId}`}
        columns={[
          {
            heading: say(programmeWords.organisation),
            cell: ({ organisation: { id, name } }) => <a href={`/organisations/${id}`}>{name}</a>,
          },
          { heading: say(programmeWords.role), cell: ({ role }) => say(role.labels) },
          {
            heading: say(programmeWords.step),
            cell: ({ stepId, name, site }) => (
              <>
                <a href={`/etapes/${stepId}`}>{say(name)}</a>
                {site === undefined ? '' : ` (${site})`}
              </>
            ),
          },
          { heading: say(programmeWords.when), cell: ({ story }) => say(story) },
          ...(isShared
            ? [
                {
                  heading: say(programmeWords.together),
                  cell: (part: PartView) => othersOf(part, parts).join(', '),
                },
              ]
            : []),
        ]}
      />
      {children}
    </>
  )
}

/** The others who took the same collective step. */
const othersOf = (
  { organisation, jointId, kind }: PartView,
  parts: readonly PartView[],
): readonly string[] =>
  jointId === undefined
    ? []
    : parts
        .filter(
          (other) =>
            other.jointId === jointId &&
            other.kind.code === kind.code &&
            other.organisation.id !== organisation.id,
        )
        .map((other) => other.organisation.name)
