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

/**
 * Every succession that was told, dated or not, once for each successor: several claims about the same two organisations
 * widen its date, and the first names it.
 */
export const successionsOf = ({ profile }: OrganisationHistory): readonly Succession[] => {
  const bySuccessor = new Map<OrganisationId, Succession>()
  for (const { id, event } of profile) {
    if (event.type !== 'OrganisationSucceeded') continue
    const { successor, manner, from } = event.data
    const known = bySuccessor.get(successor)
    const dates = [known?.from, from === undefined ? undefined : firstDays(from)]
    const date = widest(dates.filter((range) => range !== undefined))
    bySuccessor.set(successor, {
      ...(known ?? { event: id, successor, manner }),
      ...(date === undefined ? {} : { from: date }),
    })
  }
  return [...bySuccessor.values()]
}

/** The organisations that one event names as successors, whether it tells of a succession or corrects what was told of one. */
export const successorsNamedBy = ({ type, data }: OrganisationEvent): readonly OrganisationId[] => {
  if (type === 'OrganisationSucceeded') return [data.successor]
  if (type !== 'OrganisationCorrected') return []
  const corrected = OrganisationId.safeParse(data.changes['successor'])
  return corrected.success ? [corrected.data] : []
}

/**
 * The first day on which the organisation no longer existed, as a range: the day after its last one, or the day on which
 * another succeeded it (a split or merger ends it, a prefiguration too). A last day that is vague is not after a
 * succession that it may precede. Undefined while no dated end is told.
 */
export const endOfOrganisation = (history: OrganisationHistory): DayRange | undefined => {
  const told = toldEnd(history)
  const succeeded = successionOf(history)
  if (told === undefined || succeeded === undefined) return told ?? succeeded
  return told.earliest <= succeeded.latest && succeeded.latest < told.latest
    ? { earliest: told.earliest, latest: succeeded.latest }
    : told
}

/** The day from which it had certainly ended; undefined where its end is unknown. */
export const certainEnd = (history: OrganisationHistory): Day | undefined =>
  endOfOrganisation(history)?.latest

/** The day on which its trajectory stops: that of its end, or of its succession, if some of its life was told after that. */
export const endOfTrajectory = (history: OrganisationHistory): Day | undefined => {
  const [ended, succeeded] = [certainEnd(history), successionOf(history)?.latest]
  if (ended === undefined || succeeded === undefined) return ended ?? succeeded
  return ended < succeeded ? ended : succeeded
}

const toldEnd = ({ profile }: OrganisationHistory): DayRange | undefined =>
  widest(
    profile.flatMap(({ event }) => {
      if (event.type !== 'OrganisationEnded' || event.data.lastDay === undefined) return []
      const last = boundedRange(event.data.lastDay)
      return last === undefined ? [] : [{ earliest: day(last.earliest + 1), latest: day(last.latest + 1) }]
    }),
  )

const successionOf = (history: OrganisationHistory): DayRange | undefined =>
  widest(successionsOf(history).flatMap(({ from }) => (from === undefined ? [] : [from])))

const widest = ([first, ...others]: readonly DayRange[]): DayRange | undefined =>
  first === undefined ? undefined : others.reduce(covering, first)

const boundedRange = (text: EdtfText): DayRange | undefined => {
  const { earliest, latest } = windowOf(imprecise(text))
  return latest === null ? undefined : { earliest, latest }
}

/** What holds «from 2016 on» (`2016/..`) began some day of 2016. */
export const firstDays = (text: EdtfText): DayRange => boundedRange(text) ?? beginRangeOf(imprecise(text))
