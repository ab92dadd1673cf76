import { z } from 'zod'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'

const { asOf, knownAt, knownBy, model } = TrajectoryQuery.shape

/** Two questions, in an address or on a command line. */
export const ChangesQuery = z.strictObject({
  fromAsOf: asOf,
  fromKnownAt: knownAt,
  fromKnownBy: knownBy,
  fromModel: model,
  toAsOf: asOf,
  toKnownAt: knownAt,
  toKnownBy: knownBy,
  toModel: model,
})
export type ChangesQuery = z.infer<typeof ChangesQuery>

/** The two questions that were typed. */
export const changesOfText = (typed: ChangesQuery) => ({
  from: askedOfText({
    asOf: typed.fromAsOf,
    knownAt: typed.fromKnownAt,
    knownBy: typed.fromKnownBy,
    model: typed.fromModel,
  }),
  to: askedOfText({
    asOf: typed.toAsOf,
    knownAt: typed.toKnownAt,
    knownBy: typed.toKnownBy,
    model: typed.toModel,
  }),
})
