import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { eventTypeNamed } from '#domain/log/codec.js'
import { patchBetween } from '#domain/kernel/merge-patch.js'
import type { DecidedEvent, RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { Circumstances, OrganisationCommand } from '#domain/organisation/command.js'
import { decide } from '#domain/organisation/decide.js'
import {
  evolve,
  historyOf,
  type FactOnRecord,
  type OrganisationHistory,
} from '#domain/organisation/history.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import { day } from '#domain/time/day.js'
import { conversations, corrections, facts } from '#test/support/arbitrary-commands.js'
import { holds } from '#test/support/holds.js'
import {
  eventId,
  onDay,
  organisation,
  recorded,
  registered,
  stepId,
} from '#test/support/organisation-facts.js'

const firstDay = onDay('2020-01-01')

const on = (turn: number): Circumstances => ({
  today: day(firstDay + turn * 30),
  inheritedSteps: new Map([[stepId('lab-2'), 'lab']]),
})

const asRecorded = (event: DecidedEvent, turn: number): RecordedEvent => ({
  ...recorded(event),
  recordedAt: (on(turn).today + 0.5) * 86_400_000,
})

/** Hands one command after the other to the decider, a month apart, and looks at every turn. */
const converse = (
  told: readonly OrganisationCommand[],
  look: (turn: number, before: OrganisationHistory, command: OrganisationCommand) => void = () => undefined,
): readonly RecordedEvent[] => {
  const events: RecordedEvent[] = []
  for (const [turn, command] of told.entries()) {
    const state = historyOf(events)
    look(turn, state, command)
    const decision = decide(organisation, state, command, on(turn))
    if (decision.decided) events.push(...decision.events.map((event) => asRecorded(event, turn)))
  }
  return events
}

const asItReads = ({ id, kind, stage, fact, recordedOn, retracted }: FactOnRecord) => ({
  id,
  kind,
  stage,
  fact,
  recordedOn,
  retracted,
})

const byOrder = (told: readonly FactOnRecord[]) => [...told].sort((one, other) => one.order - other.order)

t.test('a decision depends on nothing but its arguments, and leaves them alone', (t) => {
  const property = fc.property(conversations, (told) => {
    converse(told, (turn, state, command) => {
      const [stateBefore, commandBefore] = [structuredClone(state), structuredClone(command)]
      const decision = decide(organisation, state, command, on(turn))
      assert.deepEqual(decide(organisation, state, command, on(turn)), decision)
      if (decision.decided) decision.events.map((event) => asRecorded(event, turn)).reduce(evolve, state)
      assert.deepEqual(state, stateBefore)
      assert.deepEqual(command, commandBefore)
    })
  })
  holds(t, property, 150)
  t.end()
})

t.test('the same command again gives no event, at once or later in the conversation', (t) => {
  const property = fc.property(conversations, (told) => {
    const accepted: OrganisationCommand[] = []
    const events = converse(told, (turn, state, command) => {
      const decision = decide(organisation, state, command, on(turn))
      if (!decision.decided) return
      accepted.push(command)
      const after = decision.events.map((event) => asRecorded(event, turn)).reduce(evolve, state)
      assert.deepEqual(decide(organisation, after, command, on(turn)), { decided: true, events: [] })
    })
    for (const command of accepted.filter((one) => one.command === 'RecordFacts')) {
      const again = decide(organisation, historyOf(events), command, on(told.length))
      const added = again.decided ? again.events : []
      assert.deepEqual(added, [])
    }
  })
  holds(t, property, 150)
  t.end()
})

t.test('what was decided is as its schema says, and no id names two events', (t) => {
  const property = fc.property(conversations, (told) => {
    const events = converse(told)
    for (const { type, data } of events) {
      const read = eventTypeNamed(type)?.schema.parse(data)
      assert.deepEqual(read, data)
    }
    assert.equal(new Set(events.map(({ id }) => id)).size, events.length)
    assert.equal(historyOf(events).length, events.length)
  })
  holds(t, property, 150)
  t.end()
})

t.test('conversations reach every sort of event', (t) => {
  const seen = new Set<string>()
  for (const told of fc.sample(conversations, { numRuns: 300, seed: 27 })) {
    for (const { type } of converse(told)) seen.add(type)
  }
  t.strictSame(
    ['StepCorrected', 'StepRetracted', 'StepsLinked', 'OrganisationCorrected', 'PlanDropped', 'StepConfirmed']
      .concat('OrganisationRenamed', 'OrganisationIdentifierChanged', 'OrganisationEnded')
      .concat('OrganisationSucceeded', 'LabClosed', 'ResidencyAbandoned', 'SeminarHeld', 'PartnershipEnded')
      .filter((type) => !seen.has(type)),
    [],
  )
  t.end()
})

t.test('any part of a stream can be read, in any order', (t) => {
  const property = fc.property(
    conversations.chain((told) => fc.shuffledSubarray([...converse(told)])),
    (events) => {
      assert.equal(historyOf(events).length, events.length)
      assert.deepEqual(events.reduce(evolve, historyOf([])), historyOf(events))
    },
  )
  holds(t, property, 150)
  t.end()
})

t.test('a correction back and forth restores the fact and the day of its dates', (t) => {
  let corrected = 0
  const property = fc.property(
    conversations,
    fc.array(corrections, { maxLength: 20, size: 'max' }),
    (told, more) => {
      const events = converse(told)
      const state = historyOf(events)
      const turn = told.length
      for (const command of more) {
        const decision = decide(organisation, state, command, on(turn))
        const before = state.facts.get(command.data.target)
        const [correction] = decision.decided ? decision.events : []
        if (before === undefined || correction === undefined) continue
        corrected += 1
        const forth = evolve(state, asRecorded(correction, turn))
        const changes = patchBetween(forth.facts.get(before.id)?.fact ?? {}, before.fact)
        const data = { target: before.id, changes, reason: 'retour' }
        const back = evolve(forth, asRecorded({ type: 'StepCorrected', id: eventId(99), data }, turn + 1))
        assert.deepEqual([...back.facts.values()].map(asItReads), [...state.facts.values()].map(asItReads))
      }
    },
  )
  holds(t, property, 300)
  t.ok(corrected > 50, `${corrected} corrections`)
  t.end()
})

t.test('a retraction removes its target and nothing else', (t) => {
  let retractions = 0
  const property = fc.property(conversations, (told) => {
    const state = historyOf(converse(told))
    for (const target of state.facts.values()) {
      const event = { id: eventId(99), data: { target: target.id, reason: 'faux' } }
      const decision = decide(organisation, state, { command: 'RetractFact', ...event }, on(told.length))
      const events = target.retracted ? [] : [{ type: 'StepRetracted', ...event }]
      assert.deepEqual(decision, { decided: true, events })
      const after = decision.decided
        ? decision.events.map((one) => asRecorded(one, told.length)).reduce(evolve, state)
        : state
      const left = (history: OrganisationHistory) => stepsOf(history).flatMap((step) => step.facts)
      const expected = left(state).filter((fact) => fact.id !== target.id)
      assert.deepEqual(byOrder(left(after)), byOrder(expected))
      assert.deepEqual([after.profile, after.links], [state.profile, state.links])
      retractions += 1
    }
  })
  holds(t, property, 150)
  t.ok(retractions > 50, `${retractions} retractions`)
  t.end()
})

t.test('the order in which facts of different steps arrive does not matter', (t) => {
  const independent = fc
    .array(facts, { minLength: 2, maxLength: 8 })
    .map((told) =>
      told.map((one, place) => ({
        ...one,
        id: eventId(50 + place),
        fact: { ...one.fact, stepId: stepId(`seul-${place}`) },
      })),
    )
    .chain((told) => fc.tuple(fc.constant(told), fc.shuffledSubarray(told, { minLength: told.length })))
  const property = fc.property(independent, ([told, shuffled]) => {
    const read = (inOrder: typeof told) =>
      inOrder
        .reduce<OrganisationHistory>(
          (state, one) => {
            const decision = decide(organisation, state, { command: 'RecordFacts', facts: [one] }, on(1))
            return decision.decided
              ? decision.events.map((event) => asRecorded(event, 1)).reduce(evolve, state)
              : state
          },
          historyOf([recorded(registered)]),
        )
        .facts.values()
    const sorted = (inOrder: typeof told) =>
      [...read(inOrder)].map(asItReads).sort((one, other) => one.id.localeCompare(other.id))
    assert.deepEqual(sorted(shuffled), sorted(told))
  })
  holds(t, property, 150)
  t.end()
})
