import type { Cause } from '#domain/maturity/reasons/causes.js'
import type { Spell, Track, Trajectory } from '#domain/maturity/trajectory.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import { nameOfDay, sentenceOfRange } from '#domain/time/edtf-sentence.js'
import { causeSentence } from '#projections/asked/trajectory/cause-sentence.js'
import { factsOfLineage, type ToldFact } from '#projections/asked/trajectory/told-fact.js'
import type { Difference, Reason } from './changes-view.js'
import type { Standpoint } from './standpoint.js'

/**
 * What happened to the organisation, or what aged, between two days: every turn of the tracks that differ, day by day,
 * with the facts behind it; and its end, where it lies between them.
 */
export const becauseOfOrganisation = (
  differences: readonly Difference[],
  before: Standpoint,
  after: Standpoint,
): readonly Reason[] => {
  const { trajectory, lineage } = after.assessed
  const [first, last] = before.asOf <= after.asOf ? [before.asOf, after.asOf] : [after.asOf, before.asOf]
  const facts = factsOfLineage(lineage)
  const spells = tracksOf(trajectory, differences)
    .flatMap((track) => track.spells)
    .filter(({ begin }) => begin > first && begin <= last)
  const days = [...new Set(spells.map(({ begin }) => begin))].toSorted((one, other) => one - other)
  const turns = days.map((day) =>
    turnOn(
      day,
      spells.filter(({ begin }) => begin === day),
    ),
  )
  return [...alike(turns).map((turn) => reasonOf(turn, facts)), ...endBetween(trajectory, first, last)]
}

const tracksOf = (trajectory: Trajectory, differences: readonly Difference[]): readonly Track[] =>
  differences.flatMap((difference): readonly Track[] => {
    switch (difference.of) {
      case 'period':
        return trajectory.position.spells.length === 0
          ? []
          : [{ ...trajectory.position, spells: firstOf(trajectory) }]
      case 'position':
        return [trajectory.position]
      case 'dimension':
        return trajectory.dimensions.filter(({ dimension }) => dimension === difference.dimension.code)
    }
  })

/** With its first spell a trajectory begins, whatever it holds. */
const firstOf = ({ position }: Trajectory): readonly Spell[] => position.spells.slice(0, 1)

/** What turned on some days, all for the same causes. */
interface Turn {
  readonly days: readonly [Day, ...Day[]]
  readonly causes: readonly Cause[]
  readonly paths: readonly string[]
  /** The trajectory begins by a succession. */
  readonly succeeds: boolean
}

const turnOn = (day: Day, spells: readonly Spell[]): Turn => {
  const leaves = spells
    .flatMap(({ began }) => ('flips' in began ? began.flips : []))
    .flatMap((flip) => flip.leaves)
  return {
    days: [day],
    causes: distinct(leaves.flatMap((leaf) => leaf.causes)),
    paths: [...new Set(leaves.map(({ path }) => path))],
    succeeds: spells.some(({ began }) => began.type === 'existence-begins'),
  }
}

/** An imprecise date turns on its first and on its last possible day: both are one turn. */
const alike = (turns: readonly Turn[]): readonly Turn[] => {
  const merged = new Map<string, Turn>()
  for (const turn of turns) {
    const key = turn.causes.length === 0 ? String(turn.days[0]) : turn.causes.map(keyOf).toSorted().join(', ')
    const before = merged.get(key)
    merged.set(
      key,
      before === undefined
        ? turn
        : {
            ...before,
            days: [...before.days, ...turn.days],
            paths: [...new Set([...before.paths, ...turn.paths])],
            succeeds: before.succeeds || turn.succeeds,
          },
    )
  }
  return [...merged.values()]
}

const reasonOf = ({ days, causes, paths, succeeds }: Turn, facts: ReadonlyMap<string, ToldFact>): Reason => {
  const told = causes.map((cause) => causeSentence(cause, facts))
  const begins = succeeds ? SUCCEEDS : causes.length === 0 ? FIRST_EVIDENCE : undefined
  const all = [...(begins === undefined ? [] : [begins]), ...told]
  const range = { earliest: days[0], latest: days.at(-1) ?? days[0] }
  const said = (language: Language, mark: string): string =>
    `${withCapital(sentenceOfRange(range, language))}${mark} ${[...new Set(all.map((one) => one[language]))].join(`${mark === ':' ? '' : ' '}; `)}.`
  return {
    type: 'happened',
    events: [...new Set(causes.flatMap(({ events }) => events))],
    paths: [...paths],
    days: days.map(isoOfDay),
    sentence: { fr: said('fr', ' :'), en: said('en', ':') },
  }
}

const SUCCEEDS: Labels = {
  fr: 'l’organisation succède à une autre',
  en: 'the organisation succeeds another',
}
const FIRST_EVIDENCE: Labels = { fr: 'premier fait consigné', en: 'first fact on record' }

/** The same cause flips several leaves, each in several readings. */
const distinct = (causes: readonly Cause[]): readonly Cause[] => [
  ...new Map(causes.map((cause) => [keyOf(cause), cause] as const)).values(),
]

const keyOf = ({ stepId, type, events }: Cause): string => `${stepId} ${type} ${events.join(' ')}`

const endBetween = ({ existence }: Trajectory, first: Day, last: Day): readonly Reason[] => {
  const { ends, endsBy } = existence
  if (ends === undefined || ends <= first || ends > last) return []
  const succession = endsBy === 'succession'
  return [
    {
      type: 'end',
      events: [],
      paths: [],
      days: [isoOfDay(ends)],
      sentence: {
        fr: `Le ${nameOfDay(ends, 'fr')} : l’organisation ${succession ? 'a laissé place à une autre' : 'a pris fin'}.`,
        en: `On ${nameOfDay(ends, 'en')}: the organisation ${succession ? 'gave way to another' : 'ended'}.`,
      },
    },
  ]
}
