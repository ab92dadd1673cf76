import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { NoTrajectory } from '#src/handling/asking/answer-trajectory.js'
import { askedOfText, TrajectoryQuery } from '#src/handling/asking/question-input.js'
import type { Models } from '#src/tasks/models/use-cases/models.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import type { Enter } from '#src/tasks/task.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { knownAre, sendNotFound, sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import type { FullShelf } from '#src/handling/models/model-shelf.js'
import type { ModelChoice } from './clocks-form.js'
import { NextStepsPage } from './next-steps-page.js'
import { OrganisationPage } from './organisation-page.js'

const Params = z.object({ id: OrganisationId })
const Asked = TrajectoryQuery.pick({ asOf: true, knownAt: true, model: true })
/** Whoever has just registered it is told so. */
const AskedOfPage = Asked.extend({ inscrite: z.literal('oui').optional() })

/** The pages of one organisation: its story, and what could come next. */
export const organisationPages =
  (enter: Enter<Telling & Models>): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/organisations/:id', async (request, reply) => {
      const { id } = readInput(Params, request.params)
      const { inscrite, ...asked } = readInput(AskedOfPage, request.query)
      const { telling, models } = enter(request)
      const outcome = await telling.organisation(id, askedOfText(asked))
      if (outcome.outcome !== 'told') return sendNoTrajectory(reply, outcome)
      const choices = modelChoices(models.shelf(), asked.model)
      return sendPage(
        reply,
        <OrganisationPage
          told={outcome.told}
          asked={asked}
          models={choices}
          registered={inscrite === 'oui'}
        />,
      )
    })

    server.get('/organisations/:id/suite', async (request, reply) => {
      const { id } = readInput(Params, request.params)
      const asked = readInput(Asked, request.query)
      const outcome = await enter(request).telling.nextSteps(id, askedOfText(asked))
      if (outcome.outcome !== 'answered') return sendNoTrajectory(reply, outcome)
      return sendPage(reply, <NextStepsPage view={outcome.view} name={outcome.name} asked={asked} />)
    })
    done()
  }

/** The usual model is chosen where none was asked. */
const modelChoices = (shelf: FullShelf, asked: string | undefined): readonly ModelChoice[] => {
  const chosen = asked === undefined ? shelf.usual : shelf.find(asked)
  return shelf.all.map(({ model: { id, version }, labels, hash, newest }) => ({
    reference: newest ? id : `${id}@${version}`,
    labels,
    version,
    chosen: hash === chosen?.hash,
  }))
}

const sendNoTrajectory = (reply: FastifyReply, answer: NoTrajectory): FastifyReply => {
  if (answer.outcome === 'organisation-unknown') return sendNotFound(reply)
  const said = outcomeAnswers[answer.outcome]
  const known = answer.outcome === 'model-unknown' ? [knownAre(answer.known)] : []
  return sendRefusedPage(reply, said.status, said, known)
}
