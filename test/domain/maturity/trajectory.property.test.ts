import fc from 'fast-check'
import t from 'tap'
import { answerAt, type Answer } from '#domain/maturity/answer.js'
import { evaluateModel } from '#domain/maturity/evaluation/evaluate.js'
import type { Evidence, Occurrence, Standing } from '#domain/maturity/evaluation/evidence.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { parseModel, type Model } from '#domain/maturity/model/parse-model.js'
import { highestOf } from '#domain/maturity/spells.js'
import { assess, type Spell, type Track, type Trajectory } from '#domain/maturity/trajectory.js'
import { day, type Day } from '#domain/time/day.js'
import type { DayRange } from '#domain/time/day-range.js'
import { isSubset } from '#domain/time/interval-set.js'
import { evidenceOf, FIRST, modelDocument, VAGUE } from '#test/support/arbitrary-maturity.js'
import { holds } from '#test/support/holds.js'

const model = modelDocument.map(parseModel)
const evidence = evidenceOf(VAGUE)
const horizon = day(FIRST + 120)
const someDay = fc.integer({ min: FIRST - 5, max: FIRST + 130 }).map(day)

const tracksOf = ({ dimensions, position }: Trajectory): readonly Track[] => [...dimensions, position]
const answersOf = ({ dimensions, position }: Answer) => [...dimensions, position]

/** What a track answers: of the levels the highest in each reading, of the positions all. */
const answered = (track: Track, ranks: Spell['ranks']): unknown =>
  track.distinction === highestOf
    ? Object.values(ranks).map((held: readonly number[]) => held.at(-1) ?? 0)
    : ranks

const onlyFrom = ({ occurrences, standings }: Evidence, events: readonly string[]): Evidence => {
  const cited = ({ events: own }: Occurrence | Standing) => own.every((event) => events.includes(event))
  return { occurrences: occurrences.filter(cited), standings: standings.filter(cited) }
}

const setsOf = (model: Model, evidence: Evidence) => {
  const { dimensions, positions } = evaluateModel(model, indexEvidence(evidence, model.inheritance))
  return [...dimensions.flatMap(({ levels }) => levels), ...positions.map(({ evaluated }) => evaluated)].map(
    ({ sets }) => sets,
  )
}

/** One of all dates, by number, made vaguer. */
const widened = (
  evidence: Evidence,
  which: number,
  by: { readonly before: number; readonly after: number },
): Evidence => {
  let count = 0
  const walk = (value: unknown, chosen: number): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, chosen))
    if (typeof value !== 'object' || value === null) return value
    if (isRange(value)) {
      count += 1
      if (count - 1 !== chosen) return value
      return { earliest: earlier(value.earliest, by.before), latest: day(value.latest + by.after) }
    }
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one, chosen)]))
  }
  walk(evidence, -1)
  const all = count
  if (all === 0) return evidence
  count = 0
  return walk(evidence, which % all) as Evidence
}

const isRange = (value: object): value is DayRange => 'earliest' in value && 'latest' in value
const earlier = (from: Day, days: number): Day => day(from - days)

t.test('spells tile the trajectory without gap or overlap, each as long as its answer', (t) => {
  holds(
    t,
    fc.property(model, evidence, (model, evidence) => {
      const trajectory = assess(model, evidence, { horizon })
      const { begin } = trajectory
      return tracksOf(trajectory).every(({ spells, ...track }) => {
        const bounds = spells.flatMap((spell) => [spell.begin, spell.end])
        const joined = begin === undefined ? [] : [begin, ...bounds.slice(1, -1), horizon]
        const different = spells.every(
          ({ ranks }, index) =>
            JSON.stringify(answered({ ...track, spells }, ranks)) !==
            JSON.stringify(
              spells[index + 1] && answered({ ...track, spells }, spells[index + 1]?.ranks ?? ranks),
            ),
        )
        const meets = spells.every(
          ({ end }, index) => spells[index + 1] === undefined || spells[index + 1]?.begin === end,
        )
        return (
          meets &&
          different &&
          spells.every((spell) => spell.begin < spell.end) &&
          JSON.stringify(bounds) === JSON.stringify(begin === undefined || begin >= horizon ? [] : joined)
        )
      })
    }),
    300,
  )
  t.end()
})

t.test('the spell around a day says what the answer on that day says', (t) => {
  holds(
    t,
    fc.property(model, evidence, (model, evidence) => {
      const trajectory = assess(model, evidence, { horizon })
      const tracks = tracksOf(trajectory)
      for (let count = FIRST - 5; count < FIRST + 125; count += 1) {
        const answers = answersOf(answerAt(trajectory, day(count)))
        for (const [index, track] of tracks.entries()) {
          const spell = track.spells.find(({ begin, end }) => begin <= count && count < end)
          const answer = answers[index]
          if (spell === undefined || answer === undefined) continue
          const same =
            JSON.stringify(answered(track, spell.ranks)) === JSON.stringify(answered(track, answer.ranks)) &&
            JSON.stringify(spell.summary) === JSON.stringify(answer.summary) &&
            spell.begin === answer.since &&
            spell.until === answer.until
          if (!same) return false
        }
      }
      return true
    }),
    60,
  )
  t.end()
})

t.test('every change of the answer names the leaves that flipped, and each leaf its causes', (t) => {
  holds(
    t,
    fc.property(model, evidence, (model, evidence) =>
      tracksOf(assess(model, evidence, { horizon })).every(({ spells }) =>
        spells.slice(1).every(({ began }) => {
          if (began.type !== 'flip' || began.flips.length === 0) return false
          return began.flips.every(
            ({ leaves }) => leaves.length > 0 && leaves.every(({ causes }) => causes.length > 0),
          )
        }),
      ),
    ),
    300,
  )
  t.end()
})

t.test('the horizon cuts only what is shown', (t) => {
  holds(
    t,
    fc.property(model, evidence, someDay, (model, evidence, sooner) => {
      const far = assess(model, evidence, { horizon })
      const near = tracksOf(assess(model, evidence, { horizon: sooner }))
      return tracksOf(far).every(({ spells }, index) => {
        const shown = spells
          .filter(({ begin }) => begin < sooner)
          .map(({ begin, until, ranks }) => ({ begin, until, ranks }))
        return (
          sooner > horizon ||
          JSON.stringify(shown) ===
            JSON.stringify(near[index]?.spells.map(({ begin, until, ranks }) => ({ begin, until, ranks })))
        )
      })
    }),
    300,
  )
  t.end()
})

t.test('the proof suffices: the cited events alone give the same answer', (t) => {
  holds(
    t,
    fc.property(
      model,
      evidence,
      fc.array(someDay, { minLength: 1, maxLength: 5 }),
      (model, evidence, days) => {
        const whole = assess(model, evidence, { horizon })
        return days.every((one) => {
          const answer = answerAt(whole, one)
          const cited = answerAt(assess(model, onlyFrom(evidence, answer.events), { horizon }), one)
          return tracksOf(whole).every((track, index) => {
            const [told, again] = [answersOf(answer)[index]?.ranks, answersOf(cited)[index]?.ranks]
            if (told === undefined || again === undefined) return false
            return JSON.stringify(answered(track, told)) === JSON.stringify(answered(track, again))
          })
        })
      },
    ),
    300,
  )
  t.end()
})

t.test('a vaguer date never widens certain and kept, and never narrows possible and unrefuted', (t) => {
  holds(
    t,
    fc.property(
      model,
      evidence,
      fc.nat(),
      fc.record({ before: fc.nat({ max: 20 }), after: fc.nat({ max: 20 }) }),
      (model, evidence, which, by) => {
        const [sharp, vague] = [setsOf(model, evidence), setsOf(model, widened(evidence, which, by))]
        // Under a negation too: each reading of a criterion is bounded from its own side.
        return sharp.every((sets, index) => {
          const wide = vague[index]
          return (
            wide !== undefined &&
            isSubset(wide.certain, sets.certain) &&
            isSubset(wide.kept, sets.kept) &&
            isSubset(sets.possible, wide.possible) &&
            isSubset(sets.unrefuted, wide.unrefuted)
          )
        })
      },
    ),
    300,
  )
  t.end()
})
