import { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { Evidence } from '#domain/maturity/evaluation/evidence.js'
import { FIRST_MODEL } from '#domain/maturity/shipped-models/shipped-models.js'
import { assess } from '#domain/maturity/trajectory.js'
import { day, dayOfCivil } from '#domain/time/day.js'

/** Thirty pieces of evidence over fifteen years, vague to a year now and then. */
const evidence: Evidence = {
  occurrences: Array.from({ length: 20 }, (_, index) => ({
    kind:
      ['seminar', 'training-session', 'residency-completed', 'gathering', 'prototype'][index % 5] ??
      'seminar',
    stepId: StepId.parse(`step-${index}`),
    events: [EventId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`)],
    range: {
      earliest: dayOfCivil(2008, 1 + index * 8, 5),
      latest: dayOfCivil(2008, 1 + index * 8 + (index % 3) * 6, 6),
    },
    attributes: {
      participants: { type: 'quantity', min: 20, max: 60 },
      agentsTrained: { type: 'quantity', min: 8, max: 12 },
    },
  })),
  standings: Array.from({ length: 10 }, (_, index) => {
    const begin = {
      earliest: dayOfCivil(2009, 1 + index * 14, 1),
      latest: dayOfCivil(2009, 6 + index * 14, 1),
    }
    const event = EventId.parse(`00000000-0000-4000-9000-${String(index).padStart(12, '0')}`)
    return {
      kind:
        ['lab', 'transfo-undertaken', 'membership', 'sponsor', 'residency-undertaken'][index % 5] ?? 'lab',
      stepId: StepId.parse(`standing-${index}`),
      events: [event],
      begin,
      ...(index % 2 === 0 && { end: { earliest: day(begin.latest + 500), latest: day(begin.latest + 800) } }),
      attributes: {},
      changes: [],
      suspensions: [],
      news: [{ range: begin, events: [event] }],
    }
  }),
}

const ROUNDS = 2000
const horizon = dayOfCivil(2036, 1, 1)

/** Median of five, in µs, after a warm-up. */
const cost = (work: () => unknown): number => {
  const once = (): number => {
    const started = process.hrtime.bigint()
    for (let round = 0; round < ROUNDS; round += 1) work()
    return Number(process.hrtime.bigint() - started) / 1000 / ROUNDS
  }
  once()
  return Array.from({ length: 5 }, once).sort((one, other) => one - other)[2] ?? Number.NaN
}

const withCauses = cost(() => assess(FIRST_MODEL, evidence, { horizon }))
const without = cost(() => assess(FIRST_MODEL, evidence, { horizon, causes: false }))
console.log(
  `assess, 30 pieces of evidence, first model: ${withCauses.toFixed(0)} µs, without causes ${without.toFixed(0)} µs`,
)
