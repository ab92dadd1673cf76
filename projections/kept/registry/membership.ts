import { present } from '#domain/kernel/present.js'
import { newsOf } from '#domain/evidence/news-of-step.js'
import { rangeOfStage, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { associationOf, MEMBERSHIP_PROGRAMME } from '#domain/programmes/association.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Day } from '#domain/time/day.js'
import { addDuration } from '#domain/time/duration.js'
import { hasEnded } from './has-ended.js'
import type { Membership, RegistryRow } from './registry-row.js'

/** What is on record of one membership. */
export const membershipOf = ({ stepId, facts }: StepOnRecord): Membership => {
  const told = facts.map(({ fact }) => fact)
  return present({
    stepId,
    body: told.map(({ attributes }) => attributes?.['body']).findLast((body) => typeof body === 'string'),
    programme: told.findLast(({ programme }) => programme !== undefined)?.programme,
    begun: rangeOfStage(facts, 'begun'),
    ended: rangeOfStage(facts, 'ended'),
    heard: lastDay(newsOf(facts).map(({ range }) => range.latest)),
  })
}

/**
 * Whether an organisation is a member of La 27e Région, as far as is known. Membership is renewed every year: what nobody
 * told again for a year is to be confirmed, which is no end of it.
 */
export const memberStates = {
  member: { fr: 'adhérente', en: 'member' },
  'to-confirm': { fr: 'à confirmer', en: 'to be confirmed' },
  former: { fr: 'n’adhère plus', en: 'former member' },
  none: { fr: 'aucune connue', en: 'none on record' },
} as const satisfies Readonly<Record<string, Labels>>
export type MemberState = keyof typeof memberStates

/** Of several memberships the one that says most: a member now, else to be confirmed, else once. */
export const memberStateOn = (row: Pick<RegistryRow, 'memberships' | 'end'>, day: Day): MemberState => {
  if (row.memberships.length === 0) return 'none' // most organisations, and lists ask of all
  const told = row.memberships.filter(isOfTheAssociation).map((membership) => stateOn(membership, day))
  const states = hasEnded(row, day) ? told.map(endedWithIt) : told
  return (['member', 'to-confirm', 'former'] as const).find((state) => states.includes(state)) ?? 'none'
}

const stateOn = ({ begun, ended, heard }: Membership, day: Day): MemberState => {
  if (begun !== undefined && begun.earliest > day) return 'none'
  if (ended !== undefined && ended.latest <= day) return 'former'
  return heard !== undefined && day < addDuration(heard, ONE_YEAR) ? 'member' : 'to-confirm'
}

/** Who exists no longer is no member either. */
const endedWithIt = (state: MemberState): MemberState => (state === 'none' ? 'none' : 'former')

const ONE_YEAR = { months: 12, days: 0 }

/** Of La 27e Région itself, not of a consortium. */
const isOfTheAssociation = (membership: Membership): boolean =>
  associationOf(membership) === MEMBERSHIP_PROGRAMME

const lastDay = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined)
