import { present } from '#domain/kernel/present.js'
import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { findWords } from './find-words.js'
import { sectionAddresses, sectionWords } from '#src/web/layout/frame-words.js'
import { Notice } from '#src/web/elements/notice.js'
import { useSay } from '#src/web/layout/page-context.js'
import { findAddress } from './find-address.js'

/** What to do when nothing was found: try fewer words, fewer filters, or record something first. */
export const NothingFound = ({ asked }: { readonly asked: OrganisationsQuery }) => {
  const say = useSay()
  const { q, sort: _sort, reading: _reading, ...filters } = asked
  const count = Object.values(filters).filter((chosen) => chosen !== undefined && chosen !== '').length
  const isFiltered = count > 0
  return (
    <Notice tone="news">
      <p>{say(findWords.nothingTitle)}.</p>
      <ul>
        {q === undefined ? null : <li>{say(findWords.nothingSpelling)}</li>}
        {isFiltered ? (
          <li>
            {say(count === 1 && q === undefined ? findWords.nothingFilter : findWords.nothingFilters)}{' '}
            <a href={findAddress(present({ q }))}>{say(findWords.searchEverywhere)}</a>
          </li>
        ) : null}
        {q === undefined && !isFiltered ? (
          <li>
            {say(findWords.nothingYet)} <code>trajectoires import --sample</code>{' '}
            <a href={sectionAddresses.imports}>{say(sectionWords.imports)}</a>
          </li>
        ) : null}
      </ul>
    </Notice>
  )
}
