import type { Day } from '#domain/time/day.js'
import { imprecise, windowOf } from '#domain/time/edtf.js'
import type { OrganisationHistory } from './history.js'
import type { Profile } from './profile.js'

/** A name with the first day on which it may have been borne; absent for the first name, and where no date is told. */
export interface NameOnRecord {
  readonly name: string
  readonly from?: Day
}

/** Every name that the organisation bore, first to last as they were told. */
export const namesOf = ({ profile }: OrganisationHistory): readonly NameOnRecord[] =>
  profile.flatMap(({ event }): readonly NameOnRecord[] => {
    if (event.type === 'OrganisationRegistered') return [{ name: event.data.name }]
    if (event.type !== 'OrganisationRenamed') return []
    const { name, from } = event.data
    return [from === undefined ? { name } : { name, from: windowOf(imprecise(from)).earliest }]
  })

/** What the organisation was called on a day; its last name known without a date counts as borne all along. */
export const nameOfOrganisation = (history: OrganisationHistory, day: Day): string =>
  namesOf(history).findLast(({ from }) => from === undefined || from <= day)?.name ?? ''

/** The profile as it reads today: renamings, identifiers and corrections applied. Undefined before registration. */
export const profileOnRecord = ({ profile }: OrganisationHistory): Profile | undefined =>
  profile.reduce<Profile | undefined>((current, { event }) => {
    if (event.type === 'OrganisationRegistered') return event.data
    if (current === undefined) return current
    if (event.type === 'OrganisationRenamed') return { ...current, name: event.data.name }
    if (event.type !== 'OrganisationIdentifierChanged') return current
    const { siren, insee } = event.data
    return {
      ...current,
      ...(siren === undefined ? {} : { siren }),
      ...(insee === undefined ? {} : { insee }),
    }
  }, undefined)
