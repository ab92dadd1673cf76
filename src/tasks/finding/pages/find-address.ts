import type { OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'

/** The filters that a page was asked with; `q` is one of them. */
export type FilterName = Exclude<keyof OrganisationsQuery, 'sort'>

/** The address of the page with these filters. */
export const findAddress = (asked: OrganisationsQuery): string => `/organisations${queryOf(asked)}`

/** The same list as a file for spreadsheets. */
export const csvAddress = (asked: OrganisationsQuery): string =>
  `/v1/organisations${queryOf(asked, { format: 'csv', profile: 'french' })}`

/** What was asked without one filter; an edition is of a programme, and a reading of a position. */
export const without = (asked: OrganisationsQuery, name: FilterName): OrganisationsQuery => {
  const gone = new Set<string>([name, ...(dependent[name] ?? [])])
  return Object.fromEntries(Object.entries(asked).filter(([each]) => !gone.has(each)))
}

const dependent: Readonly<Partial<Record<FilterName, readonly FilterName[]>>> = {
  programme: ['edition'],
  position: ['reading'],
}

const queryOf = (asked: OrganisationsQuery, more: Readonly<Record<string, string>> = {}): string => {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...asked, ...more })) {
    for (const one of [value].flat())
      if (one !== undefined && one !== '') parameters.append(name, String(one))
  }
  const query = parameters.toString()
  return query === '' ? '' : `?${query}`
}
