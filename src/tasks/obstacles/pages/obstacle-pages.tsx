import type { FastifyPluginCallback } from 'fastify'
import { present } from '#domain/kernel/present.js'
import { ObstaclesQuery } from '#src/tasks/obstacles/use-cases/answer-obstacles.js'
import type { Obstacles } from '#src/tasks/obstacles/use-cases/obstacles.js'
import type { Enter } from '#src/tasks/task.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { ObstaclesPage } from './obstacles-page.js'

/** The page of all setbacks, by the step at which they were met and by their nature. */
export const obstaclePages =
  (enter: Enter<Obstacles>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/obstacles', async (request, reply) => {
      const asked = readInput(ObstaclesQuery, request.query)
      const kinds = asked.kind === undefined ? undefined : [asked.kind]
      const answer = await enter(request).obstacles.all(present({ kinds, nature: asked.nature }))
      return answer.outcome === 'answered'
        ? sendPage(
            reply,
            <ObstaclesPage obstacles={answer.obstacles} choices={answer.choices} asked={asked} />,
          )
        : sendRefusedPage(reply, outcomeAnswers[answer.outcome].status, outcomeAnswers[answer.outcome])
    })
    done()
  }
