import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { countWords, findWords, sortWords } from './find-words.js'
import { NextPage } from '#src/web/elements/next-page.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'
import { ChosenFilters } from './chosen-filters.js'
import { filterChoices, type FoundPage } from './filter-choices.js'
import { FilterForm } from './filter-form.js'
import { csvAddress, findAddress } from './find-address.js'
import { NothingFound } from './nothing-found.js'
import { ResultsTable } from './results-table.js'
import { frameWords } from '#src/web/layout/frame-words.js'

interface FindPageProps {
  readonly asked: OrganisationsQuery
  readonly answer: FoundPage
  /** Whether this is a later page of the list. */
  readonly continued: boolean
}

/** The search first, what it can be narrowed down by, then who was found. */
export const FindPage = ({ asked, answer, continued }: FindPageProps) => {
  const say = useSay()
  const { organisations, total, next } = answer
  const choices = filterChoices(asked, answer)
  const title = continued ? `${say(countWords(total))} (${say(findWords.continued)})` : say(countWords(total))
  return (
    <Page title={findWords.title} section="organisations">
      <FilterForm asked={asked} choices={choices} total={total} />
      <section aria-labelledby="found">
        <h2 id="found" tabIndex={-1}>
          {title}
        </h2>
        <ChosenFilters asked={asked} choices={choices} />
        {asked.programme === undefined || total === 0 ? null : (
          <p class="hint">
            {say(findWords.everyRole)}{' '}
            <a href={`/programmes/${asked.programme}`}>{say(findWords.programmePage)}</a>.
          </p>
        )}
        {total === 0 ? (
          <NothingFound asked={asked} />
        ) : (
          <>
            <ResultsTable
              asked={asked}
              caption={`${title}, ${say(findWords.sort).toLowerCase()} ${say(sortWords[asked.sort ?? 'name'])}`}
              organisations={organisations}
            />
            <div class="list-foot">
              <NextPage cursor={next} />
              {continued ? (
                <p>
                  <a href={findAddress(asked)}>{say(findWords.firstPage)}</a>
                </p>
              ) : null}
              <p>
                <a href={csvAddress(asked)}>{say(findWords.csv)}</a>
              </p>
            </div>
          </>
        )}
      </section>
      <p class="actions">
        <a class="button quiet" href="/organisations/nouvelle">
          {say(frameWords.registerOrganisation)}
        </a>
      </p>
    </Page>
  )
}
