import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationKind } from '#domain/organisation/organisation-kinds.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Cost } from '#domain/steps/fact-fields.js'
import type { QuantityClaim } from '#domain/steps/declaring/quantity.js'
import type { Role } from '#domain/steps/roles.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { DayRange } from '#domain/time/day-range.js'
import { FIRST_DAY } from '#domain/time/day.js'
import type { EdtfText } from '#domain/time/edtf.js'

/** The part that one organisation took, or is announced to take, in programmes and in what came out of them. */
export interface ProgrammesRow {
  readonly id: OrganisationId
  /** The name that it bears, or bore last. */
  readonly name: string
  readonly kind: OrganisationKind
  /** Its steps that name a programme, or that came out of another step; in the order of recording. */
  readonly parts: readonly ProgrammePart[]
}

/** How far a step has come. `open`: it began, and nothing on record tells its end. */
export type PartOutcome =
  'announced' | 'dropped' | 'happened' | 'open' | 'suspended' | 'completed' | 'abandoned' | 'ended'

/** One step of one organisation as programmes are told by it. Unknown is absent. */
export interface ProgrammePart {
  readonly stepId: StepId
  readonly kind: KindCode
  readonly programme?: string
  /** As the record names it. */
  readonly edition?: string
  readonly site?: string
  /** As it was first called; a later fact may bear a title of its own. */
  readonly title?: string
  readonly role: Role
  /** False where another's step was only supported. */
  readonly carries: boolean
  readonly jointId?: string
  readonly outcome: PartOutcome
  /** When it began, or happened; absent while it is only announced. */
  readonly begun?: DayRange
  /** When it was completed, abandoned or ended. */
  readonly ended?: DayRange
  /** What was told of it, announcements included, in the order of recording. */
  readonly stages: readonly ToldStage[]
  /** The steps that it came out of, of any organisation. */
  readonly follows: readonly StepId[]
}

/** One fact of a step, as much as a page about programmes shows of it. */
export interface ToldStage {
  readonly stage: FactStage
  readonly title?: string
  readonly range: DayRange
  readonly occurred?: EdtfText
  readonly within?: EdtfText
  /** Of an announcement: when it is expected. */
  readonly expected?: EdtfText
  /** The quantities that it tells, by the attribute of the kind. */
  readonly figures: Readonly<Record<string, QuantityClaim>>
  /** Quantities told in words. */
  readonly words?: string
  readonly cost?: Cost
  readonly source?: string
}

/** Tells of nothing done. */
export const isOfPlan = ({ stage }: Pick<ToldStage, 'stage'>): boolean =>
  stage === 'planned' || stage === 'plan-dropped'

/** The days on which it first shows, once something of it was done. */
export const firstDaysOf = ({ begun, ended }: ProgrammePart): DayRange | undefined => begun ?? ended

/** The same; undefined where they reach back to the first day of all, since then nobody says since when. */
export const datedDaysOf = (part: ProgrammePart): DayRange | undefined => {
  const range = firstDaysOf(part)
  return range === undefined || range.earliest <= FIRST_DAY ? undefined : range
}
