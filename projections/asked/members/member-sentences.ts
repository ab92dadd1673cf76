import { match } from 'ts-pattern'
import { endReasonCalled } from '#domain/steps/catalogue/shared-attributes.js'
import type { Labels } from '#domain/kernel/labels.js'
import { sentenceOfRange } from '#domain/time/edtf-sentence.js'
import { knownAround, unbrokenSince, yearsKnown } from '#domain/membership/member-in-year.js'
import type { MembershipOnRecord } from '#domain/membership/membership-on-record.js'
import type { MemberView } from './members-view.js'

/** Where a member stands in a year, and how far that is known, in one sentence. */
export const memberSentence = (
  { state, because, years }: Pick<MemberView, 'state' | 'because' | 'years'>,
  year: number,
  memberships: readonly MembershipOnRecord[],
): Labels =>
  match(state)
    .with('member', () => knownSentence(year, years.first, memberships))
    .with('perhaps', () => possibleSentence(year, memberships))
    .with('to-renew', () => ({
      fr: `Adhésion connue jusqu’en ${years.last} ; rien ne dit encore qu’elle est renouvelée pour ${year}.`,
      en: `Known as a member until ${years.last}; nothing tells yet that it was renewed for ${year}.`,
    }))
    .with('lapsed', () => lapsedSentence(because, years.last, memberships))
    .exhaustive()

/** «Depuis» is said of years without a gap; the first of all is named where it lies before one. */
const knownSentence = (year: number, first: number, memberships: readonly MembershipOnRecord[]): Labels => {
  const since = unbrokenSince(yearsKnown(memberships), year)
  return {
    fr: `Adhésion connue pour ${year}${since < year ? `, et chaque année depuis ${since}` : ''}${first < since ? ` ; la première connue est de ${first}` : ''}.`,
    en: `Known as a member in ${year}${since < year ? `, and every year since ${since}` : ''}${first < since ? `; the first known year is ${first}` : ''}.`,
  }
}

const possibleSentence = (year: number, memberships: readonly MembershipOnRecord[]): Labels => {
  const around = knownAround(yearsKnown(memberships), year)
  return around === undefined
    ? {
        fr: `Adhésion possible en ${year} : les dates sont trop vagues pour en être sûr.`,
        en: `Possibly a member in ${year}: the dates are too vague to be sure.`,
      }
    : {
        fr: `Adhésion connue pour ${around.before} et pour ${around.after} ; rien ne dit qu’elle a été renouvelée pour ${year}.`,
        en: `Known as a member in ${around.before} and in ${around.after}; nothing tells that it was renewed for ${year}.`,
      }
}

const lapsedSentence = (
  because: MemberView['because'],
  last: number,
  memberships: readonly MembershipOnRecord[],
): Labels =>
  match(because)
    .with('ended', () => endedSentence(memberships))
    .with('organisation-ended', () => ({
      fr: `Adhésion connue jusqu’en ${last} ; l’organisation n’existe plus.`,
      en: `Known as a member until ${last}; the organisation exists no longer.`,
    }))
    .with('not-renewed', 'between-years', null, () => ({
      fr: `Adhésion connue jusqu’en ${last} ; rien ne dit qu’elle a été renouvelée depuis.`,
      en: `Known as a member until ${last}; nothing tells that it was renewed since.`,
    }))
    .exhaustive()

/** The last of several ends. */
const endedSentence = (memberships: readonly MembershipOnRecord[]): Labels => {
  const last = memberships
    .filter(({ ended }) => ended !== undefined)
    .toSorted((one, other) => (one.ended?.latest ?? 0) - (other.ended?.latest ?? 0))
    .at(-1)
  const reason = last?.reason === undefined ? undefined : endReasonCalled(last.reason)
  const when = (language: 'fr' | 'en'): string =>
    last?.ended === undefined ? '' : ` ${sentenceOfRange(last.ended, language)}`
  return {
    fr: `Adhésion arrivée à son terme${when('fr')}${reason === undefined ? '' : ` (${reason.fr})`}.`,
    en: `Membership ended${when('en')}${reason === undefined ? '' : ` (${reason.en})`}.`,
  }
}

/** Why an organisation is among those who took part without a membership; `last`: the last year for which it was a member. */
export const withoutMembershipSentence = (year: number, last: number | undefined): Labels =>
  last === undefined
    ? {
        fr: `Aucune adhésion connue, ni en ${year} ni avant.`,
        en: `No membership known, neither in ${year} nor before.`,
      }
    : {
        fr: `Adhésion connue jusqu’en ${last}, pas pour ${year}.`,
        en: `Known as a member until ${last}, not for ${year}.`,
      }
