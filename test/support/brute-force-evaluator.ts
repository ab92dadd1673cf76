import type { CriterionDocument, ModelDocument, WhereDocument } from '#domain/maturity/model/model.js'
import {
  valuesOf,
  type RealAttribute,
  type RealAttributes,
  type RealHistory,
  type RealStanding,
} from './realisations.js'

/**
 * The engine's opposite: a criterion on one day of one realisation, day by day and straight from the definitions.
 * Nothing is shared with the engine, calendar arithmetic included.
 */
export interface Truth {
  /** On evidence still fresh. */
  readonly live: boolean
  /** Whether or not its evidence went stale. */
  readonly kept: boolean
}

/** Where a criterion stands: inside a level it reads only the lower ones of its own dimension. */
export interface Inside {
  readonly dimension: string
  readonly level: number
}

export interface BruteWorld {
  readonly model: Pick<ModelDocument, 'dimensions'>
  readonly history: RealHistory
}

/** Whether a criterion holds on a day, given as a count of days since 1970-01-01. */
export const truthOn = (
  criterion: CriterionDocument,
  day: number,
  world: BruteWorld,
  inside?: Inside,
): Truth => {
  const truths = (parts: readonly CriterionDocument[]) =>
    parts.map((part) => truthOn(part, day, world, inside))
  const tally = (parts: readonly CriterionDocument[], enough: (count: number) => boolean): Truth => {
    const each = truths(parts)
    return {
      live: enough(each.filter(({ live }) => live).length),
      kept: enough(each.filter(({ kept }) => kept).length),
    }
  }
  if ('count' in criterion) return countOn(criterion, day, world.history)
  if ('sum' in criterion) return sumOn(criterion, day, world.history)
  if ('standing' in criterion) return standingOn(criterion, day, world.history)
  if ('level' in criterion) return levelOn(criterion, day, world, inside)
  if ('all' in criterion) return tally(criterion.all, (count) => count === criterion.all.length)
  if ('any' in criterion) return tally(criterion.any, (count) => count > 0)
  if ('of' in criterion) return tally(criterion.of, (count) => count >= criterion.atLeast)
  const { live, kept } = truthOn(criterion.not, day, world, inside)
  return { live: !kept, kept: !live }
}

type Form<Key extends string> = Extract<CriterionDocument, Readonly<Record<Key, unknown>>>

const countOn = (criterion: Form<'count'>, day: number, history: RealHistory): Truth =>
  adding(criterion.count, criterion, day, history, () => 10, criterion.atLeast * 10)

/** In tenths, which are whole numbers. */
const sumOn = (criterion: Form<'sum'>, day: number, history: RealHistory): Truth =>
  adding(
    criterion.of,
    criterion,
    day,
    history,
    (attributes) => {
      const { value, claim } = attributes[criterion.sum] ?? { value: 0, claim: undefined }
      if (typeof value !== 'number') return 0
      const amount = claim === undefined ? Math.min(value, criterion.unknownAtMost ?? 0) : value
      return Math.round(amount * 10)
    },
    Math.round(criterion.atLeast * 10),
  )

const adding = (
  kinds: readonly string[],
  {
    where,
    within,
    fresh,
  }: { readonly where?: WhereDocument; readonly within?: string; readonly fresh?: string | null },
  today: number,
  history: RealHistory,
  amountOf: (attributes: RealAttributes) => number,
  enough: number,
): Truth => {
  const past = history.occurrences
    .filter(({ kind, day, since }) => kinds.includes(kind) && day <= today && since <= today)
    .filter(({ attributes }) => matches(where, (name) => attributes[name]))
    .map(({ day, attributes }) => ({ day, amount: amountOf(attributes) }))
    .filter(({ amount }) => amount > 0)
  const total = past
    .filter(({ day }) => within === undefined || today < later(day, within))
    .reduce((sum, { amount }) => sum + amount, 0)
  const kept = total >= enough
  const heard = typeof fresh !== 'string' || past.some(({ day }) => today < later(day, fresh))
  return { live: kept && heard, kept }
}

const standingOn = (criterion: Form<'standing'>, today: number, history: RealHistory): Truth => {
  const standing = history.standings.filter(
    (one) =>
      one.kind === criterion.standing &&
      one.survived &&
      one.since <= today &&
      standsAndMatches(one, criterion.where, today) &&
      (criterion.for === undefined ||
        later(stretchBegin(one, criterion.where, today), criterion.for) <= today),
  )
  const { fresh } = criterion
  const heardOf = standing.filter(
    ({ news }) => typeof fresh !== 'string' || today < later(Math.max(...news), fresh),
  )
  const enough = criterion.atLeast ?? 1
  return { live: heardOf.length >= enough, kept: standing.length >= enough }
}

const standsAndMatches = (standing: RealStanding, where: WhereDocument | undefined, day: number): boolean =>
  standing.begin <= day &&
  day < standing.end &&
  !standing.suspensions.some(({ from, to }) => from <= day && day < to) &&
  matches(where, (name) => valueOn(standing, name, day))

const valueOn = (standing: RealStanding, name: string, day: number): RealAttribute | undefined =>
  standing.changes
    .filter((change) => change.attribute === name && change.day <= day)
    .sort((one, other) => one.day - other.day || one.order - other.order)
    .at(-1)?.value ?? standing.attributes[name]

/** Walks back day by day; what began long ago is walked back for a year, during which everything else happened. */
const stretchBegin = (standing: RealStanding, where: WhereDocument | undefined, today: number): number => {
  let day = today
  while (day > standing.begin && standsAndMatches(standing, where, day - 1)) {
    if (day < today - 366) return standing.begin
    day -= 1
  }
  return day
}

const levelOn = (
  criterion: Form<'level'>,
  day: number,
  world: BruteWorld,
  inside: Inside | undefined,
): Truth => {
  const levels = world.model.dimensions.find(({ code }) => code === criterion.level)?.levels ?? []
  const read = levels
    .map((level, index) => ({ level, number: index + 1 }))
    .filter(({ number }) => number >= criterion.atLeast)
    .filter(({ number }) => inside?.dimension !== criterion.level || number < inside.level)
    .map(({ level, number }) =>
      truthOn(level.criterion, day, world, { dimension: criterion.level, level: number }),
    )
  return { live: read.some(({ live }) => live), kept: read.some(({ kept }) => kept) }
}

const matches = (
  where: WhereDocument | undefined,
  attribute: (name: string) => RealAttribute | undefined,
): boolean =>
  Object.entries(where ?? {}).every(([name, asked]) => {
    const { value, claim } = attribute(name) ?? { value: undefined, claim: undefined }
    if (typeof asked !== 'object') return isOneOf(value, [asked])
    const fits = (one: RealAttribute['value'] | undefined) =>
      (asked.in === undefined || isOneOf(one, asked.in)) &&
      (asked.atLeast === undefined || (typeof one === 'number' && one >= asked.atLeast)) &&
      (asked.atMost === undefined || (typeof one === 'number' && one <= asked.atMost))
    return asked.known === true ? claim !== undefined && valuesOf(claim).every(fits) : fits(value)
  })

const isOneOf = (value: RealAttribute['value'] | undefined, options: readonly unknown[]): boolean =>
  Array.isArray(value) ? value.some((code) => options.includes(code)) : options.includes(value)

/** Adds an ISO duration by the calendar of the runtime. */
const later = (day: number, duration: string): number => {
  const known = laterDays.get(duration) ?? new Map<number, number>()
  laterDays.set(duration, known)
  const sum = known.get(day) ?? computeLater(day, duration)
  known.set(day, sum)
  return sum
}

/** The same sums are asked for over and over. */
const laterDays = new Map<string, Map<number, number>>()

const computeLater = (day: number, duration: string): number => {
  const [, years, months, weeks, days] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration) ?? []
  const date = new Date(day * 86_400_000)
  const dayOfMonth = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + Number(years ?? 0) * 12 + Number(months ?? 0))
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(dayOfMonth, lastDay))
  return date.getTime() / 86_400_000 + Number(weeks ?? 0) * 7 + Number(days ?? 0)
}
