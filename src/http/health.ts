import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Trajectoires } from '#src/composition/trajectoires.js'

const Projection = z.strictObject({
  name: z.string(),
  version: z.int(),
  state: z.enum(['live', 'catching-up', 'rebuilding', 'failed']),
  position: z.int(),
  head: z.int(),
  lag: z.int(),
  error: z.string().optional(),
  /** Organisations whose stream could not be read, with the reason; all others are up to date. */
  quarantined: z.array(z.strictObject({ id: z.string(), reason: z.string(), position: z.int() })),
})

const Readiness = z.strictObject({
  ready: z.boolean(),
  log: z.strictObject({ identity: z.string(), head: z.int() }),
  projections: z.array(Projection),
})

/** For those who operate: does it live, and can it answer. */
export const healthRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/health/live',
      { schema: { tags: ['exploitation'], response: { 200: z.strictObject({ live: z.literal(true) }) } } },
      () => ({ live: true }) as const,
    )
    typed.get(
      '/health/ready',
      { schema: { tags: ['exploitation'], response: { 200: Readiness, 503: Readiness } } },
      async (_request, reply) => {
        const states = await Promise.all(
          [app.registry, app.stepsTaken, app.standings].map((reader) => reader.state()),
        )
        // Aside are single organisations, named; the service is ready for all others.
        const ready = states.every(({ state }) => state === 'live' || state === 'rebuilding')
        return reply.code(ready ? 200 : 503).send({
          ready,
          log: { identity: await app.log.identity(), head: await app.log.head() },
          projections: states.map(({ error, quarantined, ...projection }) => ({
            ...projection,
            error: error?.message,
            quarantined: [...quarantined],
          })),
        })
      },
    )
    done()
  }
