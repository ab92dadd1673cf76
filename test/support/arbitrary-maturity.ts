import fc from 'fast-check'
import { EventId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type {
  AttributeChange,
  Attributes,
  AttributeValue,
  Evidence,
  Inheritance,
  News,
  Occurrence,
  Standing,
  Suspension,
} from '#domain/maturity/evaluation/evidence.js'
import type { CriterionDocument, ModelDocument, WhereDocument } from '#domain/maturity/model/model.js'
import { day, dayOfCivil, FIRST_DAY, type Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'

/** Random evidence and models over a few weeks around the end of a leap February: short months are where calendars bite. */
export const FIRST = dayOfCivil(2016, 1, 12)
const DAYS_OF_HISTORY = 64
/** Long enough for everything to have gone stale. */
export const DAYS_TO_LOOK_AT: readonly Day[] = Array.from({ length: 150 }, (_, index) =>
  day(FIRST - 3 + index),
)

/** How vague evidence may be. */
export interface Vagueness {
  /** Days by which a date may be off: 0 for exact dates. */
  readonly dates: number
  /** Whether quantities may be ranges and attributes unknown. */
  readonly unknowns: boolean
  /** Whether a date may be «on or before» a day. */
  readonly lostBeginnings: boolean
  readonly inheritance: boolean
  /** Whether standings are suspended and change. */
  readonly lives: boolean
  readonly pieces: number
}

export const EXACT: Vagueness = {
  dates: 0,
  unknowns: false,
  lostBeginnings: false,
  inheritance: false,
  lives: true,
  pieces: 6,
}
export const VAGUE: Vagueness = {
  dates: 7,
  unknowns: true,
  lostBeginnings: true,
  inheritance: true,
  lives: true,
  pieces: 6,
}

const durations = fc.constantFrom('P1D', 'P3D', 'P8D', 'P2W', 'P1M', 'P1M2D', 'P2M')
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const dayIn = fc.integer({ min: FIRST, max: FIRST + DAYS_OF_HISTORY }).map(day)

const rangeFrom = (earliest: Day, vagueness: Vagueness): fc.Arbitrary<DayRange> =>
  fc.integer({ min: 0, max: vagueness.dates }).map((off) => ({ earliest, latest: day(earliest + off) }))

const range = (vagueness: Vagueness): fc.Arbitrary<DayRange> =>
  dayIn.chain((from) => rangeFrom(from, vagueness))

/** Now and then on or before a day: open to the past. */
const beginning = (vagueness: Vagueness): fc.Arbitrary<DayRange> =>
  vagueness.lostBeginnings
    ? fc.oneof(
        { weight: 7, arbitrary: range(vagueness) },
        { weight: 1, arbitrary: dayIn.map((latest) => ({ earliest: FIRST_DAY, latest })) },
      )
    : range(vagueness)

/** An end that can come after its beginning, on the earliest and on the latest reading of both. */
const rangeAfter = (begin: DayRange, vagueness: Vagueness): fc.Arbitrary<DayRange> => {
  const from = begin.earliest < FIRST ? FIRST : begin.earliest
  return fc
    .record({ gap: fc.integer({ min: 0, max: 40 }), off: fc.integer({ min: 0, max: vagueness.dates }) })
    .map(({ gap, off }) => {
      const latest = Math.max(from + gap + off, begin.latest)
      return { earliest: day(vagueness.dates === 0 ? latest : from + gap), latest: day(latest) }
    })
}

const quantity = (vagueness: Vagueness): fc.Arbitrary<AttributeValue> =>
  fc
    .record({
      min: fc.constantFrom(0, 0.1, 0.7, 1, 2, 3, 4),
      more: fc.constantFrom(0, 0, ...(vagueness.unknowns ? [1, 2] : [])),
    })
    .map(({ min, more }) => ({ type: 'quantity', min, max: min + more }))

const valueOf = (attribute: string, vagueness: Vagueness): fc.Arbitrary<AttributeValue> => {
  if (attribute === 'size') return quantity(vagueness)
  if (attribute === 'official') return fc.boolean().map((value) => ({ type: 'flag', value }))
  const told = fc
    .subarray(['a', 'b', 'c'], { minLength: 1 })
    .map((values): AttributeValue => ({ type: 'codes', values }))
  const contrary = fc
    .subarray(['a', 'b', 'c'], { minLength: 2 })
    .map((codes): AttributeValue => ({ type: 'one-of', codes }))
  return vagueness.unknowns ? fc.oneof({ weight: 3, arbitrary: told }, contrary) : told
}

const attributes = (vagueness: Vagueness): fc.Arbitrary<Attributes> => {
  const stated = (name: string) => {
    const value = valueOf(name, vagueness)
    return vagueness.unknowns ? fc.option(value, { nil: undefined, freq: 3 }) : value
  }
  return fc
    .record({ size: stated('size'), audience: stated('audience'), official: stated('official') })
    .map((all) =>
      Object.fromEntries(
        Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      ),
    )
}

/** One in four. */
const inheritance = (vagueness: Vagueness): fc.Arbitrary<Inheritance | undefined> => {
  const inherited = fc
    .record({ since: dayIn, surely: fc.boolean() })
    .map((told) => ({ from: OrganisationId.parse('before'), ...told }))
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: vagueness.inheritance ? 1 : 0, arbitrary: inherited },
  )
}

/** Placeholders: every piece of evidence gets its own step and events when all are numbered. */
const unnumbered = { stepId: StepId.parse('step'), events: [] as readonly EventId[] }
const noEvent = EventId.parse('00000000-0000-4000-8000-000000000000')

const occurrence = (vagueness: Vagueness): fc.Arbitrary<Occurrence> =>
  fc
    .record({
      kind: fc.constantFrom('alpha', 'beta'),
      range: beginning(vagueness),
      attributes: attributes(vagueness),
      inherited: inheritance(vagueness),
    })
    .map(({ inherited, ...told }) => ({
      ...unnumbered,
      ...told,
      ...(inherited !== undefined && { inherited: { ...inherited, surely: true } }),
    }))

const news = (vagueness: Vagueness): fc.Arbitrary<readonly News[]> =>
  fc.array(
    range(vagueness).map((heard) => ({ range: heard, events: [noEvent] })),
    { maxLength: 2 },
  )

const suspension = (vagueness: Vagueness): fc.Arbitrary<Suspension> =>
  range(vagueness).chain((from) =>
    maybe(rangeAfter(from, vagueness)).map((to) => ({ from, ...(to !== undefined && { to }), events: [] })),
  )

const change = (vagueness: Vagueness): fc.Arbitrary<AttributeChange> =>
  fc
    .constantFrom('size', 'audience', 'official')
    .chain((attribute) =>
      fc.record({
        attribute: fc.constant(attribute),
        value: valueOf(attribute, vagueness),
        range: range(vagueness),
      }),
    )
    .map((told) => ({ ...told, order: 0, event: noEvent }))

const standing = (vagueness: Vagueness): fc.Arbitrary<Standing> =>
  beginning(vagueness)
    .chain((begin) =>
      fc.record({
        kind: fc.constantFrom('gamma', 'delta'),
        begin: fc.constant(begin),
        end: maybe(rangeAfter(begin, vagueness)),
        attributes: attributes(vagueness),
        suspensions: fc.array(suspension(vagueness), { maxLength: vagueness.lives ? 2 : 0 }),
        changes: fc.array(change(vagueness), { maxLength: vagueness.lives ? 3 : 0 }),
        news: news(vagueness),
        inherited: inheritance(vagueness),
      }),
    )
    .map(({ end, inherited, changes, ...told }) => ({
      ...unnumbered,
      ...told,
      changes: changes.map((one, order) => ({ ...one, order })),
      ...(end !== undefined && { end }),
      ...(inherited !== undefined && { inherited }),
    }))

/** Evidence, each piece its own step with an event of its own. */
export const evidenceOf = (vagueness: Vagueness): fc.Arbitrary<Evidence> =>
  fc
    .record({
      occurrences: fc.array(occurrence(vagueness), { maxLength: vagueness.pieces }),
      standings: fc.array(standing(vagueness), { maxLength: Math.ceil(vagueness.pieces / 2) }),
    })
    .map(({ occurrences, standings }) => ({
      occurrences: occurrences.map((one, index) => numbered(one, index)),
      standings: standings.map((one, index) => numbered(one, 100 + index)),
    }))

const numbered = <One extends Occurrence | Standing>(one: One, index: number): One => ({
  ...one,
  stepId: StepId.parse(`step-${index}`),
  events: [EventId.parse(`00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`)],
  ...('news' in one && {
    news: one.news.map((heard) => ({
      ...heard,
      events: [EventId.parse(`00000000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`)],
    })),
  }),
})

const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })

export const whereDocument: fc.Arbitrary<WhereDocument | undefined> = fc.option(
  fc
    .record({
      size: perhaps(
        fc.oneof(
          fc.record({ atLeast: fc.constantFrom(0, 1, 2, 3), known: perhaps(fc.constant(true)) }),
          fc.record({ atMost: fc.constantFrom(1, 2), atLeast: maybe(fc.constantFrom(0.5, 1)) }),
          fc.record({ in: fc.constantFrom([1], [1, 2], [0.7, 3]), known: perhaps(fc.constant(true)) }),
          fc.constantFrom(1, 2),
        ),
      ),
      audience: perhaps(
        fc.oneof(
          fc.constantFrom('a', 'b'),
          fc.record({ in: fc.constantFrom(['a'], ['a', 'b']), known: perhaps(fc.constant(true)) }),
        ),
      ),
      official: perhaps(fc.boolean()),
    })
    .map((document) => cleaned(document) as WhereDocument),
  { nil: undefined, freq: 2 },
)

/** Leaves without `fresh`, whose exactness is promised. */
export interface LeafShape {
  readonly fresh: boolean
  readonly where: fc.Arbitrary<WhereDocument | undefined>
}

const amounts = fc.constantFrom(0.1, 0.8, 1, 2, 3.7, 5)
const small = fc.constantFrom(1, 1, 2, 3)

export const countDocument = ({ fresh, where }: LeafShape): fc.Arbitrary<CriterionDocument> =>
  fc
    .record({
      count: fc.constantFrom(['alpha'], ['beta'], ['alpha', 'beta']),
      atLeast: small,
      within: maybe(durations),
      where,
      fresh: fresh ? maybe(durations) : fc.constant(undefined),
    })
    .map((document) => cleaned(document) as CriterionDocument)

export const sumDocument = ({ fresh, where }: LeafShape): fc.Arbitrary<CriterionDocument> =>
  fc
    .record({
      sum: fc.constant('size'),
      of: fc.constantFrom(['alpha'], ['alpha', 'beta']),
      atLeast: amounts,
      within: maybe(durations),
      where,
      unknownAtMost: maybe(fc.constantFrom(0, 1, 2.5)),
      fresh: fresh ? maybe(durations) : fc.constant(undefined),
    })
    .map((document) => cleaned(document) as CriterionDocument)

export const standingDocument = ({ fresh, where }: LeafShape): fc.Arbitrary<CriterionDocument> =>
  fc
    .record({
      standing: fc.constantFrom('gamma', 'delta'),
      atLeast: maybe(fc.constantFrom(1, 1, 2)),
      for: maybe(durations),
      where,
      fresh: fresh ? maybe(fc.oneof(durations, fc.constant(null))) : fc.constant(undefined),
    })
    .map((document) => cleaned(document) as CriterionDocument)

interface LevelChoice {
  readonly level: string
  readonly atLeast: number
}

/** Trees of criteria over leaves of all forms and the given levels. */
const criterionDocument = (levels: readonly LevelChoice[]): fc.Arbitrary<CriterionDocument> => {
  const shape: LeafShape = { fresh: true, where: whereDocument }
  const leaves = [countDocument(shape), sumDocument(shape), standingDocument(shape)]
  const leaf = fc.oneof(...leaves, ...leaves, ...(levels.length === 0 ? [] : [fc.constantFrom(...levels)]))
  const { tree } = fc.letrec<{ tree: CriterionDocument; parts: CriterionDocument[] }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      { weight: 3, arbitrary: leaf },
      { weight: 1, arbitrary: tie('parts').map((all) => ({ all })) },
      { weight: 1, arbitrary: tie('parts').map((any) => ({ any })) },
      { weight: 1, arbitrary: tie('parts').map((of) => ({ atLeast: Math.min(2, of.length), of })) },
      { weight: 1, arbitrary: tie('tree').map((not) => ({ not })) },
    ),
    parts: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
  }))
  return tree
}

const wording = { fr: 'essai', en: 'test' }

/** Two dimensions, the second of which may read the first, and two positions. */
export const modelDocument: fc.Arbitrary<ModelDocument> = fc
  .record({
    first: fc.tuple(criterionDocument([]), criterionDocument([{ level: 'first', atLeast: 1 }])),
    second: fc.tuple(
      criterionDocument([
        { level: 'first', atLeast: 1 },
        { level: 'first', atLeast: 2 },
      ]),
      criterionDocument([{ level: 'second', atLeast: 1 }]),
      criterionDocument([{ level: 'second', atLeast: 2 }]),
    ),
    positions: fc.tuple(
      criterionDocument([{ level: 'first', atLeast: 1 }]),
      criterionDocument([{ level: 'second', atLeast: 2 }]),
    ),
    inheritance: fc.constantFrom('full' as const, 'full' as const, 'none' as const),
  })
  .map(({ first, second, positions, inheritance: inherits }) => ({
    id: 'random',
    version: 1,
    labels: wording,
    reason: wording,
    inheritance: inherits,
    unobserved: { position: wording, level: wording },
    dimensions: [
      { code: 'first', labels: wording, reason: wording, levels: first.map(levelOf) },
      { code: 'second', labels: wording, reason: wording, levels: second.map(levelOf) },
    ],
    positions: positions.map((criterion, index) => ({
      ...levelOf(criterion, index),
      export: ['ONE', 'TWO'][index] ?? '',
    })),
  }))

const levelOf = (criterion: CriterionDocument, index: number) => ({
  code: `rank-${index + 1}`,
  labels: wording,
  reason: wording,
  criterion,
})

/** Without what is undefined, however deep: as JSON has it. */
function cleaned(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
