import fc from 'fast-check'
import t from 'tap'
import { evaluateModel } from '#domain/maturity/evaluation/evaluate.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { indexEvidence } from '#domain/maturity/evaluation/matching.js'
import { READINGS, type FourSets } from '#domain/maturity/evaluation/four-sets.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel } from '#domain/maturity/model/parse-model.js'
import { contains, isSubset } from '#domain/time/interval-set.js'
import {
  countDocument,
  DAYS_TO_LOOK_AT,
  evidenceOf,
  EXACT,
  modelDocument,
  standingDocument,
  sumDocument,
  VAGUE,
  whereDocument,
  type Vagueness,
} from '#test/support/arbitrary-maturity.js'
import { truthOn, type Inside } from '#test/support/brute-force-evaluator.js'
import { holds } from '#test/support/holds.js'
import { everyRealisation, someRealisations, type RealHistory } from '#test/support/realisations.js'

interface Placed {
  readonly name: string
  readonly criterion: CriterionDocument
  readonly inside?: Inside
  readonly sets: FourSets
}

const evaluated = (document: ModelDocument, evidence: Evidence): readonly Placed[] => {
  const model = parseModel(document)
  const { dimensions, positions } = evaluateModel(model, indexEvidence(evidence, model.inheritance))
  return [
    ...document.dimensions.flatMap(({ code, levels }, d) =>
      levels.map(({ criterion }, l) => ({
        name: `${code} ${l + 1}`,
        criterion,
        inside: { dimension: code, level: l + 1 },
        sets: dimensions[d]?.levels[l]?.sets ?? fail('every level is evaluated'),
      })),
    ),
    ...document.positions.map(({ criterion }, p) => ({
      name: `position ${p + 1}`,
      criterion,
      sets: positions[p]?.evaluated.sets ?? fail('every position is evaluated'),
    })),
  ]
}

const fail = (why: string): never => {
  throw new Error(why)
}

/** What counts under the model, for the evaluator that knows nothing of inheritance rules. */
const counting = (document: ModelDocument, { occurrences, standings }: Evidence): Evidence => {
  const own = (one: { readonly inherited?: unknown }) =>
    document.inheritance === 'full' || one.inherited === undefined
  return { occurrences: occurrences.filter(own), standings: standings.filter(own) }
}

/** For every day: in which readings all realisations hold, and in which some do. */
const bruteForce = (placed: Placed, model: ModelDocument, histories: readonly RealHistory[]) =>
  DAYS_TO_LOOK_AT.map((day) => {
    const truths = histories.map((history) =>
      truthOn(placed.criterion, day, { model, history }, placed.inside),
    )
    return {
      day,
      certain: truths.every(({ live }) => live),
      possible: truths.some(({ live }) => live),
      unrefuted: truths.some(({ kept }) => kept),
      kept: truths.every(({ kept }) => kept),
    }
  })

const assertEqual = (placed: Placed, brute: ReturnType<typeof bruteForce>): void => {
  for (const truth of brute) {
    for (const reading of READINGS) {
      if (contains(placed.sets[reading], truth.day) !== truth[reading]) {
        fail(`${placed.name}: on day ${truth.day} ${reading} should be ${String(truth[reading])}`)
      }
    }
  }
}

/** The days on both sides of every bound. */
const boundsOf = (sets: FourSets): ReadonlySet<number> =>
  new Set(
    READINGS.flatMap((reading) =>
      sets[reading].flatMap(({ begin, end }) => [begin - 1, begin, ...(end === null ? [] : [end - 1, end])]),
    ),
  )

/**
 * Looks at each side of every bound, and at every third day between. Days that are possible, and certain in no
 * reading, promise nothing: they need no look.
 */
const assertSound = (
  placed: Placed,
  model: ModelDocument,
  histories: readonly RealHistory[],
  seed: number,
): void => {
  const bounds = boundsOf(placed.sets)
  for (const day of DAYS_TO_LOOK_AT) {
    if (day % 3 !== seed % 3 && !bounds.has(day)) continue
    const [certain, possible, unrefuted, kept] = READINGS.map((reading) =>
      contains(placed.sets[reading], day),
    )
    if (certain !== true && kept !== true && possible === true && unrefuted === true) continue
    for (const history of histories) {
      const truth = truthOn(placed.criterion, day, { model, history }, placed.inside)
      const wrong =
        (certain === true && !truth.live) ||
        (kept === true && !truth.kept) ||
        (possible !== true && truth.live) ||
        (unrefuted !== true && truth.kept)
      if (wrong) fail(`${placed.name}: the sets are wrong on day ${day}`)
    }
  }
}

t.test('exact dates, quantities and attributes give the exact answer, in every reading', (t) => {
  holds(
    t,
    fc.property(modelDocument, evidenceOf(EXACT), (model, evidence) => {
      const histories = everyRealisation(evidence, 1) ?? fail('exact evidence has one realisation')
      for (const placed of evaluated(model, evidence)) {
        assertEqual(placed, bruteForce(placed, model, histories))
      }
    }),
    300,
  )
  t.end()
})

t.test('certain is never wrong and possible never misses, stale or not', (t) => {
  holds(
    t,
    fc.property(modelDocument, evidenceOf(VAGUE), fc.nat(), (model, evidence, seed) => {
      const histories = someRealisations(counting(model, evidence), 12, seed)
      for (const placed of evaluated(model, evidence)) assertSound(placed, model, histories, seed)
    }),
    300,
  )
  t.end()
})

t.test('certain lies within possible and kept, and these within unrefuted', (t) => {
  holds(
    t,
    fc.property(modelDocument, evidenceOf(VAGUE), (model, evidence) =>
      evaluated(model, evidence).every(
        ({ sets: { certain, possible, unrefuted, kept } }) =>
          isSubset(certain, possible) &&
          isSubset(possible, unrefuted) &&
          isSubset(certain, kept) &&
          isSubset(kept, unrefuted),
      ),
    ),
    300,
  )
  t.end()
})

const FEW: Vagueness = {
  ...VAGUE,
  dates: 4,
  lostBeginnings: false,
  inheritance: false,
  lives: false,
  pieces: 4,
}

const alone = (criterion: CriterionDocument): ModelDocument => {
  const wording = { fr: 'essai', en: 'test' }
  const told = { code: 'only', labels: wording, reason: wording }
  return {
    id: 'alone',
    version: 1,
    labels: wording,
    reason: wording,
    inheritance: 'full',
    unobserved: { position: wording, level: wording },
    dimensions: [{ ...told, levels: [{ ...told, criterion }] }],
    positions: [],
  }
}

const exactly = (leaf: fc.Arbitrary<CriterionDocument>, vagueness: Vagueness) =>
  fc.property(leaf, evidenceOf(vagueness), (criterion, evidence) => {
    const asked = evidenceAskedBy(criterion, evidence)
    const model = alone(criterion)
    const histories = everyRealisation(asked, 250, attributesRead(criterion))
    fc.pre(histories !== undefined)
    for (const placed of evaluated(model, asked)) assertEqual(placed, bruteForce(placed, model, histories))
  })

const attributesRead = (criterion: CriterionDocument): readonly string[] => [
  ...('sum' in criterion ? [criterion.sum] : []),
  ...('where' in criterion ? Object.keys(criterion.where ?? {}) : []),
]

/** Only what the leaf looks at, so that all realisations can be tried. */
const evidenceAskedBy = (criterion: CriterionDocument, { occurrences, standings }: Evidence): Evidence => {
  if ('standing' in criterion) {
    return {
      occurrences: [],
      standings: standings.filter(({ kind }) => kind === criterion.standing).slice(0, 1),
    }
  }
  const kinds = 'count' in criterion ? criterion.count : 'sum' in criterion ? criterion.of : []
  return { occurrences: occurrences.filter(({ kind }) => kinds.includes(kind)).slice(0, 2), standings: [] }
}

t.test('a count without fresh is exact on both sides', (t) => {
  holds(t, exactly(countDocument({ fresh: false, where: whereDocument }), FEW), 300)
  t.end()
})

t.test('a sum without fresh is exact on both sides, unless where reads what is summed', (t) => {
  const where = whereDocument.map((asked) =>
    asked === undefined
      ? undefined
      : Object.fromEntries(Object.entries(asked).filter(([attribute]) => attribute !== 'size')),
  )
  holds(t, exactly(sumDocument({ fresh: false, where }), FEW), 300)
  t.end()
})

t.test('a single standing without fresh, suspensions and changes is exact on both sides', (t) => {
  holds(t, exactly(standingDocument({ fresh: false, where: whereDocument }), FEW), 300)
  t.end()
})

t.test('a single leaf over a life of changes and suspensions, with fresh, is a sound bound', (t) => {
  const shape = { fresh: true, where: whereDocument }
  const leaf = fc.oneof(
    { weight: 3, arbitrary: standingDocument(shape) },
    { weight: 1, arbitrary: countDocument(shape) },
    { weight: 1, arbitrary: sumDocument(shape) },
  )
  const lives: Vagueness = { ...VAGUE, dates: 3 }
  holds(
    t,
    fc.property(leaf, evidenceOf(lives), fc.nat(), (criterion, evidence, seed) => {
      const asked = evidenceAskedBy(criterion, evidence)
      const model = alone(criterion)
      const histories =
        everyRealisation(asked, 200, attributesRead(criterion)) ?? someRealisations(asked, 100, seed)
      for (const placed of evaluated(model, asked)) assertSound(placed, model, histories, seed)
    }),
    600,
  )
  t.end()
})
