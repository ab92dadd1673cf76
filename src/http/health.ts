import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Trajectoires } from '#src/composition/trajectoires.js'

const Projection = z.looseObject({ name: z.string(), state: z.string(), position: z.int(), head: z.int() })
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
        const { log, registry } = app.reading
        const head = await log.head()
        const projection = registry.state()
        const ready = projection.state === 'live'
        return reply.code(ready ? 200 : 503).send({
          ready,
          log: { identity: await log.identity(), head },
          projections: [{ ...projection, head }],
        })
      },
    )
    done()
  }
