import fc from 'fast-check'
import t from 'tap'
import { evidenceOfOrganisation } from '#domain/evidence/evidence-of-organisation.js'
import { catalogueVocabulary } from '#domain/maturity/validation/catalogue-vocabulary.js'
import { validateModel } from '#domain/maturity/validation/validate-model.js'
import type { CriterionDocument, ModelDocument } from '#domain/maturity/model/model.js'
import { historyOf } from '#domain/organisation/history.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { day, dayOfCivil, isoOfDay } from '#domain/time/day.js'
import { truthOn } from '#test/support/brute-force-evaluator.js'
import { eventsTold, fact, organisationId, type Telling } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'
import { propertyRuns } from '#test/support/property.js'
import { someRealisations } from '#test/support/realisations.js'

/** Evidence that one step yields side by side, asked for in every way that may contradict the rest. */
const windows = fc.constantFrom({}, { within: 'P1Y' }, { within: 'P3Y' }, { fresh: 'P1Y' }, { fresh: 'P3Y' })
const counts: fc.Arbitrary<CriterionDocument> = fc
  .tuple(
    fc.subarray(['residency-completed', 'residency-abandoned', 'lab-begun', 'lab-ended', 'seminar'], {
      minLength: 1,
      maxLength: 2,
    }),
    fc.constantFrom(1, 2),
    windows,
  )
  .map(([count, atLeast, window]) => ({ count, atLeast, ...window }))
const standings: fc.Arbitrary<CriterionDocument> = fc
  .tuple(
    fc.constantFrom('residency', 'residency-undertaken', 'lab'),
    fc.constantFrom(1, 2),
    fc.constantFrom({ fresh: null }, { fresh: 'P1Y' }, { fresh: 'P3Y', for: 'P3M' }),
  )
  .map(([standing, atLeast, asked]) => ({ standing, atLeast, ...asked }))
const leaf = fc.oneof(counts, standings)
const signed = fc.oneof(
  leaf,
  leaf.map((not): CriterionDocument => ({ not })),
)
const criteria: fc.Arbitrary<CriterionDocument> = fc
  .array(signed, { minLength: 2, maxLength: 4 })
  .map((all) => ({ all }))

const wording = { fr: 'essai', en: 'test' }
const modelOf = (criterion: CriterionDocument): ModelDocument => {
  const seminar = { count: ['seminar'], atLeast: 1 }
  const levels = [{ code: 'one', labels: wording, reason: wording, criterion: seminar }]
  return {
    id: 'essai',
    version: 1,
    labels: wording,
    reason: wording,
    inheritance: 'full',
    unobserved: { position: wording, level: wording },
    dimensions: [{ code: 'first', labels: wording, reason: wording, levels }],
    positions: [{ code: 'one', export: 'ONE', labels: wording, reason: wording, criterion }],
  }
}

/** A step begun on one day or never on record, and over on another or not: exact, for one thing is derived in many ways. */
const life = (kind: KindCode, stepId: string, [begin, end]: readonly [FactStage, FactStage]) =>
  fc
    .record({
      begins: fc.integer({ min: 0, max: 900 }),
      lasts: fc.integer({ min: 0, max: 500 }),
      stages: fc.constantFrom([begin], [end], [begin, end]),
    })
    .map(({ begins, lasts, stages }) =>
      stages.map((stage) =>
        fact(kind, stage, { stepId, occurred: isoOfDay(day(FIRST + begins + (stage === end ? lasts : 0))) }),
      ),
    )
const lives = fc
  .tuple(
    ...['a', 'b'].map((stepId) => life('residency', `residency-${stepId}`, ['started', 'completed'])),
    ...['a', 'b'].map((stepId) => life('lab', `lab-${stepId}`, ['begun', 'ended'])),
    life('seminar', 'seminar', ['happened', 'happened']),
  )
  .chain((steps) => fc.subarray(steps))
  .map((steps): readonly Telling[] => steps.flat())

const FIRST = dayOfCivil(2011, 6, 15)
const daysToLookAt = Array.from({ length: 40 }, (_, index) => FIRST + index * 61)

t.test('what is refused as never to be reached is reached on no day of any history', (t) => {
  let refused = 0
  holds(
    t,
    fc.property(criteria, lives, (criterion, tellings) => {
      const model = modelOf(criterion)
      if (validateModel(model, catalogueVocabulary).valid) return true
      refused += 1
      const evidence = evidenceOfOrganisation(
        { id: organisationId('org'), history: historyOf(eventsTold(...tellings)), predecessors: [] },
        'full',
      )
      return someRealisations(evidence, 0, 0).every((history) =>
        daysToLookAt.every((one) => !truthOn(criterion, one, { model, history }).live),
      )
    }),
    600,
  )
  t.ok(refused > propertyRuns(600).numRuns / 30, `${refused} were refused`)
  t.end()
})
