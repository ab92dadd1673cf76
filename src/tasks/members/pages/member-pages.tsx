import type { FastifyPluginCallback } from 'fastify'
import { answerMembers, MembersQuery } from '#src/tasks/members/use-cases/answer-members.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { MembersPage } from './members-page.js'

/** Who is a member of which year. */
export const memberPages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/adherents', async (request, reply) => {
      const outcome = await answerMembers(app.reading, readInput(MembersQuery, request.query))
      if (outcome.outcome === 'answered') return sendPage(reply, <MembersPage answer={outcome.answer} />)
      const { status, fr, en } = outcomeAnswers[outcome.outcome]
      return sendRefusedPage(reply, status, { fr, en })
    })
    done()
  }
