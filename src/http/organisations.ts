import type { FastifyPluginCallback } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { OrganisationId } from '#domain/identifiers/identifiers.js'
import { OrganisationKind, organisationKinds } from '#domain/organisation/organisation-kinds.js'
import { day, isoOfDay } from '#domain/time/day.js'
import { ProgrammeCode } from '#domain/steps/fact.js'
import type { RegistryFacets } from '#projections/registry/facets.js'
import type { RegistryEntry } from '#projections/registry/query.js'
import { OrganisationInput, registerOrganisation } from '#src/application/register-organisation.js'
import { findOrganisation, searchOrganisations } from '#src/application/search-organisations.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from './problem.js'
import { AfterPosition, DryRun, IdempotencyKey, OrganisationParameters } from './read-parameters.js'
import { LOCAL_ACTOR, sendWritten, Written } from './write-answers.js'

const Text = z.strictObject({ fr: z.string(), en: z.string() })
const Relation = z.strictObject({ organisation: z.string(), manner: z.string(), from: z.string().optional() })

/** An organisation as the registry shows it. */
const OrganisationView = z.strictObject({
  id: z.string(),
  name: z.string(),
  formerNames: z.array(z.strictObject({ name: z.string(), replaced: z.string().optional() })),
  aliases: z.array(z.string()),
  kind: z.strictObject({ code: z.string(), labels: Text }),
  administration: z.boolean(),
  siren: z.string().optional(),
  insee: z.strictObject({ type: z.string(), code: z.string() }).optional(),
  formerInsee: z.strictObject({ type: z.string(), code: z.string() }).optional(),
  /** Null while nobody told of its end; without `lastDay` when nobody told when. */
  ended: z.strictObject({ lastDay: z.string().optional() }).nullable(),
  predecessors: z.array(Relation),
  successors: z.array(Relation),
  programmes: z.array(z.strictObject({ programme: z.string(), editions: z.array(z.string()) })),
  engagements: z.int(),
  planned: z.int(),
  facts: z.int(),
  /** The last possible day of the latest thing that happened; null when nothing did. */
  lastHappened: z.iso.date().nullable(),
  lastRecorded: z.iso.datetime(),
  links: z.strictObject({ steps: z.string(), trajectory: z.string() }),
})

const Facet = z.array(z.strictObject({ value: z.string(), count: z.int() }))

const kindsExpected = `un ou plusieurs types attendus parmi : ${Object.keys(organisationKinds).join(', ')}`

const OrganisationsQuery = z.strictObject({
  q: z
    .string()
    .max(200)
    .optional()
    .describe('mots ou débuts de mots du nom, d’un ancien nom ou d’un sigle, sans souci d’accents'),
  kind: z
    .union([OrganisationKind, z.array(OrganisationKind)], { error: kindsExpected })
    .optional()
    .describe('un ou plusieurs types'),
  programme: ProgrammeCode.optional(),
  ended: z.stringbool().optional().describe('true : celles qui ont pris fin ; false : celles qui existent'),
  administration: z
    .stringbool()
    .optional()
    .describe('true : les administrations seules ; false : les autres'),
  sort: z.enum(['name', 'kind', 'news']).optional(),
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('50 par défaut'),
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
          querystring: OrganisationsQuery,
          response: {
            200: z.strictObject({
              total: z.int(),
              organisations: z.array(OrganisationView),
              next: z.string().optional(),
              facets: z.record(z.string(), Facet),
            }),
            ...problems,
          },
        },
      },
      async ({ query }, reply) => {
        const { kind, limit = 50, after, ...filters } = query
        const kinds = kind === undefined ? undefined : [kind].flat()
        const answer = await searchOrganisations(app.reading, present({ ...filters, limit, kinds, after }))
        if (answer.outcome !== 'page') return sendOutcome(reply, answer.outcome)
        const { organisations, total, facets, next } = answer
        return reply.send({
          total,
          organisations: organisations.map(organisationView),
          next,
          facets: facetsView(facets),
        })
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
      async ({ headers, query, body, id: requestId }, reply) => {
        const outcome = await registerOrganisation(
          app.recording,
          present({
            organisation: body,
            actor: LOCAL_ACTOR,
            correlationId: requestId,
            idempotencyKey: headers['idempotency-key'],
            dryRun: query.dryRun,
          }),
        )
        if (outcome.outcome === 'identifier-needed') return sendOutcome(reply, outcome.outcome)
        const { organisation } = outcome
        if (outcome.outcome === 'recorded') void reply.header('location', `/v1/organisations/${organisation}`)
        return sendWritten(reply, outcome, { organisation })
      },
    )
    done()
  }

const facetsView = ({ kind, programme, ended, administration }: RegistryFacets) => ({
  kind: kind.map(facetValue),
  programme: programme.map(facetValue),
  ended: ended.map(facetValue),
  administration: administration.map(facetValue),
})

const facetValue = ({ value, count }: { readonly value: string | boolean; readonly count: number }) => ({
  value: String(value),
  count,
})

const organisationView = (entry: RegistryEntry): z.infer<typeof OrganisationView> => {
  const { fr, en } = organisationKinds[entry.kind]
  return {
    id: entry.id,
    name: entry.name,
    formerNames: [...entry.formerNames],
    aliases: [...entry.aliases],
    kind: { code: entry.kind, labels: { fr, en } },
    administration: entry.administration,
    siren: entry.siren,
    insee: entry.insee,
    formerInsee: entry.formerInsee,
    ended: entry.end === undefined ? null : { lastDay: entry.end.lastDay ?? lastDayOf(entry.end.gone) },
    predecessors: [...entry.predecessors],
    successors: [...entry.successors],
    programmes: entry.programmes.map(({ programme, editions }) => ({ programme, editions: [...editions] })),
    engagements: entry.engagements,
    planned: entry.planned,
    facts: entry.facts,
    lastHappened: entry.news.happened === undefined ? null : isoOfDay(entry.news.happened.latest),
    lastRecorded: new Date(entry.news.recordedAt).toISOString(),
    links: {
      steps: `/v1/organisations/${entry.id}/steps`,
      trajectory: `/v1/organisations/${entry.id}/trajectory`,
    },
  }
}

/** The eve of the day on which it no longer existed, where a succession tells it. */
const lastDayOf = (gone: NonNullable<RegistryEntry['end']>['gone']): string | undefined =>
  gone === undefined ? undefined : isoOfDay(day(gone.latest - 1))
