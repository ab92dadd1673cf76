import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { match } from 'ts-pattern'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { ModelComparison } from '#projections/asked/model-comparison/comparison-view.js'
import { checkModelText } from '#src/tasks/models/use-cases/check-model.js'
import { ModelCheck } from '#src/tasks/models/use-cases/model-check.js'
import { keepJsonAsText } from '#src/http/service/read-bodies.js'
import type { PublicationOutcome } from '#src/tasks/models/use-cases/publish-model.js'
import type { Models } from '#src/tasks/models/use-cases/models.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome, sendRefusal } from '#src/http/problems/problem.js'

/** The document as it was sent: read by the validator, which names every fault with its line, and not by the server. */
const DocumentText = z.string().meta({
  description:
    'Le modèle, en JSON : sa forme est décrite par /v1/models/schema.json (the model as JSON, see /v1/models/schema.json)',
})

const Published = z.strictObject({
  /** `published` now, `unchanged` (this very version is published), or a dry run’s `would-publish`. */
  outcome: z.enum(['published', 'unchanged', 'would-publish']),
  model: ModelCheck,
  /** Of the log. */
  position: z.int().optional(),
  /** Of a dry run: who would move from the version before to this one; absent where there is none. */
  effect: ModelComparison.optional(),
})

/** What takes a whole model: to check it, and to publish it. */
export const modelDocumentRoutes =
  (enter: Enter<Models>): FastifyPluginCallback =>
  (server, _options, done) => {
    keepJsonAsText(server)
    const typed = server.withTypeProvider<ZodTypeProvider>()

    typed.post(
      '/v1/models/validate',
      {
        schema: {
          tags: ['modèles'],
          summary: 'Vérifier un modèle : chaque faute avec son chemin (every fault with its path)',
          body: DocumentText,
          response: { 200: ModelCheck, ...problems },
        },
      },
      ({ body }) => checkModelText(body).check,
    )

    typed.post(
      '/v1/models',
      {
        schema: {
          tags: ['modèles'],
          summary:
            'Publier un modèle, ou voir ce que cela changerait (publish a model, or see what it would change)',
          querystring: z.strictObject({
            dryRun: z.stringbool().optional().describe('ne publie rien, et dit qui changerait de place'),
          }),
          body: DocumentText,
          response: { 200: Published, 201: Published, ...problems },
        },
      },
      async (request, reply) => {
        const { body, query, id } = request
        const outcome = await enter(request).models.publish(
          present({ text: body, correlationId: id, dryRun: query.dryRun }),
        )
        const effect =
          outcome.outcome === 'would-publish'
            ? await enter(request).models.effectOfPublication(body)
            : undefined
        return sendPublication(reply, outcome, effect)
      },
    )
    done()
  }

const sendPublication = (
  reply: FastifyReply,
  outcome: PublicationOutcome,
  effect: ModelComparison | undefined,
): FastifyReply =>
  match(outcome)
    .with({ outcome: 'published' }, ({ outcome: published, check, position }) =>
      reply.code(201).send({ outcome: published, model: check, position }),
    )
    .with({ outcome: 'unchanged' }, { outcome: 'would-publish' }, ({ outcome: so, check }) =>
      reply.send(present({ outcome: so, model: check, effect })),
    )
    .with({ outcome: 'refused' }, ({ refusal }) => sendRefusal(reply, refusal))
    .with({ outcome: 'busy' }, { outcome: 'disk-full' }, { outcome: 'clock-behind' }, ({ outcome: code }) =>
      sendOutcome(reply, code),
    )
    .exhaustive()
