import fc from 'fast-check'
import t from 'tap'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { day } from '#domain/time/day.js'
import type { FacetValue, RegistryFacets } from '#projections/asked/finding/facets.js'
import type { RegistryFilters } from '#projections/asked/finding/filters.js'
import type { MemberState } from '#domain/membership/member-in-year.js'
import type { NewsAge } from '#projections/asked/finding/news-age.js'
import { queryRegistry, type RegistryAnswer, type RegistryQuery } from '#projections/asked/finding/query.js'
import {
  emptyRegistry,
  withRows,
  type RegistryIndex,
  registryOrders,
  registrySorts,
} from '#projections/kept/registry/registry-index.js'
import { holds } from '#test/support/holds.js'
import { rows } from '#test/projections/kept/registry/registry-rows.js'

const today = day(100)

/** Every third one stands somewhere, every third one nowhere, and of the others nothing is known. */
const positionOf = (id: string): string | undefined =>
  [undefined, 'curieux', 'none'][Number(id.slice('org-'.length)) % 3]

type Page = Extract<RegistryAnswer, { readonly outcome: 'page' }>

const ask = (index: RegistryIndex, query: Partial<RegistryQuery>): Page => {
  const answer = queryRegistry(index, { limit: 1000, today, positionOf, ...query })
  if (answer.outcome !== 'page') throw new Error(answer.outcome)
  return answer
}

const idsOf = ({ organisations }: Page): readonly string[] => organisations.map(({ id }) => id)

const filters: fc.Arbitrary<RegistryFilters> = fc
  .record(
    {
      q: fc.constantFrom('region', 'ile su', '27', 'coe', 'elan', 'zzz', ''),
      kinds: fc.subarray<OrganisationKind>(['region', 'commune', 'association'], { minLength: 1 }),
      programme: fc.constantFrom('transfo', 'rebonds', 'unknown'),
      edition: fc.constantFrom('1', '2'),
      year: fc.integer({ min: 2010, max: 2015 }),
      region: fc.constantFrom<NonNullable<RegistryFilters['region']>[]>('53', '75', '11', 'none'),
      position: fc.constantFrom('curieux', 'none'),
      member: fc.constantFrom<MemberState[]>('member', 'perhaps', 'to-renew', 'lapsed', 'none'),
      news: fc.constantFrom<NewsAge[]>('under-1-year', '1-to-3-years', 'over-6-years', 'none'),
      ended: fc.boolean(),
      administration: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((chosen) => chosen as RegistryFilters) // fast-check leaves absent keys out

t.test('a search never misses a word that stands in a name or alias', (t) => {
  const property = fc.property(rows(20), (all) => {
    const index = withRows(emptyRegistry, all)
    return all.every((row) =>
      [row.name, ...row.aliases]
        .flatMap((text) => text.split(' '))
        .every((q) => idsOf(ask(index, { q })).includes(row.id)),
    )
  })
  holds(t, property, 100)
  t.end()
})

t.test('pages follow each other without loss or repeat, in the order of the sort', (t) => {
  const property = fc.property(
    rows(30),
    filters,
    fc.constantFrom(...registrySorts),
    fc.integer({ min: 1, max: 7 }),
    (all, chosen, sort, limit) => {
      const index = withRows(emptyRegistry, all)
      const whole = ask(index, { ...chosen, sort })
      const paged: string[] = []
      for (let cursor: string | undefined; ;) {
        const page = ask(index, { ...chosen, sort, limit, ...(cursor === undefined ? {} : { cursor }) })
        paged.push(...idsOf(page))
        if (page.total !== whole.total || page.organisations.length > limit || paged.length > whole.total)
          return false
        cursor = page.next
        if (cursor === undefined) break
      }
      const sorted = [...whole.organisations].toSorted(registryOrders[sort])
      return paged.join() === idsOf(whole).join() && sorted.map(({ id }) => id).join() === paged.join()
    },
  )
  holds(t, property, 300)
  t.end()
})

t.test('rows that come or change between two pages move nobody else across the seam', (t) => {
  const property = fc.property(
    rows(20),
    rows(8),
    fc.constantFrom(...registrySorts),
    fc.integer({ min: 1, max: 7 }),
    (before, written, sort, limit) => {
      const first = ask(withRows(emptyRegistry, before), { sort, limit })
      const index = withRows(withRows(emptyRegistry, before), written)
      const rest = first.next === undefined ? [] : idsOf(ask(index, { sort, cursor: first.next }))
      const changed = new Set<string>(written.map(({ id }) => id))
      const seen = [...idsOf(first), ...rest].filter((id) => !changed.has(id))
      const unchanged = before.filter(({ id }) => !changed.has(id)).toSorted(registryOrders[sort])
      const expected = unchanged.map(({ id }) => id)
      return first.next === undefined || seen.join() === expected.join()
    },
  )
  holds(t, property, 300)
  t.end()
})

/** Each row that is left has one value of these, and no more. */
const isComplete = (facets: RegistryFacets, chosen: RegistryFilters, total: number): boolean => {
  const sum = (counted: readonly FacetValue<unknown>[], asked: unknown): number =>
    counted.reduce((all, { value, count }) => (asked === undefined || asked === value ? all + count : all), 0)
  const kinds = facets.kind.filter(({ value }) => chosen.kinds?.includes(value) ?? true)
  return (
    sum(kinds, undefined) === total &&
    sum(facets.region, chosen.region) === total &&
    sum(facets.member, chosen.member) === total &&
    sum(facets.news, chosen.news) === total &&
    sum(facets.ended, chosen.ended) === total &&
    sum(facets.administration, chosen.administration) === total &&
    (chosen.programme !== undefined || facets.edition.length === 0)
  )
}

t.test(
  'a filter leaves just those that hold it, and one step holds programme, edition and year together',
  (t) => {
    const property = fc.property(rows(30), filters, (all, chosen) => {
      const index = withRows(emptyRegistry, all)
      const found = new Set(idsOf(ask(index, { ...chosen })))
      const { programme, edition, year } = chosen
      const asksOfAStep = programme !== undefined || edition !== undefined || year !== undefined
      return all.every((row) => {
        const takesPart = row.participations.some(
          (one) =>
            (programme === undefined || one.programme === programme) &&
            (edition === undefined || one.edition === edition) &&
            (year === undefined ||
              (one.years !== undefined && one.years.from <= year && one.years.to >= year)),
        )
        const ended = row.end?.gone !== undefined && row.end.gone.latest <= today
        const held =
          (!asksOfAStep || takesPart) &&
          (chosen.ended === undefined || chosen.ended === ended) &&
          (chosen.position === undefined || (!ended && positionOf(row.id) === chosen.position)) &&
          (chosen.kinds?.includes(row.kind) ?? true) &&
          (chosen.administration === undefined || chosen.administration === row.administration)
        return held || !found.has(row.id)
      })
    })
    holds(t, property, 200)
    t.end()
  },
)

t.test('each count is what its filter would leave, the others as they are', (t) => {
  const property = fc.property(rows(30), filters, (all, chosen) => {
    const index = withRows(emptyRegistry, all)
    const { facets, total } = ask(index, chosen)
    const left = (changed: RegistryFilters): number => ask(index, { ...chosen, ...changed }).total
    const counts = [
      ...facets.kind.map(({ value, count }) => left({ kinds: [value] }) === count),
      ...facets.region.map(({ value, count }) => left({ region: value }) === count),
      ...facets.programme.map(({ value, count }) => left({ programme: value }) === count),
      ...facets.edition.map(({ value, count }) => left({ edition: value }) === count),
      ...facets.year.map(({ value, count }) => left({ year: value }) === count),
      ...facets.position.map(({ value, count }) => left({ position: value }) === count),
      ...facets.member.map(({ value, count }) => left({ member: value }) === count),
      ...facets.news.map(({ value, count }) => left({ news: value }) === count),
      ...facets.ended.map(({ value, count }) => left({ ended: value }) === count),
      ...facets.administration.map(({ value, count }) => left({ administration: value }) === count),
    ]
    return counts.every((right) => right) && isComplete(facets, chosen, total)
  })
  holds(t, property, 300)
  t.end()
})

t.test('whatever is no cursor is refused, and so is that of another sort', (t) => {
  const index = withRows(emptyRegistry, [])
  const property = fc.property(fc.string(), (cursor) => {
    return queryRegistry(index, { limit: 1, today, cursor }).outcome === 'bad-cursor'
  })
  holds(t, property, 200)
  t.end()
})
