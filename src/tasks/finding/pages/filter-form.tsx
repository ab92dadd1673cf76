import { Fragment } from 'preact'
import type { Labels } from '#domain/kernel/labels.js'
import { registrySorts } from '#projections/kept/registry/registry-index.js'
import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { countWords, findWords, readingWords, sortWords } from './find-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import type { FilterChoice } from './filter-choices.js'

interface FilterFormProps {
  readonly asked: OrganisationsQuery
  readonly choices: readonly FilterChoice[]
  readonly total: number
}

/** The search, and the filters below it: one form that is sent by its buttons, so that no choice jumps away by itself. */
export const FilterForm = ({ asked, choices, total }: FilterFormProps) => {
  const say = useSay()
  return (
    <form method="get" action="/organisations" role="search" class="find-form">
      <div class="inline-form">
        <label for="q">{say(findWords.searchLabel)}</label>
        <input id="q" name="q" type="search" value={asked.q ?? ''} autocomplete="off" maxlength={200} />
        <button type="submit">{say(findWords.search)}</button>
      </div>
      <details class="filters" open={!isOnlySearched(asked)}>
        <summary>{say(findWords.filters)}</summary>
        <div class="filter-grid">
          {choices.map((choice) => (
            <Fragment key={choice.name}>
              <CountedSelect choice={choice} />
              {choice.name === 'position' ? (
                <PlainSelect
                  name="reading"
                  label={findWords.reading}
                  words={readingWords}
                  values={readings}
                  chosen={asked.reading ?? 'unrefuted'}
                />
              ) : null}
            </Fragment>
          ))}
          <PlainSelect
            name="sort"
            label={findWords.sort}
            words={sortWords}
            values={registrySorts}
            chosen={asked.sort ?? 'name'}
          />
        </div>
        <div class="filters-foot">
          <button type="submit" class="quiet">
            {say(findWords.apply)}
          </button>
          <a href="#found">{say(countWords(total))} ↓</a>
          <p class="hint">{say(findWords.filtersHint)}</p>
        </div>
      </details>
    </form>
  )
}

/** Who looks for a name wants to see who was found; filters are then folded, and open by a key or a click. */
const isOnlySearched = (asked: OrganisationsQuery): boolean =>
  Object.keys(asked).every((name) => ['q', 'sort', 'reading'].includes(name)) && asked.q !== undefined

/** From the one that lets most pass to the one that asks most. */
const readings = ['unrefuted', 'kept', 'possible', 'certain'] as const

const CountedSelect = ({ choice: { name, label, options, chosen } }: { readonly choice: FilterChoice }) => {
  const say = useSay()
  return (
    <div class="filter">
      <label for={name}>{say(label)}</label>
      <select id={name} name={name} class={chosen.length === 0 ? undefined : 'chosen'}>
        <option value="">{say(findWords.all)}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen[0]}>
            {`${say(option.label)} (${option.count})`}
          </option>
        ))}
      </select>
    </div>
  )
}

interface PlainSelectProps<Value extends string> {
  readonly name: string
  readonly label: Labels
  readonly values: readonly Value[]
  readonly words: Readonly<Record<Value, Labels>>
  readonly chosen: Value
}

const PlainSelect = <Value extends string>({
  name,
  label,
  values,
  words,
  chosen,
}: PlainSelectProps<Value>) => {
  const say = useSay()
  return (
    <div class="filter">
      <label for={name}>{say(label)}</label>
      <select id={name} name={name}>
        {values.map((value) => (
          <option key={value} value={value} selected={value === chosen}>
            {say(words[value])}
          </option>
        ))}
      </select>
    </div>
  )
}
