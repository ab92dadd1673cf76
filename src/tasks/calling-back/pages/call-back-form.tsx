import { z } from 'zod'
import type { FastifyPluginCallback } from 'fastify'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { CallBacksQuery } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import type { CallingBack } from '#src/tasks/calling-back/use-cases/calling-back.js'
import type { Enter } from '#src/tasks/task.js'
import type { CheckedForm, FormEnd, SentForm } from '#src/web/forms/checked-form.js'
import type { FormStates } from '#src/web/forms/form-states.js'
import { askedBesides } from '#src/web/forms/shown-again.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { callBackAddress } from './call-back-address.js'
import { CallBackPage } from './call-back-page.js'
import { faultsOfAll, stillTrueOfForm } from './still-true-of-form.js'
import { StillTruePage, type StillTrueReport } from './still-true-page.js'

const REPORT = `${sectionAddresses['call-back']}/compte-rendu`

/** Whom to call back, and below the list the form that confirms what was ticked as still true. */
export const callBackForm = (states: FormStates): CheckedForm<CallingBack, CallBacksQuery, never> => ({
  route: sectionAddresses['call-back'],
  unnamed: true,
  subject: (_inside, { request }) =>
    Promise.resolve({ subject: readInput(CallBacksQuery, askedBesides(request.query)) }),
  first: () => ({}),
  fields: () => ['steps', 'when', 'source'],
  send: (inside, asked, sent) => confirmTicked(inside, states, asked, sent),
  draw: async (reply, { subject: asked, state }, inside) => {
    const outcome = await inside.callingBack.due(asked)
    if (outcome.outcome !== 'answered') {
      const { status, fr, en } = outcomeAnswers[outcome.outcome]
      return sendRefusedPage(reply, status, { fr, en })
    }
    return sendPage(reply, <CallBackPage asked={asked} answer={outcome.answer} form={state} />)
  },
})

const confirmTicked = async (
  inside: CallingBack,
  states: FormStates,
  asked: CallBacksQuery,
  { typed, key, correlationId }: SentForm,
): Promise<FormEnd<never>> => {
  const read = stillTrueOfForm(typed)
  if (!read.read) return { ended: 'shown', faults: read.faults }
  const results = await inside.callingBack.confirm({ correlationId, idempotencyKey: key }, read.input)
  const faults = faultsOfAll(results)
  if (faults !== undefined) return { ended: 'shown', faults }
  const report: StillTrueReport = { results, back: callBackAddress(asked) }
  // What was confirmed is in the log; this only says it again to who has just asked.
  return { ended: 'recorded', at: `${REPORT}/${await states.keep(REPORT, report)}` }
}

/** The report of what was confirmed. */
export const stillTrueReports =
  (_enter: Enter<CallingBack>, states: FormStates): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get(`${REPORT}/:report`, async (request, reply) => {
      const { report } = readInput(z.object({ report: z.string().max(100) }), request.params)
      const kept = (await states.find(REPORT, report)) as StillTrueReport | undefined // what is kept under that name
      return sendPage(reply, <StillTruePage report={kept} />, kept === undefined ? 404 : 200)
    })
    done()
  }
