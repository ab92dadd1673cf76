import type { Cause } from '#domain/maturity/causes.js'
import type { Spell, Track, Trajectory } from '#domain/maturity/trajectory.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { causeSentence } from '#projections/trajectory/cause-sentence.js'
import { factsOfLineage, type ToldFact } from '#projections/trajectory/told-fact.js'
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
  return [
    ...days.map((day) =>
      turnOn(
        day,
        spells.filter(({ begin }) => begin === day),
        facts,
      ),
    ),
    ...endBetween(trajectory, first, last),
  ]
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

const turnOn = (day: Day, spells: readonly Spell[], facts: ReadonlyMap<string, ToldFact>): Reason => {
  const leaves = spells
    .flatMap(({ began }) => ('flips' in began ? began.flips : []))
    .flatMap((flip) => flip.leaves)
  const causes = distinct(leaves.flatMap((leaf) => leaf.causes))
  const told = causes.map((cause) => causeSentence(cause, facts))
  const begins = spells.some(({ began }) => began.type === 'existence-begins')
  const [fr, en] = [told.map((one) => one.fr), told.map((one) => one.en)]
  if (begins) {
    fr.unshift('l’organisation succède à une autre')
    en.unshift('the organisation succeeds another')
  } else if (told.length === 0) {
    fr.push('premier fait consigné')
    en.push('first fact on record')
  }
  return {
    type: 'happened',
    events: [...new Set(causes.flatMap(({ events }) => events))],
    paths: [...new Set(leaves.map(({ path }) => path))],
    day: isoOfDay(day),
    sentence: {
      fr: `Le ${nameOfDay(day, 'fr')} : ${[...new Set(fr)].join(' ; ')}.`,
      en: `On ${nameOfDay(day, 'en')}: ${[...new Set(en)].join('; ')}.`,
    },
  }
}

/** The same cause flips several leaves, each in several readings. */
const distinct = (causes: readonly Cause[]): readonly Cause[] => [
  ...new Map(
    causes.map((cause) => [`${cause.stepId} ${cause.type} ${cause.events.join(' ')}`, cause] as const),
  ).values(),
]

const endBetween = ({ existence }: Trajectory, first: Day, last: Day): readonly Reason[] => {
  const { ends, endsBy } = existence
  if (ends === undefined || ends <= first || ends > last) return []
  const succession = endsBy === 'succession'
  return [
    {
      type: 'end',
      events: [],
      paths: [],
      day: isoOfDay(ends),
      sentence: {
        fr: `Le ${nameOfDay(ends, 'fr')} : l’organisation ${succession ? 'a laissé place à une autre' : 'a pris fin'}.`,
        en: `On ${nameOfDay(ends, 'en')}: the organisation ${succession ? 'gave way to another' : 'ended'}.`,
      },
    },
  ]
}
