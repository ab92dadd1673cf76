import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { wholeNumberAsked } from '#src/handling/asking/asked-numbers.js'
import { present } from '#domain/kernel/present.js'
import { READINGS } from '#domain/maturity/evaluation/four-sets.js'
import { isoOfDay } from '#domain/time/day.js'
import type { FacetValue } from '#projections/asked/finding/facets.js'
import { organisationsAsked, OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import { organisationsCsv } from '#projections/exported/organisations-table.js'
import type { OrganisationsAnswer } from '#src/tasks/finding/use-cases/search-organisations.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Enter } from '#src/tasks/task.js'
import { organisationView, OrganisationView } from '#projections/asked/finding/organisation-view.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { AfterPosition, OrganisationParameters } from '#src/http/read-parameters.js'

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

/** Who the organisations are. Listed by name, kind or news, never by position: nobody is ranked. */
export const organisationRoutes =
  (enter: Enter<Finding>): FastifyPluginCallback =>
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
      async (request, reply) => {
        const { query, headers } = request
        const { cursor, limit = 50, after, format, profile = 'open', ...filters } = query
        const asCsv = format === 'csv' || (format === undefined && headers.accept?.startsWith('text/csv'))
        const answer = await enter(request).finding.organisations(
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
      async (request, reply) => {
        const { params, query } = request
        const answer = await enter(request).finding.organisation(params.id, query.after)
        return answer.outcome === 'found'
          ? reply.send(organisationView(answer.organisation))
          : sendOutcome(reply, answer.outcome)
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
