import { z } from 'zod'
import { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import type { EventOf } from '#domain/kernel/event-of.js'
import { text } from '#domain/kernel/text.js'
import { MergePatch } from '#domain/kernel/merge-patch.js'
import { Edtf } from '#domain/time/edtf.js'
import { InseeCode, Profile } from './profile.js'
import { Siren } from './siren.js'

const reason = text(1000)

/** How one organisation came after another. A mere renaming is no succession: the person stays the same. */
export const successionManners = {
  merger: { fr: 'fusion', en: 'merger' },
  split: { fr: 'scission', en: 'split' },
  replacement: { fr: 'remplacement', en: 'replacement' },
  prefiguration: { fr: 'préfiguration', en: 'prefiguration' },
} as const
export type SuccessionManner = keyof typeof successionManners
export const SuccessionManner = z.enum(
  Object.keys(successionManners) as [SuccessionManner, ...SuccessionManner[]],
) // its literal keys

/** The schema of each event in the life of the organisation itself. */
export const profileEventSchemas = {
  OrganisationRegistered: Profile,
  /** `from`: the first day of the new name. */
  OrganisationRenamed: z.strictObject({
    name: Profile.shape.name,
    from: Edtf.optional(),
    source: reason.optional(),
  }),
  OrganisationIdentifierChanged: z
    .strictObject({
      siren: Siren.optional(),
      insee: InseeCode.optional(),
      from: Edtf.optional(),
      source: reason.optional(),
    })
    .refine(({ siren, insee }) => siren !== undefined || insee !== undefined, {
      path: ['siren'],
      message: 'un SIREN ou un code INSEE est attendu',
    }),
  /** `lastDay`: the last day on which it existed; it ends on the day after. */
  OrganisationEnded: z.strictObject({ lastDay: Edtf.optional(), source: reason.optional() }),
  /** Told of the predecessor. Without a date it does nothing yet, and is reported. */
  OrganisationSucceeded: z.strictObject({
    successor: OrganisationId,
    manner: SuccessionManner,
    from: Edtf.optional(),
    source: reason.optional(),
  }),
  /** Names the event above that was told wrongly, and what changes of it. */
  OrganisationCorrected: z.strictObject({ target: EventId, changes: MergePatch, reason }),
} as const

export type ProfileEventType = keyof typeof profileEventSchemas
export type ProfileEvent = EventOf<typeof profileEventSchemas>
export type ProfileEventOf<T extends ProfileEventType> = Extract<ProfileEvent, { readonly type: T }>

/** Tells these events from all others of a stream. */
export const isProfileEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, ProfileEvent> => Object.hasOwn(profileEventSchemas, event.type)
