import type { EventId, StepId } from '#domain/kernel/identifiers.js'
import { addDuration, day as dayOf, type Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { contains } from '#domain/time/interval-set.js'
import type { LeafCriterion } from '#domain/maturity/model/criterion.js'
import { onCertainSide, type LeafEvidence, type LeafEvidenceOf } from './contributions.js'
import type { Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import { type Evaluated, newsOf, staleFrom } from '#domain/maturity/evaluation/evaluate.js'
import { NEGATED, type Reading } from '#domain/maturity/evaluation/four-sets.js'

/** What happened to a piece of evidence on the day on which a leaf flipped. */
export type CauseType =
  | 'occurred'
  | 'began'
  | 'ended'
  | 'suspended'
  | 'resumed'
  | 'changed'
  | 'lasted'
  | 'left-window'
  | 'went-stale'
  | 'inherited'

/**
 * `event`: it happened on that very day. `date-bound`: it happened at some time, and this day is the first or last on
 * which it may have. `expiry`: nothing happened, the evidence became too old. `duration`: it has stood for long enough.
 */
export type CauseNature = 'event' | 'date-bound' | 'expiry' | 'duration'

/** Whether something begins or ceases to hold. */
export type Change = 'gained' | 'lost'

export interface Cause {
  readonly type: CauseType
  readonly nature: CauseNature
  readonly kind: string
  readonly stepId: StepId
  readonly events: readonly EventId[]
  /** When what the cause speaks of happened, as far as it is known. */
  readonly date?: DayRange
}

/** A leaf that flipped, in the reading that mattered (under a `not` another than the answer's), and why. */
export interface LeafFlip {
  readonly path: string
  readonly reading: Reading
  readonly change: Change
  readonly causes: readonly Cause[]
}

/**
 * The leaves that made a criterion flip on a day in a reading, each once; none where it did not flip. What a leaf's flip
 * came from is found out once: levels and positions share leaves.
 */
export type LeafFlipsOf = (evaluated: Evaluated, reading: Reading, day: Day) => readonly LeafFlip[]

export const leafFlipsFrom = (leafEvidence: LeafEvidenceOf): LeafFlipsOf => {
  const known = new Map<LeafCriterion, Map<string, LeafFlip>>()

  const flipOf = (leaf: LeafCriterion, reading: Reading, change: Change, day: Day): LeafFlip => {
    const flips = known.get(leaf) ?? new Map<string, LeafFlip>()
    known.set(leaf, flips)
    const key = `${day} ${reading}`
    const before = flips.get(key)
    if (before !== undefined) return before
    const causes = causesOf(leaf, leafEvidence(leaf, reading), reading, change, day)
    const flip = { path: leaf.path, reading, change, causes }
    flips.set(key, flip)
    return flip
  }

  /** What many levels read is gone through once: without that, levels that read each other would double the way at each. */
  const leafFlips: LeafFlipsOf = (evaluated, reading, day) => {
    const flips = new Set<LeafFlip>()
    const passed = new Map<Reading, Set<Evaluated>>()

    const visit = (one: Evaluated, asked: Reading): void => {
      const before = passed.get(asked) ?? new Set()
      if (before.has(one)) return
      passed.set(asked, before.add(one))
      const { criterion, parts } = one
      const change = changeOn(one, asked, day)
      if (change === undefined) return
      switch (criterion.form) {
        case 'count':
        case 'sum':
        case 'standing':
          flips.add(flipOf(criterion, asked, change, day))
          return
        case 'not':
          for (const part of parts) visit(part, NEGATED[asked])
          return
        case 'all':
        case 'any':
        case 'of':
        case 'level':
          for (const part of parts) if (changeOn(part, asked, day) === change) visit(part, asked)
      }
    }

    visit(evaluated, reading)
    return [...flips]
  }
  return leafFlips
}

/** Whether a criterion begins or ceases to hold on the day. */
export const changeOn = ({ sets }: Evaluated, reading: Reading, day: Day): Change | undefined => {
  const holds = contains(sets[reading], day)
  if (holds === contains(sets[reading], dayOf(day - 1))) return undefined
  return holds ? 'gained' : 'lost'
}

const causesOf = (
  leaf: LeafCriterion,
  evidenceOfLeaf: readonly LeafEvidence[],
  reading: Reading,
  change: Change,
  day: Day,
): readonly Cause[] =>
  evidenceOfLeaf.flatMap(({ evidence, counts, refreshes }) => {
    const touches = (set: typeof counts) =>
      set.some(({ begin, end }) => (change === 'gained' ? begin === day : end === day))
    if ('begin' in evidence) {
      return leaf.form === 'standing' && touches(counts)
        ? standingCauses(evidence, leaf, reading, change, day)
        : []
    }
    if (change === 'gained') {
      return touches(counts) || touches(refreshes) ? [occurred(evidence, day)] : []
    }
    return [
      ...(touches(counts) ? [expired(evidence, 'left-window', evidence.events, evidence.range)] : []),
      ...(touches(refreshes) ? [expired(evidence, 'went-stale', evidence.events, evidence.range)] : []),
    ]
  })

const occurred = (occurrence: Occurrence, day: Day): Cause => {
  const { range, events, inherited } = occurrence
  const bound = range.earliest === day || range.latest === day
  if (inherited?.since === day && !bound) return dated(occurrence, 'inherited', events)
  return dated(occurrence, 'occurred', events, range)
}

const standingCauses = (
  standing: Standing,
  leaf: Extract<LeafCriterion, { form: 'standing' }>,
  reading: Reading,
  change: Change,
  day: Day,
): readonly Cause[] => {
  const { begin, end, suspensions, changes, inherited } = standing
  const reached = (from: Day) => (leaf.for === undefined ? from : addDuration(from, leaf.for)) === day
  const has = (range: DayRange | undefined, met: (bound: Day) => boolean): range is DayRange =>
    range !== undefined && (met(range.earliest) || met(range.latest))
  const is = (bound: Day) => bound === day
  const asked = changes.filter(({ attribute }) =>
    leaf.where.some((comparison) => comparison.attribute === attribute),
  )

  if (change === 'lost') {
    return orEvery(standing, [
      ...(has(end, is) ? [dated(standing, 'ended', eventsAt(standing, end), end)] : []),
      ...suspensions.flatMap(({ from, events }) =>
        has(from, is) ? [dated(standing, 'suspended', events, from)] : [],
      ),
      ...asked.flatMap(({ range, event }) =>
        has(range, is) ? [dated(standing, 'changed', [event], range)] : [],
      ),
      ...staleCause(standing, leaf, reading, day),
    ])
  }
  const gained = (type: CauseType, events: readonly EventId[], range: DayRange): Cause =>
    leaf.for === undefined
      ? dated(standing, type, events, range)
      : { ...about(standing), type: 'lasted', nature: 'duration', events, date: range }
  return orEvery(standing, [
    ...(has(begin, reached) ? [gained('began', eventsAt(standing, begin), begin)] : []),
    ...suspensions.flatMap(({ to, events }) => (has(to, reached) ? [gained('resumed', events, to)] : [])),
    ...asked.flatMap(({ range, event }) => (has(range, reached) ? [gained('changed', [event], range)] : [])),
    ...(inherited?.since === day ? [dated(standing, 'inherited', standing.events)] : []),
  ])
}

const staleCause = (
  standing: Standing,
  leaf: LeafCriterion,
  reading: Reading,
  day: Day,
): readonly Cause[] => {
  if (leaf.fresh === undefined || (reading !== 'certain' && reading !== 'possible')) return []
  const side = onCertainSide(reading) ? 'certain' : 'possible'
  if (staleFrom(standing, leaf.fresh)[side] !== day) return []
  const bound = side === 'certain' ? 'earliest' : 'latest'
  const ranges = newsOf(standing).map(({ range }) => range)
  const last = ranges.reduce((one, other) => (other[bound] > one[bound] ? other : one))
  return [expired(standing, 'went-stale', eventsAt(standing, last), last)]
}

/** The events that told of a date, else all of the evidence's. */
const eventsAt = (standing: Standing, { earliest, latest }: DayRange): readonly EventId[] => {
  const told = standing.news.filter(({ range }) => range.earliest === earliest && range.latest === latest)
  return told.length === 0 ? standing.events : [...new Set(told.flatMap(({ events }) => events))]
}

const about = ({ kind, stepId }: Occurrence | Standing) => ({ kind, stepId })

const dated = (
  evidence: Occurrence | Standing,
  type: CauseType,
  events: readonly EventId[],
  date?: DayRange,
): Cause => ({
  ...about(evidence),
  type,
  nature: date !== undefined && date.earliest < date.latest ? 'date-bound' : 'event',
  events,
  ...(date !== undefined && { date }),
})

const expired = (
  evidence: Occurrence | Standing,
  type: CauseType,
  events: readonly EventId[],
  date: DayRange,
): Cause => ({ ...about(evidence), type, nature: 'expiry', events, date })

/** Where no single stage explains the day, the standing as a whole does: none goes unnamed. */
const orEvery = (standing: Standing, causes: readonly Cause[]): readonly Cause[] =>
  causes.length > 0 ? causes : [dated(standing, 'changed', standing.events)]
