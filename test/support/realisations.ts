import type { AttributeValue, Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import type { DayRange } from '#domain/time/day-range.js'

/**
 * One way in which imprecise evidence may have been: every date a day, every quantity a number, every unknown a value;
 * an end not before its beginning. Written from the definitions, without the engine.
 */
export interface RealHistory {
  readonly occurrences: readonly RealOccurrence[]
  readonly standings: readonly RealStanding[]
}

export interface RealAttribute {
  /** Undefined: a number, a code or a flag as the question needs, see `guess`. */
  readonly value: number | boolean | readonly string[]
  /** What is on record, for questions about what is known; undefined when nothing is. */
  readonly claim: AttributeValue | undefined
}

export type RealAttributes = Readonly<Record<string, RealAttribute>>

export interface RealOccurrence {
  readonly kind: string
  readonly day: number
  readonly attributes: RealAttributes
  /** It counts from this day on. */
  readonly since: number
}

export interface RealStanding {
  readonly kind: string
  readonly begin: number
  readonly end: number
  readonly attributes: RealAttributes
  readonly changes: readonly {
    readonly attribute: string
    readonly value: RealAttribute
    readonly day: number
    readonly order: number
  }[]
  readonly suspensions: readonly { readonly from: number; readonly to: number }[]
  readonly news: readonly number[]
  readonly since: number
  /** False where an inherited one ended with the succession. */
  readonly survived: boolean
}

const attributeNames = ['size', 'audience', 'official'] as const

type Choose = <Option>(options: readonly Option[]) => Option

const NEVER_ENDS = Number.POSITIVE_INFINITY
const ALWAYS = Number.NEGATIVE_INFINITY

/** All realisations, of these attributes only, if there are at most so many; else undefined. */
export const everyRealisation = (
  whole: Evidence,
  limit: number,
  attributes: readonly string[] = attributeNames,
): readonly RealHistory[] | undefined => {
  const evidence = withOnly(whole, attributes)
  const all: RealHistory[] = []
  let trail: number[] = []
  for (;;) {
    const sizes: number[] = []
    const choose: Choose = (options) => {
      const place = sizes.length
      sizes.push(options.length)
      return picked(options, trail[place] ?? 0)
    }
    all.push(realise(evidence, choose))
    if (all.length > limit) return undefined
    const taken = sizes.map((_, place) => trail[place] ?? 0)
    let place = sizes.length - 1
    while (place >= 0 && (taken[place] ?? 0) + 1 >= (sizes[place] ?? 0)) place -= 1
    if (place < 0) return all
    trail = [...taken.slice(0, place), (taken[place] ?? 0) + 1]
  }
}

/** Some realisations: everything as early and small as can be, as late and large, and others at random from the seed. */
export const someRealisations = (evidence: Evidence, count: number, seed: number): readonly RealHistory[] => {
  const random = pseudoRandom(seed)
  const anywhere: Choose = (options) => picked(options, Math.floor(random() * options.length))
  const atTheEdges: Choose = (options) => picked(options, random() < 0.5 ? 0 : options.length - 1)
  return [
    realise(evidence, (options) => picked(options, 0)),
    realise(evidence, (options) => picked(options, options.length - 1)),
    ...Array.from({ length: count }, (_, index) =>
      realise(evidence, index % 2 === 0 ? anywhere : atTheEdges),
    ),
  ]
}

/** What no question reads need not be varied. */
const withOnly = ({ occurrences, standings }: Evidence, names: readonly string[]): Evidence => {
  const unread = Object.fromEntries(
    attributeNames
      .filter((name) => !names.includes(name))
      .map((name) => [name, { type: 'codes', values: [] } as const]),
  )
  const reduced = <One extends Occurrence | Standing>(one: One): One => ({
    ...one,
    attributes: { ...one.attributes, ...unread },
  })
  return { occurrences: occurrences.map(reduced), standings: standings.map(reduced) }
}

const picked = <Option>(options: readonly Option[], index: number): Option => {
  const option = options[index]
  if (option === undefined) throw new Error('a realisation needs at least one option for each choice')
  return option
}

/** Mulberry32. */
const pseudoRandom = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const realise = (evidence: Evidence, choose: Choose): RealHistory => ({
  occurrences: evidence.occurrences.map((occurrence) => realOccurrence(occurrence, choose)),
  standings: evidence.standings.map((standing) => realStanding(standing, choose)),
})

const realOccurrence = (occurrence: Occurrence, choose: Choose): RealOccurrence => ({
  kind: occurrence.kind,
  day: choose(daysOf(occurrence.range)),
  attributes: realAttributes(occurrence.attributes, choose),
  since: occurrence.inherited?.since ?? ALWAYS,
})

const realStanding = (standing: Standing, choose: Choose): RealStanding => {
  const begin = choose(daysOf(standing.begin))
  const end =
    standing.end === undefined ? NEVER_ENDS : choose(daysOf(standing.end).filter((day) => day >= begin))
  return {
    kind: standing.kind,
    begin,
    end,
    attributes: realAttributes(standing.attributes, choose),
    changes: standing.changes.map(({ attribute, value, range, order }) => ({
      attribute,
      value: { value: choose(valuesOf(value)), claim: value },
      day: choose(daysOf(range)),
      order,
    })),
    suspensions: standing.suspensions.map(({ from, to }) => {
      const suspended = choose(daysOf(from))
      const resumed = to === undefined ? NEVER_ENDS : choose(daysOf(to).filter((day) => day >= suspended))
      return { from: suspended, to: resumed }
    }),
    news: [
      begin,
      ...(end === NEVER_ENDS ? [] : [end]),
      ...standing.news.map(({ range }) => choose(daysOf(range))),
    ],
    since: standing.inherited?.since ?? ALWAYS,
    survived: standing.inherited?.surely === false ? choose([true, false]) : true,
  }
}

/** Every day of a short range; of a long one both ends and some between. */
const daysOf = ({ earliest, latest }: DayRange): readonly number[] => {
  const length = latest - earliest
  if (length <= 8) return Array.from({ length: length + 1 }, (_, index) => earliest + index)
  return [earliest, latest - 7, latest - 3, latest - 1, latest]
}

const unknownValues: Readonly<Record<(typeof attributeNames)[number], readonly RealAttribute['value'][]>> = {
  size: [0, 0.7, 1, 2, 2.5, 3, 1000],
  audience: [['a'], ['b'], ['c']],
  official: [true, false],
}

const realAttributes = (attributes: Occurrence['attributes'], choose: Choose): RealAttributes =>
  Object.fromEntries(
    attributeNames.map((name) => {
      const claim = attributes[name]
      return [name, { value: choose(claim === undefined ? unknownValues[name] : valuesOf(claim)), claim }]
    }),
  )

/** Both bounds of a range, its whole numbers, and some fractions. */
export const valuesOf = (claim: AttributeValue): readonly RealAttribute['value'][] => {
  switch (claim.type) {
    case 'codes':
      return [claim.values]
    case 'one-of':
      return claim.codes.map((code) => [code])
    case 'flag':
      return [claim.value]
    case 'quantity': {
      const { min, max } = claim
      if (min === max) return [min]
      const whole = Array.from(
        { length: Math.floor(max) - Math.ceil(min) + 1 },
        (_, index) => Math.ceil(min) + index,
      )
      const fractions = [0.5, 0.7, min + 0.3].filter((value) => min < value && value < max)
      return [...new Set([min, ...whole, ...fractions, max])]
    }
  }
}
