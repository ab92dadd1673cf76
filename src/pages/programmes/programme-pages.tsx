import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import { z } from 'zod'
import { ProgrammeCode } from '#domain/steps/fact.js'
import {
  answerProgramme,
  answerProgrammes,
  answerYearCounts,
  YearsQuery,
} from '#src/application/overviews/programmes.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sendPage } from '#src/pages/layout/send-page.js'
import { sendNotFound, sendRefusedPage } from '#src/pages/page-errors.js'
import { readInput } from '#src/pages/read-input.js'
import { ProgrammePage } from './programme-page.js'
import { ProgrammesPage } from './programmes-page.js'
import { YearCountsPage } from './year-counts-page.js'
import { measures } from './year-measure.js'

const YearsAsked = YearsQuery.safeExtend({ measure: z.enum(measures).default('participations') })

/** The pages about programmes: all, one, and the counts by year. */
export const programmePages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/programmes', async (_request, reply) => {
      const answer = await answerProgrammes(app.reading)
      return answer.outcome === 'answered'
        ? sendPage(reply, <ProgrammesPage programmes={answer.programmes} />)
        : sendNotSeenYet(reply)
    })

    server.get('/programmes/par-annee', async (request, reply) => {
      const { measure, ...years } = readInput(YearsAsked, request.query)
      const answer = await answerYearCounts(app.reading, years)
      return answer.outcome === 'answered'
        ? sendPage(reply, <YearCountsPage counts={answer.counts} measure={measure} />)
        : sendNotSeenYet(reply)
    })

    server.get('/programmes/:code', async (request, reply) => {
      const { code } = readInput(z.object({ code: ProgrammeCode }), request.params)
      const answer = await answerProgramme(app.reading, code)
      if (answer.outcome === 'programme-unknown') return sendNotFound(reply)
      return answer.outcome === 'answered'
        ? sendPage(reply, <ProgrammePage programme={answer.programme} />)
        : sendNotSeenYet(reply)
    })
    done()
  }

const sendNotSeenYet = (reply: FastifyReply): FastifyReply =>
  sendRefusedPage(reply, outcomeAnswers['not-seen-yet'].status, outcomeAnswers['not-seen-yet'])
