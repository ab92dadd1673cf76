import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { match } from 'ts-pattern'
import { z } from 'zod'
import { present } from '#domain/absence/present.js'
import { ActorId } from '#domain/identifiers/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { StepView } from '#projections/steps/describe-steps.js'
import { PositionStanding } from '#projections/trajectory/trajectory-view.js'
import { listRecordedEvents, listSteps } from '#src/application/list-steps.js'
import { recordStep, type StepOutcome } from '#src/application/record-step.js'
import { StepInput } from '#src/application/step-input.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { sendOutcome, sendRefusal } from './problem.js'
import { etagOf, OrganisationParameters, revisionOfEtag } from './read-parameters.js'

/** Until identity exists, whoever reaches the loopback writes as this subject. */
const LOCAL_ACTOR = ActorId.parse('local:http')

const RecordedStep = z.strictObject({
  /** `recorded` now, `repeated` (recorded by the same command before), `unchanged` (already on record), or a dry run’s `would-record`. */
  outcome: z.enum(['recorded', 'repeated', 'unchanged', 'would-record']),
  stepId: z.string().optional(),
  events: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      recordedAt: z.iso.datetime(),
      data: z.record(z.string(), z.json()),
    }),
  ),
  /** Of the log: a read that asks `after` it sees this write. */
  position: z.int().optional(),
  revision: z.union([z.int(), z.literal('none')]).optional(),
  /** Of a dry run: where the organisation stands, and where it would. */
  effect: z.strictObject({ before: PositionStanding, after: PositionStanding }).optional(),
})

const StoredEventView = z.strictObject({
  id: z.string(),
  type: z.string(),
  schemaVersion: z.int(),
  recordedAt: z.iso.datetime(),
  revision: z.int(),
  position: z.int(),
  data: z.record(z.string(), z.json()),
  metadata: z.record(z.string(), z.json()),
})

const WriteHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('la même clé et le même contenu : la même réponse'),
  'if-match': z.string().max(40).optional().describe('l’ETag lu : 412 si l’organisation a changé depuis'),
})

/** What an organisation did: record one fact, try it without recording, read the history. */
export const stepRoutes =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()

    typed.post(
      '/v1/organisations/:id/steps',
      {
        schema: {
          tags: ['étapes'],
          summary:
            'Enregistrer un fait d’une étape, ou voir ce qu’il changerait (record one fact, or a dry run)',
          params: OrganisationParameters,
          headers: WriteHeaders,
          querystring: z.strictObject({ dryRun: z.stringbool().optional() }),
          body: StepInput,
          response: { 200: RecordedStep, 201: RecordedStep },
        },
      },
      async ({ params, headers, query, body, id: requestId }, reply) => {
        const expected = headers['if-match'] === undefined ? undefined : revisionOfEtag(headers['if-match'])
        if (headers['if-match'] !== undefined && expected === undefined) return sendOutcome(reply, 'moved')
        const outcome = await recordStep(
          app.recording,
          present({
            organisation: params.id,
            step: body,
            actor: LOCAL_ACTOR,
            correlationId: requestId,
            idempotencyKey: headers['idempotency-key'],
            expected,
            dryRun: query.dryRun,
          }),
        )
        return sendStepOutcome(reply, outcome)
      },
    )

    typed.get(
      '/v1/organisations/:id/steps',
      {
        schema: {
          tags: ['étapes'],
          summary: 'L’histoire d’une organisation : ses étapes et leurs faits (its history)',
          params: OrganisationParameters,
          querystring: z.strictObject({
            as: z
              .enum(['corrected', 'recorded'])
              .optional()
              .describe('recorded : le journal tel qu’il fut écrit'),
          }),
          response: {
            200: z.strictObject({
              steps: z.array(StepView).optional(),
              events: z.array(StoredEventView).optional(),
            }),
          },
        },
      },
      async ({ params, query }, reply) => {
        if (query.as === 'recorded') {
          const events = await listRecordedEvents(app.log, params.id)
          if (events === undefined) return sendOutcome(reply, 'organisation-unknown')
          return reply.send({ events: events.map(({ stream: _stream, ...event }) => storedEventView(event)) })
        }
        const listed = await listSteps(app.log, params.id)
        if (listed === undefined) return sendOutcome(reply, 'organisation-unknown')
        return reply.header('etag', etagOf(listed.revision)).send({ steps: [...listed.steps] })
      },
    )
    done()
  }

/** The one place where the end of a write becomes an HTTP answer. */
const sendStepOutcome = (reply: FastifyReply, outcome: StepOutcome): FastifyReply =>
  match(outcome)
    .with({ outcome: 'recorded' }, ({ events, revision, position, repeated, stepId }) =>
      withEtag(reply, revision)
        .code(repeated ? 200 : 201)
        .send({
          outcome: repeated ? 'repeated' : 'recorded',
          stepId,
          events: events.map(eventView),
          position,
          revision,
        }),
    )
    .with({ outcome: 'unchanged' }, ({ revision, stepId }) =>
      withEtag(reply, revision).send({ outcome: 'unchanged', stepId, events: [], revision }),
    )
    .with({ outcome: 'would-record' }, ({ events, effect, stepId }) =>
      reply.send({ outcome: 'would-record', stepId, events: events.map(eventView), effect }),
    )
    .with({ outcome: 'refused' }, ({ refusal }) => sendRefusal(reply, refusal))
    .with({ outcome: 'moved' }, ({ actual }) => sendOutcome(withEtag(reply, actual), 'moved'))
    .with({ outcome: 'step-needed' }, ({ stage }) =>
      sendOutcome(reply, 'step-needed', { faults: [{ path: 'stepId', message: stage }] }),
    )
    .with({ outcome: 'command-reused' }, { outcome: 'busy' }, { outcome: 'disk-full' }, ({ outcome: code }) =>
      sendOutcome(reply, code),
    )
    .exhaustive()

const withEtag = (reply: FastifyReply, revision: Revision | 'none'): FastifyReply =>
  reply.header('etag', etagOf(revision))

type Recorded = Extract<StepOutcome, { outcome: 'recorded' }>['events'][number]

const eventView = ({ id, type, recordedAt, data }: Recorded) => ({
  id,
  type,
  recordedAt: new Date(recordedAt).toISOString(),
  data,
})

type Stored = NonNullable<Awaited<ReturnType<typeof listRecordedEvents>>>[number]

const storedEventView = ({ recordedAt, data, metadata, ...event }: Omit<Stored, 'stream'>) => ({
  ...event,
  recordedAt: new Date(recordedAt).toISOString(),
  data: data as z.infer<typeof StoredEventView>['data'], // events are stored as JSON
  metadata: { ...metadata },
})
