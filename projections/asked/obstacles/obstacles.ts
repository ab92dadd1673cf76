import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { programmeOf } from '#domain/programmes/programmes.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { setbackNatures } from '#domain/steps/catalogue/shared-attributes.js'
import type { DayRange } from '#domain/time/day-range.js'
import { civilOfDay, FIRST_DAY, type Day } from '#domain/time/day.js'
import type { StepsTaken } from '#projections/kept/steps-taken/steps-taken.js'
import {
  allStepsTaken,
  cameOutOf,
  ledTo,
  stepsTakenBy,
  type StepOfOrganisation,
} from '#projections/kept/steps-taken/told-by-others.js'
import { firstDays } from '#projections/kept/steps-taken/steps-taken-row.js'

export type SetbackNature = keyof typeof setbackNatures

/** One setback that an organisation met, with what is known of how it went on. */
export interface Obstacle {
  readonly met: StepOfOrganisation
  /** Absent where nobody says. */
  readonly nature?: SetbackNature
  /** The steps at which it was met, as its record says; empty where it says none. */
  readonly at: readonly StepOfOrganisation[]
  /** The kinds of these steps; where it says none, those that its programme brings. */
  readonly atKinds: readonly KindCode[]
  readonly overcome: boolean
  /** How long it lasted, in whole months: at least, and at most where a bound is known. Absent while it stands. */
  readonly months?: { readonly min: number; readonly max?: number }
  /** The steps that came out of the setback itself. */
  readonly led: readonly StepOfOrganisation[]
  /** What came later out of the step at which it was met, of whatever organisation. */
  readonly later: readonly StepOfOrganisation[]
}

/** Which obstacles are asked for; all that is stated must hold. */
export interface ObstaclesAsked {
  /** The kind of step at which they were met. */
  readonly kinds?: readonly KindCode[]
  readonly nature?: SetbackNature
}

/** Every setback on record that is asked for, by the name of who met it: a way has obstacles, nobody is ranked by them. */
export const obstaclesIn = (taken: StepsTaken, asked: ObstaclesAsked = {}): readonly Obstacle[] =>
  obstaclesAmong(taken, allStepsTaken(taken)).filter((obstacle) => isAskedFor(obstacle, asked))

/** Every setback on record that one organisation met. */
export const obstaclesOf = (taken: StepsTaken, id: OrganisationId): readonly Obstacle[] =>
  obstaclesAmong(taken, stepsTakenBy(taken, id))

const obstaclesAmong = (taken: StepsTaken, steps: readonly StepOfOrganisation[]): readonly Obstacle[] =>
  steps
    .filter(({ step }) => step.kind === 'setback')
    .map((met) => {
      const at = cameOutOf(taken, met)
      const siblings = ledTo(taken, at).filter(({ step }) => step.kind !== 'setback')
      return obstacle(
        met,
        at,
        ledTo(taken, [met]),
        siblings.filter((to) => mayComeAfter(to, met)),
      )
    })

/** Whether all that is stated holds of an obstacle. */
export const isAskedFor = ({ atKinds, nature }: Obstacle, asked: ObstaclesAsked): boolean => {
  const { kinds } = asked
  const atKind = kinds === undefined || atKinds.some((kind) => kinds.includes(kind))
  return atKind && (asked.nature === undefined || asked.nature === nature)
}

const obstacle = (
  met: StepOfOrganisation,
  at: Obstacle['at'],
  led: Obstacle['led'],
  later: Obstacle['later'],
): Obstacle => {
  const { nature, begun, ended } = met.step
  return {
    met,
    ...(nature !== undefined && isNature(nature) ? { nature } : {}),
    at,
    atKinds: kindsAt(met, at),
    overcome: ended !== undefined,
    ...(begun === undefined || ended === undefined ? {} : { months: monthsBetween(begun, ended) }),
    led,
    later,
  }
}

const kindsAt = ({ step }: StepOfOrganisation, at: Obstacle['at']): readonly KindCode[] =>
  at.length > 0
    ? [...new Set(at.map((one) => one.step.kind))]
    : step.programme === undefined
      ? []
      : (programmeOf(step.programme)?.kinds ?? [])

const isNature = (code: string): code is SetbackNature => code in setbackNatures

/** What surely came before the setback is no sequel of it. */
const mayComeAfter = (one: StepOfOrganisation, setback: StepOfOrganisation): boolean => {
  const [days, met] = [firstDays(one.step), firstDays(setback.step)]
  return days === undefined || met === undefined || days.latest > met.earliest
}

/** Whole months from one imprecise day to another: full ones at least, begun ones at most. */
const monthsBetween = (begun: DayRange, ended: DayRange): NonNullable<Obstacle['months']> => {
  const min = Math.max(0, fullMonths(begun.latest, ended.earliest))
  if (begun.earliest <= FIRST_DAY) return { min }
  const full = fullMonths(begun.earliest, ended.latest)
  return { min, max: Math.max(min, isWhole(begun.earliest, ended.latest) ? full : full + 1) }
}

const fullMonths = (from: Day, to: Day): number => {
  const [a, b] = [civilOfDay(from), civilOfDay(to)]
  return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0)
}

const isWhole = (from: Day, to: Day): boolean => civilOfDay(from).day === civilOfDay(to).day
