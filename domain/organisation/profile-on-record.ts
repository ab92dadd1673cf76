import { type Day, parisDayOf } from '#domain/time/day.js'
import { imprecise, windowOf, type EdtfText } from '#domain/time/edtf.js'
import type { OrganisationHistory, ProfileFact } from './history.js'
import type { ProfileEventOf, ProfileEventType } from './profile-event.js'
import type { Profile } from './profile.js'

export interface FormerName {
  readonly name: string
  /** From when the next name was borne; absent when nobody says. */
  readonly replaced?: EdtfText
}

/** What an organisation is known by after all that was told of it. */
export interface ProfileOnRecord {
  readonly profile: Profile
  readonly formerNames: readonly FormerName[]
}

/** Undefined for an organisation that was never registered. */
export const profileOnRecord = (history: OrganisationHistory): ProfileOnRecord | undefined => {
  const registered = toldOf(history, 'OrganisationRegistered')[0]?.data
  if (registered === undefined) return undefined
  const renamings = inOrderOfLife(toldOf(history, 'OrganisationRenamed')).map(({ data }) => data)
  const identifiers = inOrderOfLife(toldOf(history, 'OrganisationIdentifierChanged')).map(({ data }) => data)
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

/** What the organisation was called on a day; its first name before the first renaming. Empty where it was never registered. */
export const nameOn = (history: OrganisationHistory, asked: Day): string =>
  inOrderOfLife(toldOf(history, 'OrganisationRenamed')).findLast(({ day }) => day <= asked)?.data.name ??
  toldOf(history, 'OrganisationRegistered')[0]?.data.name ??
  ''

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
): readonly { readonly data: D; readonly day: Day }[] =>
  changes
    .map(({ data, recordedAt }) => ({ data, day: dayOfChange(data.from) ?? parisDayOf(recordedAt) }))
    .toSorted((one, other) => one.day - other.day)

const dayOfChange = (from: EdtfText | undefined): Day | undefined =>
  from === undefined ? undefined : (windowOf(imprecise(from)).latest ?? undefined)
