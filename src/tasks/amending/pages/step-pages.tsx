import type { FastifyPluginCallback } from 'fastify'
import { StepId } from '#domain/kernel/identifiers.js'
import type { Amending } from '#src/tasks/amending/use-cases/amending.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Enter } from '#src/tasks/task.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { stepWords } from './step-words.js'
import { typedFormOf, typedText } from '#src/web/forms/typed-form.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { stepOnPage } from './step-on-page.js'
import { StepPage, type DoneHere } from './step-page.js'

/** One step wherever it is told of, with the history of its facts. */
export const stepPages =
  (enter: Enter<Amending & Finding & Telling>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get<{ Params: { stepId: string } }>('/etapes/:stepId', async (request, reply) => {
      const id = StepId.safeParse(request.params.stepId)
      if (!id.success) return sendRefusedPage(reply, 404, stepWords.notFound)
      const step = await stepOnPage(enter(request), id.data)
      if ('outcome' in step) {
        return step.outcome === 'step-not-found'
          ? sendRefusedPage(reply, 404, stepWords.notFound)
          : sendRefusedPage(reply, 503, outcomeAnswers[step.outcome])
      }
      return sendPage(reply, <StepPage step={step} done={doneHere(request.query)} />)
    })
    done()
  }

/** What was just done here, as the address that one was sent on to says. */
const doneHere = (query: unknown): DoneHere | undefined => {
  const asked = typedFormOf(query)
  const names = Object.keys(stepWords.done) as DoneHere[] // its literal keys
  return names.find((name) => typedText(asked, name) !== undefined)
}
