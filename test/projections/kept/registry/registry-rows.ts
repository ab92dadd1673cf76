import fc from 'fast-check'
import { present } from '#domain/kernel/present.js'
import { organisationKinds, type OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import { JointId } from '#domain/kernel/identifiers.js'
import { day } from '#domain/time/day.js'
import type { MembershipOnRecord } from '#domain/membership/membership-on-record.js'
import type { Participation, RegistryRow } from '#projections/kept/registry/registry-row.js'
import { searchTextOf } from '#projections/kept/registry/search-text.js'
import { organisation, stepId } from '#test/support/organisation-events.js'

/** A row of which only what is told is known. */
export const aRow = (
  id: string,
  told: Partial<Omit<RegistryRow, 'id' | 'searchText' | 'administration'>> = {},
): RegistryRow => {
  const { name = id, kind = 'region', formerNames = [], aliases = [] } = told
  return {
    successors: [],
    programmes: [],
    participations: [],
    engagements: 0,
    planned: 0,
    facts: 0,
    steps: [],
    joints: [],
    memberships: [],
    news: { recordedAt: 0 },
    ...told,
    id: organisation(id),
    name,
    kind,
    formerNames,
    aliases,
    administration: organisationKinds[kind].administration,
    searchText: searchTextOf([name, ...formerNames.map((former) => former.name), ...aliases, id]),
  }
}

const words = fc.constantFrom(
  'Région',
  'Île',
  'cœur',
  'Métropole',
  'd’Oise',
  'Sud',
  'Été',
  '27e',
  '–',
  'e\u0301lan',
)
const names = fc.array(words, { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join(' '))

const participations: fc.Arbitrary<readonly Participation[]> = fc.array(
  fc
    .record({
      programme: fc.constantFrom(undefined, 'rebonds', 'transfo'),
      edition: fc.constantFrom(undefined, '1', '2'),
      years: fc.option(
        fc.record({ from: fc.integer({ min: 2010, max: 2013 }), more: fc.integer({ min: 0, max: 2 }) }),
        { nil: undefined },
      ),
    })
    .map(({ years, ...told }) =>
      present({ ...told, years: years && { from: years.from, to: years.from + years.more } }),
    ),
  { maxLength: 3 },
)

/** Known from the day on which it was heard of, for ever or, told as ended, until then. */
const membershipOf = (told: { readonly heard: number; readonly ended: boolean }): MembershipOnRecord => {
  const heard = { earliest: day(told.heard), latest: day(told.heard) }
  const days = [{ begin: day(told.heard), end: told.ended ? day(told.heard + 1) : null }]
  return {
    stepId: stepId('adhesion'),
    association: 'adhesion',
    surely: days,
    possibly: days,
    heard: [heard],
    years: [],
    ...(told.ended ? { ended: heard } : {}),
  }
}

/** Many equal names and dates, so that only the id tells rows apart. */
export const rows = (maxLength: number): fc.Arbitrary<readonly RegistryRow[]> =>
  fc.uniqueArray(
    fc
      .record({
        number: fc.integer({ min: 0, max: 60 }),
        name: names,
        alias: names,
        kind: fc.constantFrom<OrganisationKind[]>('region', 'commune', 'association', 'fondation'),
        participations,
        region: fc.constantFrom(undefined, '53', '75'),
        parent: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
        membership: fc.option(fc.record({ heard: fc.integer({ min: -400, max: 99 }), ended: fc.boolean() }), {
          nil: undefined,
        }),
        end: fc.option(fc.integer({ min: 90, max: 110 }), { nil: undefined }),
        successor: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
        happened: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
        recordedAt: fc.integer({ min: 0, max: 3 }),
        steps: fc.uniqueArray(fc.constantFrom('un', 'deux', 'trois').map(stepId)),
        joints: fc.uniqueArray(fc.constantFrom('ensemble', 'autre').map((id) => JointId.parse(id))),
      })
      .map(
        ({
          number,
          name,
          alias,
          kind,
          participations: parts,
          end,
          successor,
          happened,
          recordedAt,
          steps,
          joints,
          ...more
        }) =>
          aRow(`org-${number}`, {
            name,
            aliases: [alias],
            kind,
            participations: parts,
            steps,
            joints,
            ...present({
              region: more.region,
              parent: more.parent === undefined ? undefined : organisation(`org-${more.parent}`),
            }),
            memberships: more.membership === undefined ? [] : [membershipOf(more.membership)],
            ...(end === undefined ? {} : { end: { gone: { earliest: day(end - 5), latest: day(end) } } }),
            successors:
              successor === undefined
                ? []
                : [{ organisation: organisation(`org-${successor}`), manner: 'merger' }],
            news: {
              recordedAt,
              ...(happened === undefined
                ? {}
                : { happened: { earliest: day(happened), latest: day(happened + 1) } }),
            },
          }),
      ),
    { selector: ({ id }) => id, maxLength },
  )
