import { ActorId, EventId, StepId, type OrganisationId } from '#domain/kernel/identifiers.js'
import type { DecidedEvent } from '#domain/organisation/organisation-event.js'
import type { NewFact, OrganisationCommand } from '#domain/organisation/command.js'
import { decide } from '#domain/organisation/decide.js'
import { continued, initialState, type OrganisationHistory } from '#domain/organisation/history.js'
import type { Instant } from '#domain/kernel/instant.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import { parisDayOf } from '#domain/time/day.js'
import { uuidV5 } from '#src/handling/writing/derived-id.js'
import { budgetsOf } from './budgets.js'
import { inventOrganisations, type InventedOrganisation } from './invented-organisations.js'
import { factsOfPart, inventStep, type InventedStep, type Part } from './invented-steps.js'
import { seededRandom, type SeededRandom } from './seeded-random.js'
import { amended, rolesAlone, told } from './shares.js'
import { inventSharedSteps, type SharedPart } from './shared-lives.js'

/** How much is made up; the same numbers give the same history, to the byte. */
export interface SyntheticSize {
  readonly organisations: number
  /** Of steps: neither registrations nor corrections count. */
  readonly facts: number
  readonly seed: number
}

export interface SyntheticEvent {
  readonly event: DecidedEvent
  /** The moment at which it counts as recorded. */
  readonly recordedAt: Instant
}

/** What the stream of one organisation is to hold, in this order. */
export interface SyntheticLife {
  readonly organisation: OrganisationId
  readonly events: readonly SyntheticEvent[]
}

/** Who recorded what nobody did. */
export const SYNTHETIC_ACTOR = ActorId.parse('system:synthesis')

/** What is made up counts as recorded in these two years, one organisation after the other: no clock is asked. */
const FIRST_RECORDED = Date.parse('2024-01-02T08:00:00.000Z')
const RECORDING: Instant = Date.parse('2025-12-31T18:00:00.000Z') - FIRST_RECORDED

/** Makes the ids of everything that is made up, from its seed and its place. */
const NAMESPACE = 'c8a4c0de-27e2-4f57-9a27-27e27e27e003'

/**
 * A history that never happened, life by life in the order in which it is recorded: kinds, vagueness, steps taken together,
 * setbacks and corrections in the shares of the real one. Every event was decided by the rules that all others keep.
 */
export function* syntheticHistory(size: SyntheticSize): Generator<SyntheticLife> {
  const random = seededRandom(size.seed)
  const organisations = inventOrganisations(size.organisations, random)
  const budgets = budgetsOf(size.organisations, size.facts, random)
  const shared = inventSharedSteps(budgets, random)
  const slot = Math.floor(RECORDING / size.organisations)
  for (const [place, invented] of organisations.entries()) {
    const commands = commandsOf(invented, budgets[place] ?? 0, shared.get(place) ?? [], random, (what) =>
      EventId.parse(uuidV5(NAMESPACE, `${size.seed} ${invented.id} ${what}`)),
    )
    yield decided(invented.id, commands, FIRST_RECORDED + place * slot, slot)
  }
}

type NamedIds = (what: string) => EventId

/** Registers an organisation, records its steps in the order in which they began, and amends some of them. */
const commandsOf = (
  { id, profile }: InventedOrganisation,
  budget: number,
  shared: readonly SharedPart[],
  random: SeededRandom,
  idOf: NamedIds,
): readonly OrganisationCommand[] => {
  const steps = [
    ...shared.map(({ step, ...part }) => ({ step, part })),
    ...stepsAlone(random, budget).map((step) => ({ step, part: { role: random.weighted(rolesAlone) } })),
  ].toSorted((one, other) => one.step.begun - other.step.begun)
  const commands: OrganisationCommand[] = [
    { command: 'RegisterOrganisation', id: idOf('registered'), data: profile },
  ]
  let before: StepId | undefined
  for (const [index, { step, part }] of steps.entries()) {
    const stepId = StepId.parse(`${id}-${step.kind}-${index + 1}`)
    const cameOutOf = step.kind === 'setback' || random.chance(told.follows) ? before : undefined
    const follows = cameOutOf === undefined ? {} : { follows: [cameOutOf] }
    const facts = newFacts(step, { ...part, stepId, ...follows }, idOf)
    commands.push({ command: 'RecordFacts', facts }, ...amendmentsOf(facts, random, idOf))
    before = stepId
  }
  return commands
}

/** Steps whose facts together are exactly that many. */
const stepsAlone = (random: SeededRandom, facts: number): readonly InventedStep[] => {
  const steps: InventedStep[] = []
  for (let left = facts; left > 0;) {
    const step = inventStep(random, left)
    steps.push(step)
    left -= step.facts.length
  }
  return steps
}

const newFacts = (step: InventedStep, part: Part, idOf: NamedIds): readonly [NewFact, ...NewFact[]] => {
  const [first, ...others] = factsOfPart(step, part).map(([stage, fact], place): NewFact => ({
    id: idOf(`${part.stepId} ${place}`),
    kind: step.kind,
    stage,
    fact,
  }))
  if (first === undefined) throw new Error('a step has a fact')
  return [first, ...others]
}

/** The last fact of a step is corrected now and then, or taken back: nothing that others rest on. */
const amendmentsOf = (
  facts: readonly [NewFact, ...NewFact[]],
  random: SeededRandom,
  idOf: NamedIds,
): readonly OrganisationCommand[] => {
  const { id: target } = facts.at(-1) ?? facts[0]
  const shareOfStep = facts.length
  if (random.chance(amended.corrected * shareOfStep)) {
    const data = { target, changes: { place: 'Vu sur place' }, reason: 'lieu retrouvé' }
    return [{ command: 'CorrectFact', id: idOf(`${target} corrected`), data }]
  }
  return random.chance(amended.retracted * shareOfStep)
    ? [
        {
          command: 'RetractFact',
          id: idOf(`${target} retracted`),
          data: { target, reason: 'inscrite par erreur' },
        },
      ]
    : []
}

/**
 * What the decider makes of the commands, recorded one after the other within a stretch of time. No rule looks from one
 * step to another, so that each is decided on the registration and its own facts: a life of thousands of steps costs
 * what its steps cost.
 */
const decided = (
  organisation: OrganisationId,
  commands: readonly OrganisationCommand[],
  from: Instant,
  slot: number,
): SyntheticLife => {
  const events: SyntheticEvent[] = []
  const pace = Math.floor(slot / (commands.length + 1))
  let registered = initialState
  let state: OrganisationHistory = registered
  for (const [index, command] of commands.entries()) {
    const recordedAt = from + index * pace
    if (command.command === 'RecordFacts') state = registered
    const circumstances = { today: parisDayOf(recordedAt), inheritedSteps: noSteps }
    const decision = decide(organisation, state, command, circumstances)
    if (!decision.decided) throw new Error(`${organisation}: ${JSON.stringify(decision.refusal)}`)
    events.push(...decision.events.map((event) => ({ event, recordedAt })))
    const recorded = decision.events.map((event) => ({ ...event, recordedAt, actor: SYNTHETIC_ACTOR }))
    state = continued(state, recorded)
    if (command.command === 'RegisterOrganisation') registered = state
  }
  return { organisation, events }
}

const noSteps: ReadonlyMap<StepId, KindCode> = new Map()
