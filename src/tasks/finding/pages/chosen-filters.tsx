import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { findWords } from './find-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import { present } from '#domain/kernel/present.js'
import type { FilterChoice } from './filter-choices.js'
import { findAddress, without, type FilterName } from './find-address.js'

/** What the list was narrowed down by, each with a link that takes it back; nothing where all are shown. */
export const ChosenFilters = ({
  asked,
  choices,
}: {
  readonly asked: OrganisationsQuery
  readonly choices: readonly FilterChoice[]
}) => {
  const say = useSay()
  const chosen = chosenOf(asked, choices, say)
  if (chosen.length === 0) return null
  return (
    <nav class="chosen-filters" aria-label={say(findWords.chosen)}>
      <ul>
        {chosen.map(({ name, text }) => (
          <li key={name}>
            <a href={findAddress(without(asked, name))}>
              {text} <span aria-hidden="true">×</span>
              <span class="unseen">, {say(findWords.remove)}</span>
            </a>
          </li>
        ))}
        {chosen.length < 2 ? null : (
          <li>
            <a href={findAddress(present({ sort: asked.sort }))}>{say(findWords.removeAll)}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

const chosenOf = (
  { q }: OrganisationsQuery,
  choices: readonly FilterChoice[],
  say: ReturnType<typeof useSay>,
): readonly { readonly name: FilterName; readonly text: string }[] => [
  ...(q === undefined || q.trim() === ''
    ? []
    : [{ name: 'q' as const, text: `${say(findWords.searched)}${say(frameWords.colon)}${q}` }]),
  ...choices.flatMap(({ name, label, options, chosen }) =>
    chosen.length === 0
      ? []
      : [
          {
            name,
            text: `${say(label)}${say(frameWords.colon)}${chosen
              .map((value) => say(options.find((option) => option.value === value)?.label ?? label))
              .join(', ')}`,
          },
        ],
  ),
]
