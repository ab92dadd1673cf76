import type { FastifyPluginCallback } from 'fastify'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { organisationsAsked, OrganisationsQuery } from '#src/tasks/finding/use-cases/organisations-query.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Enter } from '#src/tasks/task.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { knownAre, sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { FindPage } from './find-page.js'

const Asked = OrganisationsQuery.extend({ cursor: z.string().max(500).optional() })

/** Organisations a page: what one reads before narrowing down, and well under 100 KB. */
const ROWS = 50

/** Where staff begin: who they are, what they did, where they stand. */
export const findPages =
  (enter: Enter<Finding>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/organisations', async (request, reply) => {
      const { cursor, ...asked } = readInput(Asked, request.query)
      const answer = await enter(request).finding.organisationsNow(
        present({ ...organisationsAsked(asked), cursor, limit: ROWS }),
      )
      if (answer.outcome !== 'page') {
        const said = outcomeAnswers[answer.outcome]
        const known = answer.outcome === 'position-unknown' ? [knownAre(answer.known)] : []
        return sendRefusedPage(reply, said.status, said, known)
      }
      return sendPage(reply, <FindPage asked={asked} answer={answer} continued={cursor !== undefined} />)
    })
    done()
  }
