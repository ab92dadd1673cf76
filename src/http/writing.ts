import type { FastifyReply } from 'fastify'
import { match } from 'ts-pattern'
import { z } from 'zod'
import type { Revision } from '#domain/ports/event-log.js'
import { PositionStanding } from '#projections/asked/trajectory/trajectory-view.js'
import type { CommandOutcome } from '#src/handling/writing/command-outcome.js'
import { sendOutcome, sendRefusal } from '#src/http/problems/problem.js'
import { etagOf, expectedOfEtag, IdempotencyKey } from './read-parameters.js'
import { present } from '#domain/kernel/present.js'
import type { WriteRequest } from '#src/handling/writing/write-organisation.js'

/** Of a dry run: where the organisation stands, and where it would. */
export const EffectView = z.strictObject({ before: PositionStanding, after: PositionStanding }).optional()

/** What every write answers. */
export const Written = z.strictObject({
  /** `recorded` now, `repeated` (recorded by the same command before), `unchanged` (already on record), or a dry run’s `would-record`. */
  outcome: z.enum(['recorded', 'repeated', 'unchanged', 'would-record']),
  events: z.array(
    z.strictObject({
      id: z.string(),
      type: z.string(),
      recordedAt: z.iso.datetime(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  /** Of the log: a read that asks `after` it sees this write. */
  position: z.int().optional(),
  revision: z.union([z.int(), z.literal('none')]).optional(),
})

/** The one place where the end of a write becomes an HTTP answer; `details` is what the resource adds to a yes. */
export const sendWritten = (
  reply: FastifyReply,
  outcome: CommandOutcome,
  details: Readonly<Record<string, unknown>>,
): FastifyReply =>
  match(outcome)
    .with({ outcome: 'recorded' }, ({ events, revision, position, repeated }) =>
      withEtag(reply, revision)
        .code(repeated ? 200 : 201)
        .send({
          outcome: repeated ? 'repeated' : 'recorded',
          ...details,
          events: events.map(eventView),
          position,
          revision,
        }),
    )
    .with({ outcome: 'unchanged' }, ({ revision }) =>
      withEtag(reply, revision).send({ outcome: 'unchanged', ...details, events: [], revision }),
    )
    .with({ outcome: 'would-record' }, ({ events }) =>
      reply.send({ outcome: 'would-record', ...details, events: events.map(eventView) }),
    )
    .with({ outcome: 'refused' }, ({ refusal }) => sendRefusal(reply, refusal))
    .with({ outcome: 'moved' }, ({ actual }) => sendOutcome(withEtag(reply, actual), 'moved'))
    .with(
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      ({ outcome: code }) => sendOutcome(reply, code),
    )
    .exhaustive()

const withEtag = (reply: FastifyReply, revision: Revision | 'none'): FastifyReply =>
  reply.header('etag', etagOf(revision))

type Recorded = Extract<CommandOutcome, { readonly events: unknown }>['events'][number]

/** An event as a write answers it. */
export const eventView = ({ id, type, recordedAt, data }: Recorded) => ({
  id,
  type,
  recordedAt: new Date(recordedAt).toISOString(),
  data,
})

export const WriteHeaders = z.looseObject({
  'idempotency-key': IdempotencyKey,
  'if-match': z
    .string()
    .max(40)
    .optional()
    .describe('l’ETag lu dans l’historique : 412 si l’organisation a changé depuis'),
})

/** What a request to write carries beside its body. */
export interface AskedToWrite<Headers = z.infer<typeof WriteHeaders>> {
  readonly id: string
  readonly headers: Headers
  readonly query: { readonly dryRun?: boolean | undefined }
}

/** Who writes, under which key, and whether it is only a trial. */
export const writeRequestOf = ({
  id,
  headers,
  query,
}: AskedToWrite<Pick<z.infer<typeof WriteHeaders>, 'idempotency-key'>>): Omit<WriteRequest, 'expected'> =>
  present({
    correlationId: id,
    idempotencyKey: headers['idempotency-key'],
    dryRun: query.dryRun,
  })

/** The same with the revision that `If-Match` names; undefined when that is no ETag of this interface. */
export const matchingWriteRequestOf = (asked: AskedToWrite): WriteRequest | undefined => {
  const matching = expectedOfEtag(asked.headers['if-match'])
  return matching.read ? present({ ...writeRequestOf(asked), expected: matching.expected }) : undefined
}
