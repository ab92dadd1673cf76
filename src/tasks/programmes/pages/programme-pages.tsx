import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { ProgrammeCode } from '#domain/steps/fact-fields.js'
import { YearsQuery } from '#src/tasks/programmes/use-cases/answer-programmes.js'
import type { Programmes } from '#src/tasks/programmes/use-cases/programmes.js'
import type { Enter } from '#src/tasks/task.js'
import { faultsOf, inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import {
  EMPTY_FORM,
  typedFormOf,
  typedText,
  type FieldFaults,
  type FormState,
  type TypedForm,
} from '#src/web/forms/typed-form.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendNotFound, sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { ProgrammePage } from './programme-page.js'
import { ProgrammesPage } from './programmes-page.js'
import { YearCountsPage, measures } from './year-counts-page.js'

const YearsAsked = YearsQuery.safeExtend({ measure: z.enum(measures).default('participations') })

/** The pages about programmes: all, one, and the counts by year. */
export const programmePages =
  (enter: Enter<Programmes>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/programmes', async (request, reply) => {
      const answer = await enter(request).programmes.all()
      return answer.outcome === 'answered'
        ? sendPage(reply, <ProgrammesPage programmes={answer.programmes} />)
        : sendNotSeenYet(reply)
    })

    const showYears = async (
      request: FastifyRequest,
      reply: FastifyReply,
      { measure, ...years }: z.infer<typeof YearsAsked>,
      form: FormState = EMPTY_FORM,
      status = 200,
    ): Promise<FastifyReply> => {
      const answer = await enter(request).programmes.yearCounts(years)
      return answer.outcome === 'answered'
        ? sendPage(reply, <YearCountsPage counts={answer.counts} measure={measure} form={form} />, status)
        : sendNotSeenYet(reply)
    }

    server.get('/programmes/par-annee', (request, reply) => {
      const typed = typedFormOf(request.query)
      const read = faultsInYears(typed)
      return read === undefined
        ? showYears(request, reply, readInput(YearsAsked, request.query))
        : showYears(request, reply, { measure: 'participations' }, { typed, faults: read }, 422)
    })

    server.get('/programmes/:code', async (request, reply) => {
      const { code } = readInput(z.object({ code: ProgrammeCode }), request.params)
      const answer = await enter(request).programmes.one(code)
      if (answer.outcome === 'programme-unknown') return sendNotFound(reply)
      return answer.outcome === 'answered'
        ? sendPage(reply, <ProgrammePage programme={answer.programme} />)
        : sendNotSeenYet(reply)
    })
    done()
  }

/** What is wrong with the years that were typed, each at its field; undefined where nothing is. */
const faultsInYears = (typed: TypedForm): FieldFaults | undefined => {
  const read = YearsQuery.safeParse(
    present({ from: typedText(typed, 'from'), to: typedText(typed, 'to') }),
    inFrench,
  )
  return read.success
    ? undefined
    : Object.fromEntries(faultsOf(read.error.issues).map(({ path, message }) => [path, message]))
}

const sendNotSeenYet = (reply: FastifyReply): FastifyReply =>
  sendRefusedPage(reply, outcomeAnswers['not-seen-yet'].status, outcomeAnswers['not-seen-yet'])
