import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { MEMBERSHIP_PROGRAMME } from '#domain/membership/association.js'
import { memberInYear, yearsKnown } from '#domain/membership/member-in-year.js'
import type { MembershipOnRecord } from '#domain/membership/membership-on-record.js'
import { nameOfProgramme } from '#domain/programmes/programme-names.js'
import { programmeOf } from '#domain/programmes/programmes.js'
import { isResearchAction, MEMBERSHIP_ASKED_SINCE } from '#domain/programmes/research-action.js'
import { quantityOf } from '#domain/steps/declaring/quantity.js'
import type { Labels } from '#domain/kernel/labels.js'
import { civilOfDay, dayOfCivil } from '#domain/time/day.js'
import { imprecise, windowOf } from '#domain/time/edtf.js'
import { datedDaysOf, type ProgrammePart } from '#projections/kept/programmes/programmes-row.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'
import { whomToCall } from '#projections/asked/finding/whom-to-call.js'
import { hasEnded } from '#projections/kept/registry/registry-row.js'
import { registered, type RegistryIndex, orderByName } from '#projections/kept/registry/registry-index.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'
import { memberSentence, withoutMembershipSentence } from './member-sentences.js'
import type { Memberships, MembershipsRow } from '#projections/kept/memberships/memberships.js'
import type { MembersView, MemberView, WithoutMembership } from './members-view.js'

/** What the members of a year are read from. */
export interface MembersGround {
  readonly memberships: Memberships
  readonly programmes: ProgrammesTaken
  readonly registry: RegistryIndex
}

export interface MembersAsked {
  readonly year: number
  /** The programme under which the memberships are recorded, or the name of their body. */
  readonly association: string
}

/** Who was, should be again, or is no longer a member; and who took part in research-action programmes without being one. */
export const membersOfYear = (ground: MembersGround, asked: MembersAsked): MembersView => {
  const { year, association } = asked
  const holders = [...ground.memberships.values()]
    .map((row) => ({ row, held: row.memberships.filter((one) => one.association === association) }))
    .filter(({ held }) => held.length > 0)
    .toSorted((one, other) => orderByName(one.row, other.row))
  const members = holders.flatMap(({ row, held }) => memberView(ground, row, held, asked))
  const inState = (state: MemberView['state']) => members.filter((member) => member.state === state)
  const amounts = inState('member').flatMap(({ amount }) => amount ?? [])
  return {
    year,
    association: { code: association, labels: nameOfAssociation(association) },
    associations: associationsOf(ground.memberships),
    members,
    results: {
      member: inState('member').length,
      perhaps: inState('perhaps').length,
      toRenew: inState('to-renew').length,
      lapsed: inState('lapsed').length,
      amounts: {
        min: amounts.reduce((sum, { min }) => sum + min, 0),
        max: amounts.reduce((sum, { max }) => sum + max, 0),
        known: amounts.length,
        unknown: inState('member').length - amounts.length,
      },
    },
    targets: targetsOf(ground.programmes, asked),
    years: countsOf(holders.map(({ held }) => held)),
    withoutMembership:
      association === MEMBERSHIP_PROGRAMME && year >= MEMBERSHIP_ASKED_SINCE
        ? withoutMembership(ground, members, year)
        : null,
  }
}

/** A programme by its name; a body by its own. */
const nameOfAssociation = (association: string): Labels =>
  association === MEMBERSHIP_PROGRAMME
    ? { fr: 'La 27e Région', en: 'La 27e Région' }
    : /^[a-z0-9_-]+$/.test(association)
      ? nameOfProgramme(association)
      : { fr: association, en: association }

const associationsOf = (memberships: Memberships): MembersView['associations'] => {
  const counts = new Map<string, number>()
  for (const { memberships: held } of memberships.values()) {
    for (const association of new Set(held.map((one) => one.association))) {
      counts.set(association, (counts.get(association) ?? 0) + 1)
    }
  }
  return [...counts]
    .map(([code, organisations]) => ({ code, labels: nameOfAssociation(code), organisations }))
    .toSorted((one, other) => one.labels.fr.localeCompare(other.labels.fr, 'fr'))
}

const memberView = (
  { registry, programmes }: MembersGround,
  { id, name, kind }: MembershipsRow,
  held: readonly MembershipOnRecord[],
  { year, association }: MembersAsked,
): readonly MemberView[] => {
  const firstDay = dayOfCivil(year, 1, 1)
  const row = registered(registry, id)
  const inYear = memberInYear(held, year, { gone: row !== undefined && hasEnded(row, firstDay) })
  if (inYear.state === 'none') return []
  const told = { because: null, ...inYear }
  const gone = told.because === 'organisation-ended'
  const ofYear = held.flatMap((one) => one.years).filter((one) => one.year === year)
  return [
    {
      organisation: { id, name, kind },
      ...told,
      amount: amountOf(ofYear),
      tier: ofYear.findLast(({ tier }) => tier !== undefined)?.tier ?? null,
      payer: ofYear.findLast(({ payer }) => payer !== undefined)?.payer ?? null,
      rightsUsed: [...new Set(ofYear.flatMap(({ rightsUsed }) => rightsUsed ?? []))],
      took: association === MEMBERSHIP_PROGRAMME ? researchStepsOf(programmes, id, year) : [],
      heirs: gone ? whomToCall(registry, id, firstDay).map((heir) => ({ id: heir.id, name: heir.name })) : [],
      steps: held.map(({ stepId }) => stepId),
      sentence: memberSentence(told, year, held),
    },
  ]
}

/** The last amount that was told of the year: a later fact tells it better. */
const amountOf = (years: MembershipOnRecord['years']): MemberView['amount'] => {
  const amount = years.findLast((one) => one.amount !== undefined)?.amount
  return amount === undefined ? null : { min: amount.min, max: amount.max }
}

/** The steps in research-action programmes that surely began, ran or ended in a year. */
const researchStepsOf = (programmes: ProgrammesTaken, id: OrganisationId, year: number): MemberView['took'] =>
  (programmes.get(id)?.parts ?? []).flatMap((part) => {
    const { programme } = part
    if (programme === undefined || !isResearchAction(programme) || !part.carries) return []
    if (programmeOf(programme)?.kinds.includes(part.kind) === false || !surelyInYear(part, year)) return []
    return [
      {
        stepId: part.stepId,
        name: stepName(part.kind, part.title === undefined ? {} : { title: part.title }),
        programme: { code: programme, labels: nameOfProgramme(programme) },
      },
    ]
  })

/** Without an end on record, only the year in which it began: nothing tells that it went on. */
const surelyInYear = (part: ProgrammePart, year: number): boolean => {
  const [first, last] = [dayOfCivil(year, 1, 1), dayOfCivil(year, 12, 31)]
  const begun = datedDaysOf(part)
  if (begun === undefined) return false
  const end = part.ended ?? begun
  return begun.latest <= last && end.earliest >= first
}

const withoutMembership = (
  { programmes, memberships }: MembersGround,
  members: readonly MemberView[],
  year: number,
): WithoutMembership[] => {
  const known = new Set(
    members
      .filter(({ state }) => state === 'member' || state === 'perhaps')
      .map(({ organisation }) => organisation.id),
  )
  return [...programmes.values()]
    .filter(({ id, kind }) => !known.has(id) && kind !== 'operateur_de_programmes')
    .toSorted(orderByName)
    .flatMap(({ id, name, kind }) => {
      const took = researchStepsOf(programmes, id, year)
      if (took.length === 0) return []
      const last = yearsKnown(
        (memberships.get(id)?.memberships ?? []).filter((one) => one.association === MEMBERSHIP_PROGRAMME),
      ).findLast((one) => one.year < year)?.year
      return [{ organisation: { id, name, kind }, took, sentence: withoutMembershipSentence(year, last) }]
    })
}

/** Targets of memberships that were set for the year. */
const targetsOf = (
  programmes: ProgrammesTaken,
  { year, association }: MembersAsked,
): MembersView['targets'] =>
  [...programmes.values()].toSorted(orderByName).flatMap(({ id, name, parts }) =>
    parts
      .filter(({ kind, programme }) => kind === 'target' && programme === association)
      .filter((part) => part.outcome !== 'dropped' && targetYears(part).includes(year))
      .map((part) => {
        const value = part.stages.findLast(({ figures }) => figures['value'] !== undefined)?.figures['value']
        return {
          organisation: { id, name },
          stepId: part.stepId,
          name: stepName(part.kind, part.title === undefined ? {} : { title: part.title }),
          value: value === undefined ? null : boundsOf(value),
        }
      }),
  )

const boundsOf = (claim: Parameters<typeof quantityOf>[0]) => {
  const { min, max } = quantityOf(claim)
  return { min, max }
}

/** The years for which a target was announced; of one that was set without a date to come, that of its setting. */
const targetYears = ({ stages }: ProgrammePart): readonly number[] =>
  stages.flatMap(({ expected, range }) => {
    const { earliest, latest } = expected === undefined ? range : windowOf(imprecise(expected))
    const first = civilOfDay(earliest).year
    const last = latest === null ? first : civilOfDay(latest).year
    return Array.from({ length: last - first + 1 }, (_, place) => first + place)
  })

/** How many members each year on record had: known, and perhaps besides. */
const countsOf = (all: readonly (readonly MembershipOnRecord[])[]): MembersView['years'] => {
  const counts = new Map<number, { member: number; perhaps: number }>()
  for (const { year, certain } of all.flatMap(yearsKnown)) {
    const { member, perhaps } = counts.get(year) ?? { member: 0, perhaps: 0 }
    counts.set(year, certain ? { member: member + 1, perhaps } : { member, perhaps: perhaps + 1 })
  }
  const known = [...counts.keys()].toSorted((one, other) => one - other)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = first + place
    return { year, ...(counts.get(year) ?? { member: 0, perhaps: 0 }) }
  })
}
