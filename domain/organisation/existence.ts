import type { OrganisationEvent } from './organisation-event.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { covering, type DayRange } from '#domain/time/day-range.js'
import { day, type Day } from '#domain/time/day.js'
import { beginRangeOf, imprecise, windowOf, type EdtfText } from '#domain/time/edtf.js'
import type { OrganisationHistory, ProfileFact } from './history.js'
import type { SuccessionManner } from './profile-event.js'

/** One organisation followed by another, as told in the stream of the first. `from` is absent when no date is known. */
export interface Succession {
  readonly event: ProfileFact['id']
  readonly successor: OrganisationId
  readonly manner: SuccessionManner
  readonly from?: DayRange
}

/** Every succession that was told, dated or not. */
export const successionsOf = ({ profile }: OrganisationHistory): readonly Succession[] =>
  profile.flatMap(({ id, event }) => {
    if (event.type !== 'OrganisationSucceeded') return []
    const { successor, manner, from } = event.data
    return [{ event: id, successor, manner, ...(from === undefined ? {} : { from: firstDays(from) }) }]
  })

/** The organisations that one event names as successors, whether it tells of a succession or corrects what was told of one. */
export const successorsNamedBy = ({ type, data }: OrganisationEvent): readonly OrganisationId[] => {
  if (type === 'OrganisationSucceeded') return [data.successor]
  if (type !== 'OrganisationCorrected') return []
  const corrected = OrganisationId.safeParse(data.changes['successor'])
  return corrected.success ? [corrected.data] : []
}

/**
 * The first day on which the organisation no longer existed, as a range: the day after its last one, or the day on which
 * another succeeded it (a split or merger ends it, a prefiguration too). Undefined while no dated end is told.
 */
export const endOfOrganisation = (history: OrganisationHistory): DayRange | undefined => {
  const ends = history.profile.flatMap(({ event }) => {
    if (event.type !== 'OrganisationEnded' || event.data.lastDay === undefined) return []
    const last = boundedRange(event.data.lastDay)
    return last === undefined ? [] : [{ earliest: day(last.earliest + 1), latest: day(last.latest + 1) }]
  })
  const successions = successionsOf(history).flatMap(({ from }) => (from === undefined ? [] : [from]))
  const [first, ...others] = ends.length > 0 ? ends : successions
  return first === undefined ? undefined : others.reduce(covering, first)
}

/** The day from which it had certainly ended; undefined where its end is unknown. */
export const certainEnd = (history: OrganisationHistory): Day | undefined =>
  endOfOrganisation(history)?.latest

const boundedRange = (text: EdtfText): DayRange | undefined => {
  const { earliest, latest } = windowOf(imprecise(text))
  return latest === null ? undefined : { earliest, latest }
}

/** What holds «from 2016 on» (`2016/..`) began some day of 2016. */
export const firstDays = (text: EdtfText): DayRange => boundedRange(text) ?? beginRangeOf(imprecise(text))
