import fc from 'fast-check'
import type { MergePatch } from '#domain/kernel/merge-patch.js'
import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kindOf, kinds, type Kind, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { Role } from '#domain/steps/roles.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { calendarUnits, impreciseDates, singleDates } from './imprecise-dates.js'
import { corrected, fact, on, retracted, type Telling, type Told } from './histories.js'

/** Facts within a few years, so that dates meet, overlap and contradict each other. */
const units = calendarUnits(2012, 2016)
const texts = <D extends { readonly text: string }>(dates: fc.Arbitrary<D>): fc.Arbitrary<string> =>
  dates.map(({ text }) => text)

const claimsAbout = (declaration: AttributeDeclaration): fc.Arbitrary<unknown> => {
  switch (declaration.type) {
    case 'quantity':
      return fc.constantFrom(3, 5, '3..15', '30~')
    case 'code':
      return fc.constantFrom(...Object.keys(declaration.codes))
    case 'codes':
      return fc.subarray(Object.keys(declaration.codes), { minLength: 1 })
    case 'flag':
      return fc.boolean()
    case 'text':
      return fc.constant('un texte')
  }
}

const attributes = (kind: Kind): fc.Arbitrary<Told> =>
  fc.record(
    Object.fromEntries(
      Object.entries(kind.attributes).map(([name, declaration]) => [name, claimsAbout(declaration)]),
    ),
    { requiredKeys: [] },
  )

const dates: fc.Arbitrary<Told> = fc.oneof(
  texts(impreciseDates(units)).map((occurred) => ({ occurred })),
  texts(impreciseDates(units)).map((within) => ({ within })),
  fc.constant({}),
)

const sources = fc.constantFrom({}, { source: { reference: 'a' } }, { source: { reference: 'b' } })
const roles = fc.oneof(fc.constant('lead'), fc.constantFrom(...Role.options))

/** What a fact of a kind may tell. */
const tellings = (kind: Kind): fc.Arbitrary<Told> =>
  fc
    .record(
      { statedOn: texts(singleDates(units)), attributes: attributes(kind), jointId: fc.constant('joint') },
      { requiredKeys: [] },
    )
    .chain((told) =>
      fc.tuple(dates, sources, roles).map(([date, source, role]) => ({ ...told, ...date, ...source, role })),
    )

const recordingDays = fc.constantFrom('2016-06-01', '2016-06-02', '2020-01-01', '2026-01-01')

/** One fact of a step, in any stage of its kind, recorded on some day. */
export const arbitraryFact = (code: KindCode, stepId: string): fc.Arbitrary<Telling> => {
  const kind = kindOf(code)
  return fc
    .tuple(fc.constantFrom(...stagesOfKind(kind)), tellings(kind), recordingDays)
    .map(([stage, told, day]) => on(day, fact(code, stage, { ...told, stepId })))
}

/** Any kind, those with the richest lives about half of the time. */
export const arbitraryKind: fc.Arbitrary<KindCode> = fc.oneof(
  fc.constantFrom<KindCode[]>('lab', 'transfo', 'seminar', 'setback', 'partnership'),
  fc.constantFrom(...kinds.map(({ code }) => code)),
)

const threeKinds = fc.tuple(arbitraryKind, arbitraryKind, arbitraryKind)

/** The facts of up to three steps, without amendments, in any order of recording. */
export const arbitraryFacts: fc.Arbitrary<readonly Telling[]> = threeKinds.chain((kinds) =>
  factsOfSteps(kinds, ['step-a', 'step-b', 'step-c'], 1),
)

const factsOfSteps = (
  [a, b, c]: readonly [KindCode, KindCode, KindCode],
  steps: readonly [string, string, string],
  minLength: number,
): fc.Arbitrary<readonly Telling[]> =>
  fc.array(fc.oneof(arbitraryFact(a, steps[0]), arbitraryFact(b, steps[1]), arbitraryFact(c, steps[2])), {
    minLength,
    maxLength: 8,
  })

/** The facts of two predecessors, each with steps of its own, and of a successor that records later stages of some. */
export const arbitrarySuccession: fc.Arbitrary<{
  readonly north: readonly Telling[]
  readonly south: readonly Telling[]
  readonly own: readonly Telling[]
}> = threeKinds.chain((kinds) =>
  fc.record({
    north: factsOfSteps(kinds, ['north-a', 'north-b', 'north-c'], 0),
    south: factsOfSteps(kinds, ['south-a', 'south-b', 'south-c'], 0),
    own: factsOfSteps(kinds, ['north-a', 'south-b', 'own-c'], 0),
  }),
)

/** Corrections that keep a fact valid, whatever its kind. */
export const arbitraryChanges: fc.Arbitrary<MergePatch> = fc.oneof<fc.Arbitrary<MergePatch>[]>(
  texts(impreciseDates(units)).map((occurred) => ({ occurred, within: null })),
  texts(impreciseDates(units)).map((within) => ({ within, occurred: null })),
  texts(singleDates(units)).map((statedOn) => ({ statedOn })),
  roles.map((role) => ({ role })),
  fc.constant({ attributes: null, statedOn: null }),
)

/** The same with corrections and retractions of some of the facts, recorded after them. */
export const arbitraryTellings: fc.Arbitrary<readonly Telling[]> = arbitraryFacts.chain((facts) => {
  const target = fc.integer({ min: 1, max: facts.length })
  const amendment = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(target, arbitraryChanges).map(([to, changes]) => corrected(to, changes)),
    },
    { weight: 1, arbitrary: target.map((of) => retracted(of)) },
  )
  return fc.array(amendment, { maxLength: 3 }).map((amendments) => [...facts, ...amendments])
})
