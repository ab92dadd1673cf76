import fc from 'fast-check'
import t from 'tap'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import { evaluateModel } from '#domain/maturity/evaluation/evaluate.js'
import type { FourSets } from '#domain/maturity/evaluation/four-sets.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { comesOnce } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { isSubset } from '#domain/time/interval-set.js'
import { fact, type Telling } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'
import { evidence } from './evidence-told.js'

/**
 * Sources that contradict each other, read by another route than the one under test: as many histories as there are ways to
 * believe one source for each stage. What holds for certain holds in all of them; what holds in one of them is possible.
 */

interface Claim {
  readonly stage: string
  readonly telling: Telling
}

/** Kinds whose criteria read single codes, quantities, ages and news; none of their attributes is a list of codes. */
const kinds = ['sponsor', 'setback', 'lab', 'residency', 'membership'] as const satisfies readonly KindCode[]

const codesOf = (kind: KindCode, attribute: string): readonly string[] => {
  const declared = kindOf(kind).attributes[attribute]
  return declared !== undefined && 'codes' in declared ? Object.keys(declared.codes) : []
}

const attributesOf = (kind: KindCode, stage: string): fc.Arbitrary<Readonly<Record<string, unknown>>> => {
  if (kind === 'sponsor') return fc.constantFrom(...codesOf(kind, 'nature')).map((nature) => ({ nature }))
  if (kind === 'setback') return fc.constantFrom('no-lab', 'budget-cut').map((nature) => ({ nature }))
  if (kind !== 'lab') return fc.constant({})
  return stage === 'ended'
    ? fc.constantFrom('chosen-dissolution', 'budget-cut').map((reason) => ({ reason }))
    : fc.constantFrom(2, 3, 4, '2..4').map((team) => ({ team })) // a team known to be of 5 is asked otherwise
}

const dates = fc.constantFrom('2010-01-31', '2011-01-31', '2012-03', '2013', '2014-01-31', '2016-02-29')

const claimsOf = (kind: KindCode): fc.Arbitrary<readonly Claim[]> => {
  const stages = stagesOfKind(kindOf(kind)).filter((stage) => comesOnce(stage) && stage !== 'abandoned')
  return fc.array(
    fc
      .constantFrom(...stages)
      .chain((stage) =>
        fc.tuple(fc.constant(stage), dates, attributesOf(kind, stage), fc.constantFrom('a', 'b', 'c')),
      )
      .map(([stage, occurred, attributes, reference]) => ({
        stage,
        telling: fact(kind, stage, { occurred, attributes, source: { reference } }),
      })),
    { minLength: 1, maxLength: 5 },
  )
}

/** Every way to believe one claim about each stage. */
const believed = (claims: readonly Claim[]): readonly (readonly Telling[])[] =>
  [...new Set(claims.map(({ stage }) => stage))].reduce<readonly (readonly Telling[])[]>(
    (ways, stage) =>
      claims
        .filter((claim) => claim.stage === stage)
        .flatMap(({ telling }) => ways.map((way) => [...way, telling])),
    [[]],
  )

const setsOf = (tellings: readonly Telling[]): readonly FourSets[] => {
  const { dimensions, positions } = evaluateModel(FIRST_MODEL, indexEvidence(evidence(...tellings), 'full'))
  return [
    ...dimensions.flatMap(({ levels }) => levels.map(({ sets }) => sets)),
    ...positions.map(({ evaluated }) => evaluated.sets),
  ]
}

t.test('what is certain holds whichever source is right, and what holds if one is right is possible', (t) => {
  holds(
    t,
    fc.property(fc.constantFrom(...kinds).chain(claimsOf), (claims) => {
      const together = setsOf(claims.map(({ telling }) => telling))
      return believed(claims).every((way) =>
        setsOf(way).every((alone, place) => {
          const all = together[place]
          return (
            all !== undefined &&
            isSubset(all.certain, alone.certain) &&
            isSubset(all.kept, alone.kept) &&
            isSubset(alone.possible, all.possible) &&
            isSubset(alone.unrefuted, all.unrefuted)
          )
        }),
      )
    }),
    1500,
  )
  t.end()
})
