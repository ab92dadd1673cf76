import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import type { Labels } from '#domain/kernel/labels.js'
import { regionLabels } from '#domain/territory/regions.js'
import type { FacetValue } from '#projections/asked/finding/facets.js'
import { newsAges } from '#projections/asked/finding/news-age.js'
import { memberStates } from '#domain/membership/member-in-year.js'
import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import type { OrganisationsAnswer } from '#src/tasks/finding/use-cases/search-organisations.js'
import { findWords } from './find-words.js'
import { certaintyWords } from '#projections/asked/trajectory/certainty-words.js'

export type FoundPage = Extract<OrganisationsAnswer, { readonly outcome: 'page' }>

/** A filter that is chosen from a list, each value with how many organisations it would leave. */
export interface FilterChoice {
  readonly name:
    | 'kind'
    | 'region'
    | 'programme'
    | 'edition'
    | 'year'
    | 'position'
    | 'member'
    | 'news'
    | 'ended'
    | 'administration'
  readonly label: Labels
  readonly options: readonly FilterOption[]
  /** What is chosen, as it stands in the address. */
  readonly chosen: readonly string[]
}

export interface FilterOption {
  readonly value: string
  readonly label: Labels
  readonly count: number
}

/** Every filter with its values in words; what is chosen is among them even where it leaves nothing. */
export const filterChoices = (asked: OrganisationsQuery, page: FoundPage): readonly FilterChoice[] => {
  const { facets, model } = page
  const positionLabels = (code: string): Labels =>
    model?.model.positions.find((position) => position.code === code)?.labels ?? certaintyWords.none
  const choice = <Value extends string | number | boolean>(
    name: FilterChoice['name'],
    values: readonly FacetValue<Value>[],
    chosen: readonly Value[],
    labelsOf: (value: Value) => Labels,
  ): FilterChoice => {
    const missing = chosen.filter((one) => !values.some(({ value }) => value === one))
    return {
      name,
      label: findWords[name],
      chosen: chosen.map(String),
      options: [...values, ...missing.map((value) => ({ value, count: 0 }))].map(({ value, count }) => ({
        value: String(value),
        label: labelsOf(value),
        count,
      })),
    }
  }
  return [
    choice('programme', facets.programme, given(asked.programme), nameOfProgramme),
    ...(asked.programme === undefined ? [] : [choice('edition', facets.edition, given(asked.edition), asIs)]),
    choice('year', facets.year, given(asked.year), asIs),
    choice('kind', facets.kind, [asked.kind ?? []].flat(), (kind) => organisationKinds[kind]),
    choice('region', facets.region, given(asked.region), (region) =>
      region === 'none' ? findWords.noRegion : regionLabels(region),
    ),
    choice('position', facets.position, given(asked.position), positionLabels),
    choice('member', facets.member, given(asked.member), (state) => memberStates[state]),
    choice('news', facets.news, given(asked.news), (age) => newsAges[age]),
    choice(
      'ended',
      facets.ended,
      given(asked.ended),
      (ended) => findWords[ended ? 'endedTrue' : 'endedFalse'],
    ),
    // Kinds say it already; it is shown where it was asked by its address.
    ...(asked.administration === undefined
      ? []
      : [
          choice(
            'administration',
            facets.administration,
            given(asked.administration),
            (administration) => findWords[administration ? 'administrationTrue' : 'administrationFalse'],
          ),
        ]),
  ]
}

const given = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value])

const asIs = (value: string | number): Labels => ({ fr: String(value), en: String(value) })
