import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { DayRange } from '#domain/time/day-range.js'

/** The steps of one organisation, as others may want to know of them. */
export interface StepsTakenRow {
  readonly id: OrganisationId
  /** The name that it bears, or bore last. */
  readonly name: string
  readonly kind: OrganisationKind
  /** In the order of recording; what was only planned is left out. */
  readonly steps: readonly StepTaken[]
}

/** One step in brief. Unknown is absent. */
export interface StepTaken {
  readonly stepId: StepId
  readonly kind: KindCode
  /** False where another's step was only supported. */
  readonly carried: boolean
  readonly title?: string
  readonly programme?: string
  readonly source?: string
  /** When it began, or happened. */
  readonly begun?: DayRange
  /** When it was completed, abandoned, ended or overcome. */
  readonly ended?: DayRange
  readonly abandoned: boolean
  /** The steps that it came out of, of any organisation. */
  readonly follows: readonly StepId[]
  /** Of a setback; absent where nobody says, or where sources contradict each other. */
  readonly nature?: string
  /** Of a setback: what its record tells of it in free words. */
  readonly told?: string
}

/** The days on which it first shows. */
export const firstDays = ({ begun, ended }: StepTaken): DayRange | undefined => begun ?? ended
