import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'
import type { Operating } from '#src/tasks/operating/use-cases/operating.js'
import type { Enter } from '#src/tasks/task.js'

const Projection = z.strictObject({
  name: z.string(),
  version: z.int(),
  state: z.enum(['live', 'catching-up', 'rebuilding', 'failed']),
  position: z.int(),
  head: z.int(),
  lag: z.int(),
  error: z.string().optional(),
  /** Organisations that could not be read, with the reason and the event at which it went wrong; all others are up to date. */
  quarantined: z.array(
    z.strictObject({
      id: z.string(),
      reason: z.string(),
      stream: z.string(),
      revision: z.int(),
      position: z.int(),
    }),
  ),
})

/** Why the log can't be used, by a stable code, and what whoever runs it can do. */
const LogFault = z.strictObject({
  fault: z.string(),
  message: z.string(),
  remedy: LabelsView,
})

const Readiness = z.strictObject({
  ready: z.boolean(),
  log: z.union([z.strictObject({ identity: z.string(), head: z.int() }), LogFault]),
  projections: z.array(Projection),
})

/** For those who operate: does it live, and can it answer. */
export const healthRoutes =
  (enter: Enter<Operating>): FastifyPluginCallback =>
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
      async (request, reply) => {
        const { operating } = enter(request)
        const [condition, states] = await Promise.all([operating.logCondition(), operating.readModelStates()])
        const { usable, ...log } = condition
        // Aside are single organisations, named; the service is ready for all others.
        const ready = usable && states.every(({ state }) => state === 'live' || state === 'rebuilding')
        return reply.code(ready ? 200 : 503).send({
          ready,
          log,
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
