import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { StepId } from '#domain/kernel/identifiers.js'
import { StepView } from '#projections/asked/steps/describe-steps.js'
import { StepHistoryView } from '#projections/asked/steps/step-history.js'
import { HistoryQuery } from '#src/tasks/telling/use-cases/history-input.js'
import {
  ConfirmationInput,
  CorrectionInput,
  LinksInput,
  RetractionInput,
} from '#src/tasks/amending/use-cases/amendment-input.js'
import type { AmendmentOutcome } from '#src/tasks/amending/use-cases/amend-step.js'
import { questionOfText } from '#src/handling/asking/question-input.js'
import type { WriteRequest } from '#src/handling/writing/write-organisation.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Enter } from '#src/tasks/task.js'
import { problems, sendOutcome } from '#src/http/problems/problem.js'
import { DryRun, etagOf } from '#src/http/read-parameters.js'
import { StoredEventView, storedEventView } from '#src/handling/asking/recorded-event.js'
import {
  EffectView,
  sendWritten,
  Written,
  matchingWriteRequestOf,
  WriteHeaders,
  type AskedToWrite,
} from '#src/http/writing.js'

const StepParameters = z.strictObject({ stepId: StepId })
const Revision = z.union([z.int(), z.literal('none')])

const StepAnswer = z.strictObject({
  stepId: z.string(),
  /** Everyone in whose stream the step is told of: one, or a predecessor and who went on with it. */
  organisations: z.array(StepHistoryView.extend({ revision: Revision })).optional(),
  /** The parts of others in a collective step. */
  together: z.array(z.strictObject({ organisation: z.string(), step: StepView })).optional(),
  events: z.array(StoredEventView.extend({ stream: z.string() })).optional(),
})

const AmendedStep = Written.extend({
  organisation: z.string(),
  stepId: z.string(),
  effect: EffectView,
})

/** One step wherever it is told of, and what amends the record: corrected, taken back, confirmed, linked. Nothing is deleted. */
export const oneStepRoutes =
  (enter: Enter<Amending>): FastifyPluginCallback =>
  (server, _options, done) => {
    const typed = server.withTypeProvider<ZodTypeProvider>()

    typed.get(
      '/v1/steps/:stepId',
      {
        schema: {
          tags: ['étapes'],
          summary: 'L’histoire d’une étape avec ses corrections (one step with its corrections)',
          params: StepParameters,
          querystring: HistoryQuery.extend({
            as: z
              .enum(['corrected', 'recorded'])
              .optional()
              .describe('recorded : le journal tel qu’il fut écrit'),
          }),
          response: { 200: StepAnswer, ...problems },
        },
      },
      async (request, reply) => {
        const {
          params: { stepId },
          query,
        } = request
        if (query.as === 'recorded') {
          const listed = await enter(request).amending.recordedEvents(stepId)
          return listed.outcome === 'listed'
            ? reply.send({
                stepId,
                events: listed.events.map((event) => ({ ...storedEventView(event), stream: event.stream })),
              })
            : sendOutcome(reply, listed.outcome)
        }
        const shown = await enter(request).amending.show(stepId, questionOfText(query))
        if (shown.outcome !== 'shown') return sendOutcome(reply, shown.outcome)
        const [only, ...others] = shown.organisations
        if (only !== undefined && others.length === 0) void reply.header('etag', etagOf(only.revision))
        return reply.send({
          stepId,
          organisations: [...shown.organisations],
          together: [...shown.together],
        })
      },
    )

    typed.post(
      '/v1/steps/:stepId/corrections',
      { schema: amendment('Corriger un fait (correct a fact)', CorrectionInput) },
      async (request, reply) => {
        const { stepId } = request.params
        await answer(request, reply, (asked) =>
          enter(request).amending.correct({ ...asked, stepId, input: request.body }),
        )
        return reply
      },
    )
    typed.post(
      '/v1/steps/:stepId/retraction',
      { schema: amendment('Retirer un fait ou un lien (take back a fact or a link)', RetractionInput) },
      async (request, reply) => {
        const { stepId } = request.params
        await answer(request, reply, (asked) =>
          enter(request).amending.retract({ ...asked, stepId, input: request.body }),
        )
        return reply
      },
    )
    typed.post(
      '/v1/steps/:stepId/confirmation',
      {
        schema: amendment('Confirmer qu’elle dure encore (confirm that it still stands)', ConfirmationInput),
      },
      async (request, reply) => {
        const { stepId } = request.params
        await answer(request, reply, (asked) =>
          enter(request).amending.confirm({ ...asked, stepId, input: request.body }),
        )
        return reply
      },
    )
    typed.post(
      '/v1/steps/:stepId/links',
      { schema: amendment('Dire de quelles étapes elle est issue (what it came out of)', LinksInput) },
      async (request, reply) => {
        const { stepId } = request.params
        await answer(request, reply, (asked) =>
          enter(request).amending.link({ ...asked, stepId, input: request.body }),
        )
        return reply
      },
    )
    done()
  }

/** What all amendments share of their description. */
const amendment = <Body extends z.ZodType>(summary: string, body: Body) => ({
  tags: ['étapes'],
  summary,
  params: StepParameters,
  headers: WriteHeaders,
  querystring: z.strictObject({ dryRun: DryRun }),
  body,
  response: { 200: AmendedStep, 201: AmendedStep, ...problems },
})

const answer = async (
  request: AskedToWrite,
  reply: FastifyReply,
  amend: (asked: WriteRequest) => Promise<AmendmentOutcome>,
): Promise<FastifyReply> => {
  const asked = matchingWriteRequestOf(request)
  if (asked === undefined) return sendOutcome(reply, 'bad-etag')
  const outcome = await amend(asked)
  if (!('stepId' in outcome)) {
    const { outcome: code, ...details } = outcome
    return sendOutcome(reply, code, details)
  }
  const { organisation, stepId, effect } = outcome
  return sendWritten(reply, outcome, { organisation, stepId, effect })
}
