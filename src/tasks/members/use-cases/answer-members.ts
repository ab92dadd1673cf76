import { z } from 'zod'
import { YearAsked } from '#src/handling/asking/asked-numbers.js'
import { MEMBERSHIP_PROGRAMME } from '#domain/membership/association.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog } from '#domain/ports/event-log.js'
import { civilOfDay, isoOfDay, parisDayOf } from '#domain/time/day.js'
import { membersOfYear } from '#projections/asked/members/members-of-year.js'
import { MembersView } from '#projections/asked/members/members-view.js'
import type { Memberships } from '#projections/kept/memberships/memberships.js'
import type { ProgrammesTaken } from '#projections/kept/programmes/programmes.js'
import type { ProjectionReader, RegistryReader } from '#src/handling/reading/projection-reader.js'

/** Whose members, and of which year. */
export const MembersQuery = z.strictObject({
  year: YearAsked.optional().describe('cette année par défaut'),
  association: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .describe(
      `${MEMBERSHIP_PROGRAMME} (La 27e Région) par défaut ; un autre programme, ou le nom d’un organisme`,
    ),
})
export type MembersQuery = z.infer<typeof MembersQuery>

export const MembersAnswer = MembersView.extend({
  asOf: z.iso.date(),
  /** Of the log: everything up to here was read. */
  position: z.int(),
})
export type MembersAnswer = z.infer<typeof MembersAnswer>

export interface MembersReading {
  readonly viewer: Viewer
  readonly log: Pick<EventLog, 'head'>
  readonly clock: Clock
  readonly registry: Pick<RegistryReader, 'hasSeen' | 'index'>
  readonly programmes: Pick<ProjectionReader<ProgrammesTaken>, 'hasSeen' | 'index'>
  readonly memberships: Pick<ProjectionReader<Memberships>, 'hasSeen' | 'index'>
}

export type MembersOutcome =
  { readonly outcome: 'answered'; readonly answer: MembersAnswer } | { readonly outcome: 'not-seen-yet' }

/** The members of a year: known, to be renewed, lapsed; and who took part in research-action without a membership. */
export const answerMembers = async (
  { log, clock, registry, programmes, memberships }: MembersReading,
  { year, association = MEMBERSHIP_PROGRAMME }: MembersQuery = {},
): Promise<MembersOutcome> => {
  const head = await log.head()
  const seen = await Promise.all([registry, programmes, memberships].map((reader) => reader.hasSeen(head)))
  if (!seen.every((one) => one)) return { outcome: 'not-seen-yet' }
  const today = parisDayOf(clock())
  const view = membersOfYear(
    { memberships: memberships.index(), programmes: programmes.index(), registry: registry.index() },
    { year: year ?? civilOfDay(today).year, association },
  )
  return { outcome: 'answered', answer: { ...view, asOf: isoOfDay(today), position: head } }
}
