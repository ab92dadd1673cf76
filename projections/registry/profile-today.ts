import type { OrganisationHistory, ProfileFact } from '#domain/organisation/history.js'
import type { ProfileEventOf, ProfileEventType } from '#domain/organisation/profile-event.js'
import type { Profile } from '#domain/organisation/profile.js'
import { imprecise, windowOf, type EdtfText } from '#domain/time/edtf.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import type { FormerName } from './registry-row.js'

/** What an organisation is known by after all that was told of it. */
export interface ProfileToday {
  readonly profile: Profile
  readonly formerNames: readonly FormerName[]
}

/** Undefined for an organisation that was never registered. */
export const profileToday = (history: OrganisationHistory): ProfileToday | undefined => {
  const registered = toldOf(history, 'OrganisationRegistered')[0]?.data
  if (registered === undefined) return undefined
  const renamings = inOrderOfLife(toldOf(history, 'OrganisationRenamed'))
  const identifiers = inOrderOfLife(toldOf(history, 'OrganisationIdentifierChanged'))
  return {
    profile: identifiers.reduce<Profile>(
      (profile, { siren, insee }) => ({
        ...profile,
        ...(siren === undefined ? {} : { siren }),
        ...(insee === undefined ? {} : { insee }),
      }),
      { ...registered, name: renamings.at(-1)?.name ?? registered.name },
    ),
    formerNames: renamings.map(({ from }, index) => ({
      name: renamings[index - 1]?.name ?? registered.name,
      ...(from === undefined ? {} : { replaced: from }),
    })),
  }
}

type Told<T extends ProfileEventType> = Pick<ProfileFact, 'recordedAt'> & {
  readonly data: ProfileEventOf<T>['data']
}

const toldOf = <T extends ProfileEventType>({ profile }: OrganisationHistory, type: T): readonly Told<T>[] =>
  profile.flatMap(({ event, recordedAt }) =>
    event.type === type ? [{ data: event.data as Told<T>['data'], recordedAt }] : [],
  ) // its type was just compared

/** History is recorded late and out of order: a change counts from its own day, else from that of its recording. */
const inOrderOfLife = <D extends { readonly from?: EdtfText | undefined }>(
  changes: readonly { readonly data: D; readonly recordedAt: number }[],
): readonly D[] =>
  changes
    .map(({ data, recordedAt }) => ({ data, day: dayOfChange(data.from) ?? parisDayOf(recordedAt) }))
    .toSorted((one, other) => one.day - other.day)
    .map(({ data }) => data)

const dayOfChange = (from: EdtfText | undefined): number | undefined =>
  from === undefined ? undefined : (windowOf(imprecise(from)).latest ?? undefined)
