import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { StepView } from '#projections/asked/steps/describe-steps.js'
import { HistoryQuery } from '#src/tasks/telling/use-cases/history-input.js'
import { listRecordedEvents, listSteps } from '#src/tasks/telling/use-cases/list-steps.js'
import { questionOfText } from '#src/handling/asking/question-input.js'
import { recordStep, type StepOutcome } from '#src/tasks/recording/use-cases/record-step.js'
import { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { DryRun, etagOf, OrganisationParameters } from '#src/http/read-parameters.js'
import { StoredEventView, storedEventView } from '#src/http/stored-event.js'
import { EffectView, sendWritten, Written } from '#src/http/write-answers.js'
import { matchingWriteRequestOf, WriteHeaders } from '#src/http/write-request.js'

const RecordedStep = Written.extend({
  stepId: z.string().optional(),
  effect: EffectView,
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
          querystring: z.strictObject({ dryRun: DryRun }),
          body: StepInput,
          response: { 200: RecordedStep, 201: RecordedStep, ...problems },
        },
      },
      async (request, reply) => {
        const asked = matchingWriteRequestOf(request)
        if (asked === undefined) return sendOutcome(reply, 'bad-etag')
        const outcome = await recordStep(app.recording, {
          ...asked,
          organisation: request.params.id,
          step: request.body,
        })
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
          querystring: HistoryQuery.extend({
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
            ...problems,
          },
        },
      },
      async ({ params, query }, reply) => {
        if (query.as === 'recorded') {
          const events = await listRecordedEvents(app.log, params.id)
          if (events === undefined) return sendOutcome(reply, 'organisation-unknown')
          return reply
            .header('etag', etagOf(events.at(-1)?.revision ?? 'none'))
            .send({ events: events.map(storedEventView) })
        }
        const listed = await listSteps(app.reading, params.id, questionOfText(query))
        if (listed === undefined) return sendOutcome(reply, 'organisation-unknown')
        return reply.header('etag', etagOf(listed.revision)).send({ steps: [...listed.steps] })
      },
    )
    done()
  }

/** A yes tells of its step, and a dry run of its effect. */
const sendStepOutcome = (reply: FastifyReply, outcome: StepOutcome): FastifyReply => {
  if (outcome.outcome === 'step-needed') {
    return sendOutcome(reply, 'step-needed', {
      faults: [{ path: 'body.stepId', message: `attendu pour « ${stageLabels[outcome.stage].fr} »` }],
    })
  }
  const { stepId, effect } = outcome
  return sendWritten(reply, outcome, { stepId, effect })
}
