import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { newsOf } from '#domain/maturity/evaluation/evaluate.js'
import type { Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { daysOfFact, rangeOfStage } from '#domain/organisation/step-on-record.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { sentenceOfRange } from '#domain/time/edtf-sentence.js'
import type { Language } from '#domain/kernel/labels.js'
import { whenOf, type ToldFact } from '#projections/asked/trajectory/told-fact.js'
import { stepKindOf } from './evidence-noun.js'

/** One piece of evidence. */
export type Piece = Occurrence | Standing

/** All that is on record, to name pieces of evidence by. */
export interface OnRecord {
  readonly evidence: Evidence
  readonly facts: ReadonlyMap<string, ToldFact>
  /** What the organisations of the lineage were called. */
  readonly names: ReadonlyMap<OrganisationId, string>
}

export const isStanding = (piece: Piece): piece is Standing => 'begin' in piece

/** The day from which a piece may be on record: its earliest, or the succession by which it was inherited. */
export const beginOf = (piece: Piece): Day => {
  const { earliest } = isStanding(piece) ? piece.begin : piece.range
  return piece.inherited !== undefined && piece.inherited.since > earliest ? piece.inherited.since : earliest
}

/** The facts that a piece rests on, those taken back left out. */
export const factsOf = (piece: Piece, { facts }: OnRecord): readonly FactOnRecord[] =>
  piece.events.flatMap((event) => {
    const told = facts.get(event)
    return told === undefined || told.fact.retracted ? [] : [told.fact]
  })

/** What its step was titled. */
export const titleOf = (piece: Piece, record: OnRecord): string | undefined =>
  factsOf(piece, record).find(({ fact }) => fact.title !== undefined)?.fact.title

/** The days on which a stage of its step was, as far as it is told. */
export const stageOf = (
  piece: Piece,
  record: OnRecord,
  ...stages: readonly FactStage[]
): DayRange | undefined => rangeOfStage(factsOf(piece, record), ...stages)

/** The words of the source where one fact alone tells of these days, else the days. */
export const whenOfRange = (range: DayRange, piece: Piece, record: OnRecord, language: Language): string => {
  const telling = factsOf(piece, record).filter((fact) => {
    const days = daysOfFact(fact)
    return days.earliest === range.earliest && days.latest === range.latest
  })
  const words = new Set(telling.map((fact) => whenOf(fact, language)))
  const [only] = words
  return only !== undefined && words.size === 1 ? only : sentenceOfRange(range, language)
}

/** Whom a piece was inherited from, by name. */
export const heritageOf = ({ inherited }: Piece, { names }: OnRecord): string | undefined =>
  inherited === undefined ? undefined : (names.get(inherited.from) ?? inherited.from)

/** Whether several steps of its kind are on record: then only a title tells them apart. */
export const hasSiblings = (piece: Piece, { evidence }: OnRecord): boolean => {
  const kind = stepKindOf(piece.kind)
  return [...evidence.occurrences, ...evidence.standings].some(
    (other) => other.stepId !== piece.stepId && stepKindOf(other.kind) === kind,
  )
}

/** The last that was heard of it by a day, if anything was. */
export const lastNewsBy = (piece: Piece, day: Day): DayRange | undefined =>
  (isStanding(piece) ? newsOf(piece) : [piece])
    .map(({ range }) => range)
    .filter(({ earliest }) => earliest <= day)
    .reduce<DayRange | undefined>(
      (last, range) => (last === undefined || range.latest > last.latest ? range : last),
      undefined,
    )
