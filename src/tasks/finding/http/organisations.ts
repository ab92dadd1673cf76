import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { wholeNumberAsked } from '#src/handling/asking/asked-numbers.js'
import { present } from '#domain/kernel/present.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { READINGS } from '#domain/maturity/evaluation/four-sets.js'
import { isoOfDay } from '#domain/time/day.js'
import type { FacetValue } from '#projections/asked/finding/facets.js'
import {
  OrganisationInput,
  registerOrganisation,
} from '#src/tasks/registering/use-cases/register-organisation.js'
import { organisationsAsked, OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { organisationsCsv } from '#projections/exported/organisations-table.js'
import {
  findOrganisation,
  searchOrganisations,
  type OrganisationsAnswer,
} from '#src/tasks/finding/use-cases/search-organisations.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { organisationView, OrganisationView } from './organisation-view.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { AfterPosition, DryRun, IdempotencyKey, OrganisationParameters } from '#src/http/read-parameters.js'
import { sendWritten, Written } from '#src/http/write-answers.js'
import { writeRequestOf } from '#src/http/write-request.js'

/** Where they all stand, and under which model; null while positions are still being computed. */
const ModelInBrief = z.strictObject({ id: z.string(), version: z.int(), hash: z.string() }).nullable()

const OrganisationsPage = z.strictObject({
  total: z.int(),
  asOf: z.iso.date(),
  reading: z.enum(READINGS),
  model: ModelInBrief,
  organisations: z.array(OrganisationView),
  next: z.string().optional(),
  facets: z.record(z.string(), z.array(z.strictObject({ value: z.string(), count: z.int() }))),
})

const ListQuery = OrganisationsQuery.extend({
  cursor: z.string().max(500).optional(),
  limit: wholeNumberAsked(1, 500).optional().describe('50 par défaut ; sans effet en CSV'),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .describe('csv : toute la liste, sans page ; de même avec « Accept: text/csv »'),
  profile: z
    .enum(['open', 'french'])
    .optional()
    .describe('du CSV : open pour un programme (par défaut), french pour un tableur'),
  after: AfterPosition,
})

const Registered = Written.extend({ organisation: OrganisationId })

/** Who the organisations are. Listed by name, kind or news, never by position: nobody is ranked. */
export const organisationRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()
    typed.get(
      '/v1/organisations',
      {
        schema: {
          tags: ['organisations'],
          summary: 'Chercher des organisations (search organisations)',
          querystring: ListQuery,
          response: {
            200: {
              description: 'Une page, ou toute la liste en CSV (a page, or the whole list as CSV)',
              content: {
                'application/json': { schema: OrganisationsPage },
                'text/csv': { schema: z.string() },
              },
            },
            ...problems,
          },
        },
      },
      async ({ query, headers }, reply) => {
        const { cursor, limit = 50, after, format, profile = 'open', ...filters } = query
        const asCsv = format === 'csv' || (format === undefined && headers.accept?.startsWith('text/csv'))
        const answer = await searchOrganisations(
          app.reading,
          asCsv === true
            ? present({ ...organisationsAsked(filters), after, limit: Number.MAX_SAFE_INTEGER })
            : present({ ...organisationsAsked(filters), after, cursor, limit }),
        )
        if (answer.outcome === 'position-unknown')
          return sendOutcome(reply, answer.outcome, { known: answer.known })
        if (answer.outcome !== 'page') return sendOutcome(reply, answer.outcome)
        return asCsv === true
          ? reply
              .type('text/csv; charset=utf-8')
              .header('content-disposition', 'attachment; filename="organisations.csv"')
              .serializer(String)
              .send(organisationsCsv(answer.organisations, profile))
          : reply.type('application/json; charset=utf-8').send(pageView(answer))
      },
    )
    typed.get(
      '/v1/organisations/:id',
      {
        schema: {
          tags: ['organisations'],
          summary: 'Une organisation (one organisation)',
          params: OrganisationParameters,
          querystring: z.strictObject({ after: AfterPosition }),
          response: { 200: OrganisationView, ...problems },
        },
      },
      async ({ params, query }, reply) => {
        const answer = await findOrganisation(app.reading, params.id, query.after)
        return answer.outcome === 'found'
          ? reply.send(organisationView(answer.organisation))
          : sendOutcome(reply, answer.outcome)
      },
    )
    typed.post(
      '/v1/organisations',
      {
        schema: {
          tags: ['organisations'],
          summary: 'Enregistrer une organisation (register an organisation)',
          headers: z.looseObject({ 'idempotency-key': IdempotencyKey }),
          querystring: z.strictObject({ dryRun: DryRun }),
          body: OrganisationInput,
          response: { 200: Registered, 201: Registered, ...problems },
        },
      },
      async (request, reply) => {
        const outcome = await registerOrganisation(app.recording, {
          ...writeRequestOf(request),
          organisation: request.body,
        })
        if (outcome.outcome === 'identifier-needed') return sendOutcome(reply, outcome.outcome)
        const { organisation } = outcome
        if (outcome.outcome === 'recorded') void reply.header('location', `/v1/organisations/${organisation}`)
        return sendWritten(reply, outcome, { organisation })
      },
    )
    done()
  }

const pageView = ({
  organisations,
  total,
  facets,
  next,
  asOf,
  reading,
  model,
}: OrganisationsPageAnswer): z.infer<typeof OrganisationsPage> => ({
  total,
  asOf: isoOfDay(asOf),
  reading,
  model: model === undefined ? null : { id: model.model.id, version: model.model.version, hash: model.hash },
  organisations: organisations.map(organisationView),
  next,
  facets: Object.fromEntries(
    Object.entries(facets).map(([name, values]: readonly [string, readonly FacetValue<unknown>[]]) => [
      name,
      values.map(({ value, count }) => ({ value: String(value), count })),
    ]),
  ),
})

type OrganisationsPageAnswer = Extract<OrganisationsAnswer, { readonly outcome: 'page' }>
