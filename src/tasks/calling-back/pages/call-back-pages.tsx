import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { CallBacksQuery } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import type { CallingBack } from '#src/tasks/calling-back/use-cases/calling-back.js'
import type { Enter } from '#src/tasks/task.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'
import { EMPTY_FORM, typedFormOf, typedText, type FormState } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/layout/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { readInput } from '#src/web/read-input.js'
import { CallBackPage } from './call-back-page.js'
import { faultsOfAll, stillTrueOfForm } from './still-true-of-form.js'
import { StillTruePage, type StillTrueReport } from './still-true-page.js'

const REPORTS_KEPT = 200

/** Whom to call back, and the report of what was confirmed as still true. */
export const callBackPages =
  (enter: Enter<CallingBack>): FastifyPluginCallback =>
  (server, _options, done) => {
    // What was confirmed is in the log; these only say it again to who has just asked.
    const reports = new LRUCache<string, StillTrueReport>({ max: REPORTS_KEPT })

    server.get('/a-rappeler', async (request, reply) =>
      showList(enter(request), reply, readInput(CallBacksQuery, request.query), {
        form: EMPTY_FORM,
        status: 200,
      }),
    )

    server.post('/a-rappeler', async (request, reply) => {
      const typed = typedFormOf(request.body)
      const back = addressBack(typedText(typed, 'retour'))
      const read = stillTrueOfForm(typed, languageOf(request))
      if (!read.read) {
        return showList(enter(request), reply, queryOf(back), {
          form: { typed, faults: read.faults },
          status: 422,
          ...present({ commandId: typedText(typed, 'commande') }),
        })
      }
      const results = await enter(request).callingBack.confirm(
        present({ correlationId: request.id, idempotencyKey: read.key }),
        read.input,
      )
      const faults = faultsOfAll(results, languageOf(request))
      if (faults !== undefined) {
        return showList(enter(request), reply, queryOf(back), { form: { typed, faults }, status: 422 })
      }
      const report = randomUUID()
      reports.set(report, { results, back })
      return reply.redirect(`${sectionAddresses['call-back']}/compte-rendu/${report}`, 303)
    })

    server.get('/a-rappeler/compte-rendu/:report', async (request, reply) => {
      const { report } = readInput(z.object({ report: z.string().max(100) }), request.params)
      const kept = reports.get(report)
      return sendPage(reply, <StillTruePage report={kept} />, kept === undefined ? 404 : 200)
    })
    done()
  }

interface Shown {
  readonly form: FormState
  readonly status: number
  readonly commandId?: string
}

const showList = async (
  inside: CallingBack,
  reply: FastifyReply,
  asked: CallBacksQuery,
  { form, status, commandId = randomUUID() }: Shown,
): Promise<FastifyReply> => {
  const outcome = await inside.callingBack.due(asked)
  if (outcome.outcome !== 'answered') {
    const { status: code, fr, en } = outcomeAnswers[outcome.outcome]
    return sendRefusedPage(reply, code, { fr, en })
  }
  return sendPage(
    reply,
    <CallBackPage asked={asked} answer={outcome.answer} form={form} commandId={commandId} />,
    status,
  )
}

/** Only back to the list itself, whatever a form says. */
const addressBack = (typed: string | undefined): string => {
  const list = sectionAddresses['call-back']
  return typed !== undefined && (typed === list || typed.startsWith(`${list}?`)) ? typed : list
}

const queryOf = (address: string): CallBacksQuery => {
  const [, query = ''] = address.split('?', 2)
  const read = CallBacksQuery.safeParse(Object.fromEntries(new URLSearchParams(query)))
  return read.success ? read.data : {}
}
