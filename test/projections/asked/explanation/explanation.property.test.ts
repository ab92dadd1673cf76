import fc from 'fast-check'
import t from 'tap'
import { answerAt, type Answer } from '#domain/maturity/answer.js'
import { READINGS, NEGATED, type Reading } from '#domain/maturity/evaluation/four-sets.js'
import { ModelDocument } from '#domain/maturity/model/model.js'
import { day, dayOfCivil } from '#domain/time/day.js'
import { explain } from '#projections/asked/explanation/explain.js'
import { Explanation, type CriterionNode } from '#projections/asked/explanation/explanation.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { arbitrarySuccession, arbitraryTellings } from '#test/support/arbitrary-histories.js'
import { evidenceOf, FIRST, modelDocument, VAGUE } from '#test/support/arbitrary-maturity.js'
import { eventsFrom, organisationId, registered, succeeded } from '#test/support/histories.js'
import { holds } from '#test/support/holds.js'
import { askedOn, assessedEvidence, explained, firstModel, named, nodesOf } from './explained.js'

const someDay = fc.integer({ min: FIRST - 5, max: FIRST + 130 }).map(day)
const anyDay = fc.integer({ min: dayOfCivil(2009, 1, 1), max: dayOfCivil(2030, 1, 1) }).map(day)

/** Models of the small vocabulary, moved to kinds of the catalogue: their criteria negate and nest as no sample does. */
const catalogueModel = fc.oneof(
  fc.constant(firstModel),
  modelDocument.map((document) => {
    const words: Readonly<Record<string, string>> = {
      alpha: 'seminar',
      beta: 'training-session',
      gamma: 'lab',
      delta: 'setback',
      size: 'participants',
    }
    const text = JSON.stringify(document).replaceAll(
      /"(alpha|beta|gamma|delta|size)"/g,
      (quoted) => `"${words[quoted.slice(1, -1)] ?? ''}"`,
    )
    return named(ModelDocument.parse(JSON.parse(text)))
  }),
)

/** A stream alone, or one that succeeded two others on a day. */
const streams: fc.Arbitrary<LineageEvents> = fc.oneof(
  arbitraryTellings.map((tellings) => ({
    id: organisationId('region-essai'),
    events: eventsFrom(1, ...tellings),
    predecessors: [],
  })),
  arbitrarySuccession.map(({ north, south, own }) => {
    const before = (id: string, first: number, tellings: typeof north) => ({
      id: organisationId(id),
      events: eventsFrom(first, ...tellings, succeeded('region-essai', '2016-01-01'), registered(id)),
      predecessors: [],
    })
    return {
      id: organisationId('region-essai'),
      events: eventsFrom(1, ...own),
      predecessors: [before('region-nord', 1001, north), before('region-sud', 2001, south)],
    }
  }),
)

/** Only the cited events, and what was told of the organisations themselves. */
const onlyCited = (
  { id, events, predecessors }: LineageEvents,
  cited: ReadonlySet<string>,
): LineageEvents => ({
  id,
  events: events.filter((event) => cited.has(event.id) || event.type.startsWith('Organisation')),
  predecessors: predecessors.map((predecessor) => onlyCited(predecessor, cited)),
})

/** Position, levels and states; of the levels the highest, as a track answers. */
const answered = ({ position, dimensions }: Answer) => ({
  position: { ranks: position.ranks, state: position.summary },
  dimensions: dimensions.map(({ ranks, summary }) => ({
    highest: READINGS.map((reading) => ranks[reading].at(-1) ?? 0),
    summary,
  })),
})

t.test('the proof suffices: the cited events alone give the same answer', (t) => {
  holds(
    t,
    fc.property(streams, catalogueModel, anyDay, (streams, model, asOf) => {
      const question = askedOn(asOf)
      const { events, explained: on } = explained(streams, asOf, model)
      const explainedDay = dayOfCivil(Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8)))
      const answerTo = (some: LineageEvents) =>
        answered(answerAt(assessOrganisation(some, model.model, question).trajectory, explainedDay))
      return (
        JSON.stringify(answerTo(onlyCited(streams, new Set(events)))) === JSON.stringify(answerTo(streams))
      )
    }),
    300,
  )
  t.end()
})

/** What a node answers by its own parts; leaves answer for themselves, and levels are looked up. */
const composed = (
  node: CriterionNode,
  reading: Reading,
  level: (dimension: string, level: number) => CriterionNode | undefined,
): boolean => {
  const parts = (which: Reading) => node.parts.map((part) => composed(part, which, level))
  switch (node.form) {
    case 'count':
    case 'sum':
    case 'standing':
      return node.answer.holds[reading]
    case 'all':
      return parts(reading).every(Boolean)
    case 'any':
      return parts(reading).some(Boolean)
    case 'of':
      return parts(reading).filter(Boolean).length >= (node.atLeast ?? Number.NaN)
    case 'not':
      return !(parts(NEGATED[reading])[0] ?? false)
    case 'level':
      return (node.reads?.levels ?? []).some((read) => {
        const found = level(node.reads?.dimension ?? '', read)
        return found !== undefined && composed(found, reading, level)
      })
  }
}

t.test('the trees compose to the answer of the engine, in every reading', (t) => {
  holds(
    t,
    fc.property(modelDocument, evidenceOf(VAGUE), someDay, (document, evidence, asOf) => {
      const assessed = assessedEvidence(document, evidence)
      const { position, dimensions } = explain(assessed, named(document), askedOn(asOf))
      const answer = answerAt(assessed.trajectory, asOf)
      const level = (code: string, rank: number) =>
        dimensions.find(({ dimension }) => dimension.code === code)?.levels[rank - 1]?.criterion
      const ranks = (ranked: readonly { readonly rank: number; readonly criterion: CriterionNode }[]) =>
        Object.fromEntries(
          READINGS.map((reading) => [
            reading,
            ranked.filter(({ criterion }) => composed(criterion, reading, level)).map(({ rank }) => rank),
          ]),
        )
      const same = (told: unknown, engine: Readonly<Record<Reading, readonly number[]>>) =>
        JSON.stringify(told) ===
        JSON.stringify(Object.fromEntries(READINGS.map((reading) => [reading, engine[reading]])))
      return (
        same(ranks(position.positions), answer.position.ranks) &&
        dimensions.every(({ levels }, index) => {
          const track = answer.dimensions[index]
          return track !== undefined && same(ranks(levels), track.ranks)
        })
      )
    }),
    300,
  )
  t.end()
})

t.test('every «perhaps» names what is missing, and nothing else does', (t) => {
  holds(
    t,
    fc.property(modelDocument, evidenceOf(VAGUE), someDay, (document, evidence, asOf) => {
      const explanation = explain(assessedEvidence(document, evidence), named(document), askedOn(asOf))
      return nodesOf(explanation).every(({ answer: { state, surely }, missing }) => {
        const perhaps = state === 'possible' || (state === 'stale' && surely === false)
        return perhaps === missing.length > 0
      })
    }),
    300,
  )
  t.end()
})

t.test('a leaf holds, fresh or not, exactly where its shortfall says that there is enough', (t) => {
  holds(
    t,
    fc.property(modelDocument, evidenceOf(VAGUE), someDay, (document, evidence, asOf) => {
      const explanation = explain(assessedEvidence(document, evidence), named(document), askedOn(asOf))
      return nodesOf(explanation).every(
        ({ shortfall, answer: { holds } }) =>
          shortfall === undefined ||
          (shortfall.least >= shortfall.asked === holds.kept &&
            shortfall.most >= shortfall.asked === holds.unrefuted &&
            (shortfall.lacks === 0) === holds.kept),
      )
    }),
    300,
  )
  t.end()
})

t.test('an explanation of any history is as its schema says, and says nothing empty or undefined', (t) => {
  holds(
    t,
    fc.property(streams, catalogueModel, anyDay, (streams, model, asOf) => {
      const explanation = explained(streams, asOf, model)
      const sentences = [
        explanation.position.sentence,
        ...explanation.dimensions.map(({ sentence }) => sentence),
        ...explanation.situations.map(({ sentence }) => sentence),
        ...explanation.warnings.map(({ sentence }) => sentence),
        ...nodesOf(explanation).flatMap(({ form, asks, sentence, missing }) => [
          asks,
          ...(['count', 'sum', 'standing'].includes(form) ? [sentence] : []),
          ...missing.map((one) => one.sentence),
        ]),
      ]
      const wellSaid = (text: string) => text.trim() !== '' && !/undefined|null|NaN|\s\s|\s,|\.\./.test(text)
      const days = explanation.warnings.map((warning) => warning.day)
      return (
        Explanation.safeParse(JSON.parse(JSON.stringify(explanation))).success &&
        sentences.every(({ fr, en }) => wellSaid(fr) && wellSaid(en)) &&
        JSON.stringify(days) === JSON.stringify(days.toSorted())
      )
    }),
    300,
  )
  t.end()
})
