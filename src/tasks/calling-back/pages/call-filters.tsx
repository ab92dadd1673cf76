import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { Labels } from '#domain/kernel/labels.js'
import { isRegionCode, regionLabels } from '#domain/territory/regions.js'
import { callReasons, type CallReason } from '#projections/asked/call-back/call-backs-view.js'
import type { CallBacksAnswer, CallBacksQuery } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import { callBackWords, monthsAhead } from './call-back-words.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'

interface CallFiltersProps {
  readonly asked: CallBacksQuery
  readonly answer: Pick<CallBacksAnswer, 'facets' | 'months'>
}

const monthsOffered = [0, 3, 6, 12, 24]

/** What the calls can be narrowed down by, with the count of calls that each choice would leave. */
export const CallFilters = ({ asked, answer: { facets, months } }: CallFiltersProps) => {
  const say = useSay()
  return (
    <form method="get" action={sectionAddresses['call-back']} data-role="filters">
      <fieldset class="filters">
        <legend>{say(callBackWords.filters)}</legend>
        <div class="filter-grid">
          <Choice
            name="reason"
            label={callBackWords.reason}
            chosen={asked.reason}
            options={facets.reason.map(counted(({ value }) => callReasons[value as CallReason]))}
          />
          <Choice
            name="kind"
            label={callBackWords.kind}
            chosen={asked.kind}
            options={facets.kind.map(counted(({ value }) => organisationKinds[value as OrganisationKind]))}
          />
          <Choice
            name="region"
            label={callBackWords.region}
            chosen={asked.region}
            options={facets.region.map(
              counted(({ value }) => (isRegionCode(value) ? regionLabels(value) : callBackWords.noRegion)),
            )}
          />
          <Choice
            name="programme"
            label={callBackWords.programme}
            chosen={asked.programme}
            options={facets.programme.map(counted(({ value }) => nameOfProgramme(value)))}
          />
          <Choice
            name="months"
            label={callBackWords.months}
            chosen={String(months)}
            options={[...new Set([...monthsOffered, months])]
              .toSorted((one, other) => one - other)
              .map((ahead) => ({
                value: String(ahead),
                label: ahead === 0 ? callBackWords.now : monthsAhead(ahead),
              }))}
            always
          />
          <Choice
            name="order"
            label={callBackWords.order}
            chosen={asked.order ?? 'day'}
            options={[
              { value: 'day', label: callBackWords.orderDay },
              { value: 'name', label: callBackWords.orderName },
            ]}
            always
          />
        </div>
        <div class="filters-foot">
          <button type="submit" class="quiet">
            {say(callBackWords.apply)}
          </button>
          {isFiltered(asked) ? (
            <a href={sectionAddresses['call-back']}>{say(callBackWords.removeAll)}</a>
          ) : null}
        </div>
      </fieldset>
    </form>
  )
}

/** Whether anything is asked that leaves calls out. */
export const isFiltered = ({ reason, kind, region, programme }: CallBacksQuery): boolean =>
  [reason, kind, region, programme].some((filter) => filter !== undefined)

interface Facet {
  readonly value: string
  readonly count: number
}

interface Option {
  readonly value: string
  readonly label: Labels
  readonly count?: number
}

const counted =
  (labelOf: (facet: Facet) => Labels) =>
  (facet: Facet): Option => ({ ...facet, label: labelOf(facet) })

interface ChoiceProps {
  readonly name: string
  readonly label: Labels
  readonly options: readonly Option[]
  readonly chosen: string | undefined
  /** One of them is always chosen. */
  readonly always?: boolean
}

const Choice = ({ name, label, options, chosen, always = false }: ChoiceProps) => {
  const say = useSay()
  const missing = chosen !== undefined && !options.some(({ value }) => value === chosen)
  return (
    <div class="filter">
      <label for={name}>{say(label)}</label>
      <select id={name} name={name} class={always || chosen === undefined ? undefined : 'chosen'}>
        {always ? null : <option value="">{say(callBackWords.all)}</option>}
        {missing ? (
          <option value={chosen} selected>
            {`${chosen} (0)`}
          </option>
        ) : null}
        {options.map(({ value, label: text, count }) => (
          <option key={value} value={value} selected={value === chosen}>
            {count === undefined ? say(text) : `${say(text)} (${count})`}
          </option>
        ))}
      </select>
    </div>
  )
}
