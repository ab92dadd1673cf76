import fc from 'fast-check'
import t, { type Test } from 'tap'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import { ModelDocument } from '#domain/maturity/model/model.js'
import { parseModel, type Model } from '#domain/maturity/model/parse-model.js'
import { ActorId } from '#domain/kernel/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { day, dayOfIso, type Day, addDuration } from '#domain/time/day.js'
import { targetIn, type Target } from '#projections/asked/advice/target.js'
import { plansOf } from '#projections/asked/advice/next-steps.js'
import { describePlans } from '#projections/asked/advice/describe-plan.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { questionOf } from '#domain/trajectory/question.js'
import { contains } from '#domain/time/interval-set.js'
import { factOfInput, StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import { factEvent } from '#domain/steps/step-event.js'
import { arbitraryFact, arbitraryTellings } from '#test/support/arbitrary-histories.js'
import { modelDocument } from '#test/support/arbitrary-maturity.js'
import { propertyRuns } from '#test/support/property.js'
import { holds } from '#test/support/holds.js'
import {
  dayOf,
  eventId,
  eventsTold,
  organisationId,
  registered,
  type Telling,
} from '#test/support/histories.js'

const RUNS = 300

const named = (model: Model): ModelNamed => ({
  model,
  hash: 'essai',
  labels: { fr: 'essai', en: 'test' },
  unobserved: { position: { fr: 'rien', en: 'nothing' }, level: { fr: 'rien', en: 'nothing' } },
})

const streamsOf = (tellings: readonly Telling[]): LineageEvents => ({
  id: organisationId('region-essai'),
  events: eventsTold(...tellings, registered()),
  predecessors: [],
})

/** What the advice says to record is recorded, and the target asked for again: by none of the code that gave the advice. */
const isReached = (
  streams: LineageEvents,
  model: Model,
  target: Target,
  advised: ReturnType<typeof describePlans>[number]['advised'][number],
): boolean => {
  const by = dayOfIso(advised.by) ?? day(0)
  const recordedAt = (by + 0.75) * 86_400_000
  const events = advised.facts.map((told, place) => {
    const input = factOfInput(StepInput.parse(told), () => eventId(9_000_000 + place))
    const event = input && factEvent(input.kind, input.stage, input.fact)
    if (input === undefined || event === undefined) throw new Error(`no fact: ${JSON.stringify(told)}`)
    return { ...event, id: input.id, recordedAt, actor: ActorId.parse('agent:test') }
  })
  const question = { ...questionOf({ asOf: by }, 8e15), horizon: addDuration(by, { months: 12, days: 0 }) }
  const after = { ...streams, events: [...streams.events, ...events] }
  const { trajectory } = assessOrganisation(after, model, question, { causes: false })
  return contains(targetIn(trajectory, target)?.sets.certain ?? [], by)
}

/** Every route that is advised for some targets reaches them; gives how many routes there were. */
const adviceWorks = (
  tellings: readonly Telling[],
  model: Model,
  asOf: Day,
  wanted: (target: Target) => boolean,
): number => {
  const streams = streamsOf(tellings)
  const question = questionOf({ asOf }, Date.UTC(2030, 0, 1))
  const { plans } = plansOf({ streams, named: named(model), question }, 'cheap-and-shared-first', wanted)
  let routes = 0
  for (const plan of plans) {
    for (const advised of describePlans([plan], named(model), streams, question).flatMap(
      (told) => told.advised,
    )) {
      routes += 1
      if (!isReached(streams, model, plan.target, advised)) {
        throw new Error(`does not reach ${JSON.stringify(plan.target)}: ${JSON.stringify(advised)}`)
      }
    }
  }
  return routes
}

const asked = fc.integer({ min: dayOf('2014-01-01'), max: dayOf('2027-12-31') }).map(day)

t.test('the advice works on generated histories, under the first model', async (t: Test) => {
  let routes = 0
  holds(
    t,
    fc.property(arbitraryTellings, asked, fc.integer({ min: 0, max: 4 }), (tellings, asOf, part) => {
      const inPart = ({ dimension = '', rank }: Target): boolean => (rank + dimension.length) % 5 === part
      routes += adviceWorks(tellings, FIRST_MODEL, asOf, inPart)
    }),
    RUNS,
  )
  t.ok(routes > propertyRuns(RUNS).numRuns, `${routes} routes were tried`)
})

/** The small vocabulary of random models, in words of the catalogue. */
const inCatalogue: Readonly<Record<string, string>> = {
  alpha: 'seminar',
  beta: 'training-session',
  gamma: 'lab',
  delta: 'place',
  size: 'participants',
  a: 'agents',
  b: 'elected',
  c: 'public',
}
const catalogueModels = modelDocument.map((document) =>
  parseModel(
    ModelDocument.parse(
      JSON.parse(
        JSON.stringify(document).replaceAll(/"([a-z]+)"/g, (quoted, word: string) =>
          word in inCatalogue ? `"${inCatalogue[word] ?? ''}"` : quoted,
        ),
      ),
    ),
  ),
)

const kinds: readonly KindCode[] = ['seminar', 'training-session', 'lab', 'place']
const randomFacts = fc.array(
  fc.oneof(...kinds.flatMap((kind) => [1, 2].map((number) => arbitraryFact(kind, `${kind}-${number}`)))),
  { maxLength: 8 },
)

t.test('the advice works under random models', async (t: Test) => {
  let routes = 0
  holds(
    t,
    fc.property(randomFacts, catalogueModels, asked, (tellings, model, asOf) => {
      routes += adviceWorks(tellings, model, asOf, () => true)
    }),
    RUNS,
  )
  t.ok(routes > propertyRuns(RUNS).numRuns, `${routes} routes were tried`)
})
