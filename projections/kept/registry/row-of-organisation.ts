import { present } from '#domain/kernel/present.js'
import { membershipsAmong } from '#domain/membership/membership-on-record.js'
import { endOfOrganisation, firstDays, successionsOf } from '#domain/organisation/existence.js'
import type { FactOnRecord, OrganisationHistory } from '#domain/organisation/history.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { daysOfFact, stepsOf, type StepOnRecord, isOfPlan } from '#domain/organisation/step-on-record.js'
import type { Instant } from '#domain/kernel/instant.js'
import { regionOf } from '#domain/territory/regions.js'
import type { DayRange } from '#domain/time/day-range.js'
import { notRegistered, type Derivation, type FoldedOrganisation } from '#projections/kept/kept-model.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import type {
  EndOfOrganisation,
  News,
  ProgrammeTaken,
  RegistryRow,
  Successor,
  Participation,
} from './registry-row.js'
import { searchTextOf } from './search-text.js'
import { civilOfDay, FIRST_DAY } from '#domain/time/day.js'

/** The registry's row of an organisation from all that its stream tells. */
export const registryRowOf = ({ id, history, recordedAt }: FoldedOrganisation): Derivation<RegistryRow> => {
  const today = profileOnRecord(history)
  if (today === undefined) return notRegistered
  const { profile, formerNames } = today
  const { name, kind, aliases = [], siren, insee, formerInsee, parent } = profile
  const end = endOf(history)
  const region = regionOf(present({ insee: insee ?? formerInsee, siren }))
  return {
    derived: true,
    row: {
      id,
      name,
      formerNames,
      aliases,
      kind,
      administration: organisationKinds[kind].administration,
      ...(siren === undefined ? {} : { siren }),
      ...(insee === undefined ? {} : { insee }),
      ...(formerInsee === undefined ? {} : { formerInsee }),
      ...(region === undefined ? {} : { region }),
      ...(parent === undefined ? {} : { parent }),
      ...(end === undefined ? {} : { end }),
      successors: successorsOf(history),
      ...stepsInBrief(stepsOf(history)),
      ...namesOfSteps(history),
      news: newsOf(history, recordedAt),
      searchText: searchTextOf([name, ...formerNames.map((former) => former.name), ...aliases, id]),
    },
  }
}

/** A dated succession ends an organisation without more ado; an end may be told without a date. */
const endOf = (history: OrganisationHistory): EndOfOrganisation | undefined => {
  const told = history.profile.flatMap(({ event }) =>
    event.type === 'OrganisationEnded' ? [event.data] : [],
  )
  const gone = endOfOrganisation(history)
  if (told.length === 0 && gone === undefined) return undefined
  const lastDay = told.findLast((end) => end.lastDay !== undefined)?.lastDay
  return { ...(lastDay === undefined ? {} : { lastDay }), ...(gone === undefined ? {} : { gone }) }
}

/** Once each; where several dates were told of one succession, with that from which it counts. */
const successorsOf = (history: OrganisationHistory): readonly Successor[] =>
  successionsOf(history).map(({ successor, manner, from: counted }) => {
    const told = history.profile.flatMap(({ event }) =>
      event.type === 'OrganisationSucceeded' && event.data.successor === successor
        ? (event.data.from ?? [])
        : [],
    )
    const from = told.find((date) => firstDays(date).latest === counted?.latest)
    return { organisation: successor, manner, ...(from === undefined ? {} : { from }) }
  })

type StepsInBrief = Pick<
  RegistryRow,
  'programmes' | 'participations' | 'engagements' | 'planned' | 'facts' | 'memberships'
>

const stepsInBrief = (steps: readonly StepOnRecord[]): StepsInBrief => {
  const taken = steps.filter(({ facts }) => facts.some(tellsMoreThanAPlan))
  const onlyPlanned = steps.filter(({ facts }) => facts.every(({ stage }) => stage === 'planned'))
  return {
    programmes: programmesOf(taken),
    participations: participationsOf(taken),
    engagements: taken.length,
    planned: onlyPlanned.length,
    facts: steps.reduce((sum, { facts }) => sum + facts.length, 0),
    memberships: membershipsAmong(taken),
  }
}

const namesOfSteps = ({ facts }: OrganisationHistory): Pick<RegistryRow, 'steps' | 'joints'> => {
  const told = [...facts.values()].map(({ fact }) => fact)
  return {
    steps: [...new Set(told.map(({ stepId }) => stepId))],
    joints: [...new Set(told.flatMap(({ jointId }) => jointId ?? []))],
  }
}

const tellsMoreThanAPlan = ({ stage }: FactOnRecord): boolean =>
  stage !== 'planned' && stage !== 'plan-dropped'

const programmesOf = (steps: readonly StepOnRecord[]): readonly ProgrammeTaken[] => {
  const editions = new Map<string, Set<string>>()
  for (const { fact } of steps.flatMap(({ facts }) => facts.filter(tellsMoreThanAPlan))) {
    if (fact.programme === undefined) continue
    const known = editions.get(fact.programme) ?? new Set()
    editions.set(fact.programme, fact.edition === undefined ? known : known.add(fact.edition))
  }
  return [...editions]
    .map(([programme, known]) => ({ programme, editions: [...known] }))
    .toSorted((one, other) => (one.programme < other.programme ? -1 : 1))
}

const newsOf = ({ facts }: OrganisationHistory, recordedAt: Instant): News => {
  const ranges = [...facts.values()]
    .filter((fact) => !fact.retracted && tellsMoreThanAPlan(fact))
    .map(daysOfFact)
  const happened = ranges.reduce<DayRange | undefined>(laterOf, undefined)
  return { ...(happened === undefined ? {} : { happened }), recordedAt }
}

/** The days on which the later of two imprecise days may lie: an undated fact, since 1900, makes nothing look recent. */
const laterOf = (one: DayRange | undefined, other: DayRange): DayRange =>
  one === undefined
    ? other
    : {
        earliest: one.earliest > other.earliest ? one.earliest : other.earliest,
        latest: one.latest > other.latest ? one.latest : other.latest,
      }

/** What an organisation took part in, one for each step of which more is told than a plan; the same is said once. */
export const participationsOf = (taken: readonly StepOnRecord[]): readonly Participation[] => {
  const all = taken.flatMap(participationIn)
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** The programme and the edition as told last; a step that is told in no year and no programme answers to no filter. */
const participationIn = ({ facts }: StepOnRecord): readonly Participation[] => {
  const told = facts.filter((fact) => !isOfPlan(fact))
  const named = told.findLast(({ fact }) => fact.programme !== undefined)?.fact
  const years = yearsOf(told)
  if (named === undefined && years === undefined) return []
  return [present({ programme: named?.programme, edition: named?.edition, years })]
}

/**
 * From the first to the last year in which anything of it may have happened. A fact that nobody dates, or only as before
 * some day, would say all years since 1900, and says none.
 */
const yearsOf = (facts: readonly StepOnRecord['facts'][number][]): Participation['years'] => {
  const ranges = facts.map(daysOfFact).filter(({ earliest }) => earliest > FIRST_DAY)
  if (ranges.length === 0) return undefined
  const from = Math.min(...ranges.map(({ earliest }) => civilOfDay(earliest).year))
  const to = Math.max(...ranges.map(({ latest }) => civilOfDay(latest).year))
  return { from, to }
}
