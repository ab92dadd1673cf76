import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { match } from 'ts-pattern'
import { z } from 'zod'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { CollectiveStepInput } from '#src/tasks/recording/use-cases/collective-input.js'
import type { CollectiveOutcome } from '#src/tasks/recording/use-cases/record-collective-step.js'
import type { RefusedPart } from '#src/handling/collective/carry-out.js'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import type { Enter } from '#src/tasks/task.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { DryRun, IdempotencyKey } from '#src/http/read-parameters.js'
import { EffectView, eventView, Written, writeRequestOf } from '#src/http/writing.js'

const RecordedCollectiveStep = z.strictObject({
  outcome: z.enum(['recorded', 'repeated', 'would-record']),
  jointId: z.string(),
  parts: z.array(
    z.strictObject({
      organisation: z.string(),
      stepId: z.string(),
      events: Written.shape.events,
      position: Written.shape.position,
      effect: EffectView,
    }),
  ),
})

/** A step that several organisations took together: recorded for all of them, or for none. */
export const collectiveStepRoutes =
  (enter: Enter<Recording>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.withTypeProvider<ZodTypeProvider>().post(
      '/v1/steps',
      {
        schema: {
          tags: ['étapes'],
          summary: 'Enregistrer une étape collective, avec le rôle de chacune (record a collective step)',
          description:
            'Décidée pour toutes d’abord, puis écrite chez chacune ; interrompue, elle est complétée par la même demande sous la même clé, ou au prochain démarrage. (Decided for all first, then written for each; interrupted, it is completed by the same request under the same key, or at the next start.)',
          headers: z.looseObject({ 'idempotency-key': IdempotencyKey }),
          querystring: z.strictObject({ dryRun: DryRun }),
          body: CollectiveStepInput,
          response: { 200: RecordedCollectiveStep, 201: RecordedCollectiveStep, ...problems },
        },
      },
      async (request, reply) => {
        const outcome = await enter(request).recording.collectiveStep({
          ...writeRequestOf(request),
          step: request.body,
        })
        return sendCollective(reply, outcome)
      },
    )
    done()
  }

const sendCollective = (reply: FastifyReply, outcome: CollectiveOutcome): FastifyReply =>
  match(outcome)
    .with({ outcome: 'recorded' }, ({ jointId, parts, repeated }) =>
      reply.code(repeated ? 200 : 201).send({
        outcome: repeated ? 'repeated' : 'recorded',
        jointId,
        parts: parts.map((part) => ({ ...part, events: part.events.map(eventView) })),
      }),
    )
    .with({ outcome: 'would-record' }, ({ jointId, parts }) =>
      reply.send({
        outcome: 'would-record',
        jointId,
        parts: parts.map((part) => ({ ...part, events: part.events.map(eventView) })),
      }),
    )
    .with({ outcome: 'parts-refused' }, ({ outcome: code, refusals }) =>
      sendOutcome(reply, code, { refusals: refusals.map(refusalView) }),
    )
    .with({ outcome: 'recorded-in-part' }, ({ outcome: code, jointId, refusals }) =>
      sendOutcome(reply, code, { jointId, refusals: refusals.map(refusalView) }),
    )
    .with({ outcome: 'unfinished' }, ({ outcome: code, jointId, waiting }) =>
      sendOutcome(reply, code, { jointId, waiting }),
    )
    .with({ outcome: 'parts-moved' }, ({ outcome: code, moved }) => sendOutcome(reply, code, { moved }))
    .with({ outcome: 'step-needed' }, ({ outcome: code, stage }) =>
      sendOutcome(reply, code, {
        faults: [{ path: 'body.parts.stepId', message: `attendu pour « ${stageLabels[stage].fr} »` }],
      }),
    )
    .with(
      { outcome: 'command-reused' },
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      ({ outcome: code }) => sendOutcome(reply, code),
    )
    .exhaustive()

const refusalView = ({ organisation, refusal }: RefusedPart) => {
  const { fr, en } = answerToRefusal(refusal)
  return { organisation, code: refusal.code, detail: fr, en }
}
