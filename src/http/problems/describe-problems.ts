import type { FastifyInstance } from 'fastify'
import { titleOf } from '#src/messages/titles.js'
import { problemNamed, problems } from './problem.js'

/** What writes are refused with, besides what any route may answer. */
const statusesOfWrites = [400, 404, 409, 412, 422, 503]

/** Describes the errors of every route that is described at all, in one place: no route can forget its own. */
export const describeProblems = (server: FastifyInstance): void => {
  server.addHook('onRoute', ({ method, schema }) => {
    if (schema === undefined || schema.hide === true) return
    const writes = [method].flat().some((one) => one !== 'GET' && one !== 'HEAD')
    schema.response = {
      ...problems,
      ...(writes ? problemsOfWrites : {}),
      ...(schema.response as Readonly<Record<string, unknown>> | undefined), // by status, as every route writes it
    }
  })
}

const problemsOfWrites = Object.fromEntries(
  statusesOfWrites.map((status) => [status, problemNamed(titleOf(status))]),
)
