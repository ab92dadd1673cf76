import type { FastifyPluginCallback } from 'fastify'
import { MembersQuery } from '#src/tasks/members/use-cases/answer-members.js'
import type { Members } from '#src/tasks/members/use-cases/members.js'
import type { Enter } from '#src/tasks/task.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { MembersPage } from './members-page.js'

/** Who is a member of which year. */
export const memberPages =
  (enter: Enter<Members>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/adherents', async (request, reply) => {
      const outcome = await enter(request).members.ofYear(readInput(MembersQuery, request.query))
      if (outcome.outcome === 'answered') return sendPage(reply, <MembersPage answer={outcome.answer} />)
      const { status, fr, en } = outcomeAnswers[outcome.outcome]
      return sendRefusedPage(reply, status, { fr, en })
    })
    done()
  }
