import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { match } from 'ts-pattern'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { ModelCode } from '#domain/maturity/model/model.js'
import { ModelComparison } from '#projections/asked/model-comparison/comparison-view.js'
import type { ComparedModel } from '#src/tasks/models/use-cases/compare-models.js'
import { modelSchema } from '#src/tasks/models/use-cases/model-schema.js'
import { listModels, ModelSummary, ModelView, showModel } from '#src/tasks/models/use-cases/model-view.js'
import { questionOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Models } from '#src/tasks/models/use-cases/models.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { AfterPosition } from '#src/http/read-parameters.js'

const Reference = z
  .string()
  .min(1)
  .max(100)
  .describe('premier-modele, premier-modele@1 ou l’empreinte du modèle')

/** A model on the shelf, or a document that is not published. */
const Compared = z.union([Reference, z.record(z.string(), z.unknown())])

const ComparisonBody = z.strictObject({
  from: Compared.describe('le modèle d’où l’on part : une référence ou un document'),
  to: Compared.describe('le modèle qui le remplacerait : une référence ou un document'),
  ...TrajectoryQuery.pick({ asOf: true, knownAt: true, knownBy: true }).shape,
  listed: z.int().min(0).max(100_000).optional().describe('organisations nommées au plus ; 1000 par défaut'),
})

/** The models of maturity: which there are, what they say, and who would move from one to another. */
export const modelRoutes =
  (enter: Enter<Models>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()

    typed.get(
      '/v1/models',
      {
        schema: {
          tags: ['modèles'],
          summary: 'Les modèles de maturité, toutes versions (the models of maturity)',
          querystring: z.strictObject({ after: AfterPosition }),
          response: { 200: z.strictObject({ models: z.array(ModelSummary) }), ...problems },
        },
      },
      async (request, reply) => {
        const seen = await enter(request).models.shelfAfter(request.query.after)
        return seen.outcome === 'seen'
          ? { models: [...listModels(seen.shelf)] }
          : sendOutcome(reply, seen.outcome)
      },
    )

    typed.get(
      '/v1/models/schema.json',
      {
        schema: {
          tags: ['modèles'],
          summary: 'Le format d’un modèle, pour les éditeurs (JSON Schema of the format)',
          response: { 200: z.record(z.string(), z.unknown()), ...problems },
        },
      },
      (_request, reply) => {
        void reply.type('application/schema+json')
        return modelSchema()
      },
    )

    typed.get(
      '/v1/models/:id/:version',
      {
        schema: {
          tags: ['modèles'],
          summary: 'Un modèle et son document (one model with its document)',
          params: z.strictObject({ id: ModelCode, version: z.coerce.number().int().positive() }),
          response: { 200: ModelView, ...problems },
        },
      },
      (request, reply) => {
        const { id, version } = request.params
        const models = enter(request).models.shelf()
        const view = showModel(models, `${id}@${version}`)
        void (view === undefined
          ? sendOutcome(reply, 'model-unknown', { known: models.references })
          : reply.send(view))
      },
    )

    typed.post(
      '/v1/models/compare',
      {
        schema: {
          tags: ['modèles'],
          summary: 'Qui changerait de place d’un modèle à l’autre, et par quelle règle (who would move)',
          body: ComparisonBody,
          response: { 200: ModelComparison, ...problems },
        },
      },
      async (request, reply) => {
        const { from, to, listed = 1000, ...asked } = request.body
        const gone = new AbortController()
        reply.raw.once('close', () => gone.abort())
        const outcome = await enter(request).models.compare({
          from: comparedOf(from),
          to: comparedOf(to),
          question: questionOfText(present(asked)),
          listed,
          signal: gone.signal,
        })
        return match(outcome)
          .with({ outcome: 'compared' }, ({ comparison }) => reply.send(comparison))
          .with({ outcome: 'model-unknown' }, ({ known }) => sendOutcome(reply, 'model-unknown', { known }))
          .with({ outcome: 'model-invalid' }, ({ check: { faults } }) =>
            sendOutcome(reply, 'model-invalid', { faults }),
          )
          .with({ outcome: 'not-seen-yet' }, ({ outcome: code }) => sendOutcome(reply, code))
          .with({ outcome: 'stopped' }, () => reply.hijack()) // who asked has gone
          .exhaustive()
      },
    )
    done()
  }

const comparedOf = (asked: z.infer<typeof Compared>): ComparedModel =>
  typeof asked === 'string' ? { reference: asked } : { text: JSON.stringify(asked) }
