import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import type { StepOutcome } from '#src/tasks/recording/use-cases/record-step.js'
import { StepInput } from '#src/tasks/recording/use-cases/step-input.js'
import type { Recording } from '#src/tasks/recording/use-cases/recording.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { DryRun, OrganisationParameters } from '#src/http/read-parameters.js'
import { EffectView, sendWritten, Written, matchingWriteRequestOf, WriteHeaders } from '#src/http/writing.js'

const RecordedStep = Written.extend({
  stepId: z.string().optional(),
  effect: EffectView,
})

/** One fact of what an organisation did: recorded, or tried without recording. */
export const stepRoutes =
  (enter: Enter<Recording>): FastifyPluginCallback =>
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
        const outcome = await enter(request).recording.step({
          ...asked,
          organisation: request.params.id,
          step: request.body,
        })
        return sendStepOutcome(reply, outcome)
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
  if (outcome.outcome === 'recorded') void reply.header('location', `/v1/steps/${stepId}`)
  return sendWritten(reply, outcome, { stepId, effect })
}
