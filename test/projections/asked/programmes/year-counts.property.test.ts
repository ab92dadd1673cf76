import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { foldedAlone } from '#test/support/row-derived.js'
import { civilOfDay, day, type Day } from '#domain/time/day.js'
import {
  programmesTaken,
  type ProgrammesTaken,
  programmesRowOf,
} from '#projections/kept/programmes/programmes.js'
import { datedDaysOf } from '#projections/kept/programmes/programmes-row.js'
import { countsByYear, type Count, type Counts } from '#projections/asked/programmes/year-counts.js'
import { eventsTold, fact, organisationId, registered } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'

/** A participation with a date, vague or not; those of one joint id are one step. */
const participations = fc.array(
  fc.record({
    organisation: fc.constantFrom('a', 'b', 'c'),
    joint: fc.constantFrom(undefined, 'one', 'two'),
    role: fc.constantFrom('lead', 'lead', 'operator'),
    dates: fc.constantFrom(
      { occurred: '2010-05' },
      { occurred: '2010' },
      { occurred: '2011-24' },
      { occurred: '2009-12-31' },
      { occurred: '201X' },
      { within: '2010-06/2012-02' },
      { within: '2009/2011' },
      {},
    ),
  }),
  { maxLength: 7 },
)

const takenOf = (
  all: readonly { organisation: string; joint: string | undefined; role: string; dates: object }[],
): ProgrammesTaken =>
  programmesTaken.viewOf(
    [...new Set(all.map(({ organisation }) => organisation))].map((id) => {
      const derived = programmesRowOf(
        foldedAlone(
          organisationId(id),
          eventsTold(
            registered(id),
            ...all.flatMap(({ organisation, joint, role, dates }, index) =>
              organisation === id
                ? [
                    fact('transfo', 'started', {
                      stepId: `s${index}`,
                      programme: 'transfo',
                      statedOn: '2015',
                      role,
                      ...dates,
                      ...(joint === undefined ? {} : { jointId: joint }),
                    }),
                  ]
                : [],
            ),
          ),
        ),
      )
      if (!derived.derived) throw new Error(derived.reason)
      return derived.row
    }),
  )

interface Realised {
  readonly participates: boolean
  readonly organisation: string
  readonly step: string
  readonly day: Day
}

/** One way in which all of it may have been: a day for each that is dated, drawn from its range. */
const realised = (taken: ProgrammesTaken, draws: readonly number[]): readonly Realised[] =>
  [...taken.values()].flatMap(({ id, parts }) =>
    parts.flatMap((part, index) => {
      const range = datedDaysOf(part)
      const draw = draws[index % draws.length] ?? 0
      return range === undefined
        ? []
        : [
            {
              organisation: id,
              participates: part.role !== 'operator',
              step: part.jointId ?? `${id} ${part.stepId}`,
              day: day(range.earliest + Math.floor(draw * (range.latest - range.earliest))),
            },
          ]
    }),
  )

const isIn =
  (from: number, to: number) =>
  ({ day: when }: Realised): boolean =>
    civilOfDay(when).year >= from && civilOfDay(when).year <= to

const firstOfEachStep = (all: readonly Realised[]): readonly Realised[] =>
  [...new Set(all.map(({ step }) => step))].flatMap(
    (step) => all.filter((one) => one.step === step).toSorted((one, other) => one.day - other.day)[0] ?? [],
  )

const within = (count: Count, real: number, what: string): void =>
  assert.ok(
    count.certain <= real && real <= count.certain + count.possible,
    `${what}: ${real} is not within ${count.certain} (+${count.possible})`,
  )

const check = (counts: Counts, all: readonly Realised[], from: number, to: number): void => {
  const inYears = all.filter(({ participates }) => participates).filter(isIn(from, to))
  within(counts.participations, inYears.length, `participations ${from}-${to}`)
  within(
    counts.organisations,
    new Set(inYears.map(({ organisation }) => organisation)).size,
    `organisations ${from}-${to}`,
  )
  within(counts.steps, firstOfEachStep(all).filter(isIn(from, to)).length, `steps ${from}-${to}`)
}

const draws = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 })

t.test(
  'however the vague dates really were, each year and the period have between the certain and the possible',
  (t) => {
    holds(
      t,
      fc.property(participations, draws, (all, drawn) => {
        const taken = takenOf(all)
        const { all: counts } = countsByYear(taken, { from: 2008, to: 2016 }, 2020)
        const real = realised(taken, drawn)
        for (const year of counts.years) check(year, real, year.year, year.year)
        check(counts.period, real, 2008, 2016)
      }),
      300,
    )
    t.end()
  },
)

t.test('certain years never add up to more than the period, which has each once', (t) => {
  holds(
    t,
    fc.property(participations, (all) => {
      const { all: counts } = countsByYear(takenOf(all), { from: 2008, to: 2025 }, 2020)
      for (const measure of ['steps', 'participations'] as const) {
        const certain = counts.years.reduce((sum, year) => sum + year[measure].certain, 0)
        assert.ok(certain <= counts.period[measure].certain)
      }
      assert.ok(counts.period.organisations.certain <= 3)
      assert.equal(
        counts.period.steps.certain + counts.undated,
        new Set(all.map(({ joint }, index) => joint ?? index)).size,
      )
    }),
    300,
  )
  t.end()
})
