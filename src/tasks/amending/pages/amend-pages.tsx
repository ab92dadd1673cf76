import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { CommandId, StepId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { inFrench } from '#src/messages/faults.js'
import { stepWords } from './step-words.js'
import { PAGES_ACTOR } from '#src/web/actor.js'
import { typedFormOf, typedText, type FormState, type TypedForm } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'
import { newsSince } from '#src/web/forms/news-since.js'
import { placedFaults } from '#src/web/forms/placed-faults.js'
import { amendedBy } from './amended-outcome.js'
import type { Amending, AmendingShown } from './amending.js'
import { AMENDING_DATE, AMENDING_SOURCE, atAmendingFields } from './amending-source.js'
import { confirmation, links, retraction } from './amendings.js'
import { stepOnPage, type StepOnPage } from './step-on-page.js'
import { MovedAround } from '#src/web/forms/moved-around.js'

interface Parameters {
  readonly Params: { readonly stepId: string; readonly fact?: string }
}

/** Take back a fact, say that a step still stands, say what it came out of: each a form, checked, then recorded. */
export const amendPages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const serve = <Input,>(address: string, amending: Amending<Input>): void => {
      server.get<Parameters>(address, async (request, reply) => {
        const asked = await askedStep(app, request.params, amending)
        if (asked === undefined) return sendRefusedPage(reply, 404, stepWords.notFound)
        return show(reply, amending, asked)(200, { typed: {} })
      })
      server.post<Parameters>(address, async (request, reply) => {
        const asked = await askedStep(app, request.params, amending)
        if (asked === undefined) return sendRefusedPage(reply, 404, stepWords.notFound)
        return answer(app, request, reply, amending, asked)
      })
    }
    serve('/etapes/:stepId/faits/:fact/retirer', retraction)
    serve('/etapes/:stepId/confirmer', confirmation)
    serve('/etapes/:stepId/relier', links)
    done()
  }

interface AskedStep {
  readonly step: StepOnPage
  readonly target: string
}

const askedStep = async (
  app: Trajectoires,
  { stepId, fact: target = '' }: Parameters['Params'],
  { isPossible }: Pick<Amending<unknown>, 'isPossible'>,
): Promise<AskedStep | undefined> => {
  const read = StepId.safeParse(stepId)
  if (!read.success) return undefined
  const step = await stepOnPage(app, read.data)
  return 'outcome' in step || !isPossible(step, target) ? undefined : { step, target }
}

const answer = async <Input,>(
  app: Trajectoires,
  request: FastifyRequest,
  reply: FastifyReply,
  amending: Amending<Input>,
  asked: AskedStep,
): Promise<FastifyReply> => {
  const { step, target } = asked
  const typed = typedFormOf(request.body)
  const shown = show(reply, amending, asked)
  const told = amending.told(typed, target)
  const input = amending.schema.safeParse(told.told, inFrench)
  const faults = {
    ...(input.success ? {} : atAmendingFields(faultsAtFields(input.error.issues))),
    ...told.faults,
  }
  if (!input.success || Object.keys(told.faults).length > 0) return shown(422, { typed, faults })
  const holder = amending.speaker(step, typed, target)
  const seen = Number(typedText(typed, 'vu') ?? holder.revision) as Revision // the revision that this form was shown at
  const dryRun = typedText(typed, 'action') !== 'enregistrer'
  const outcome = await amending.amend(app.recording, {
    ...present({
      expected: holder.organisation === step.holders[0].organisation ? seen : undefined,
    }),
    stepId: step.stepId,
    input: input.data,
    actor: PAGES_ACTOR,
    idempotencyKey: CommandId.safeParse(typedText(typed, 'cle')).data ?? CommandId.parse(randomUUID()),
    correlationId: request.id,
    dryRun,
  })
  return match(amendedBy(outcome, step.nameOf))
    .with({ ended: 'done' }, () => reply.redirect(`/etapes/${step.stepId}?${amending.done}=oui`, 303))
    .with({ ended: 'previewed' }, ({ effect }) => shown(200, { typed, preview: { effect } }))
    .with({ ended: 'faulty' }, ({ status, faults: refused, advice }) =>
      shown(status, { typed, faults: atAmendingFields(refused), advice }),
    )
    .with({ ended: 'moved' }, async () => {
      const news = await newsSince(app, holder.organisation, seen)
      return shown(409, { typed, moved: true, before: <MovedAround news={news} /> })
    })
    .exhaustive()
}

const show =
  <Input,>(reply: FastifyReply, { Form, fields }: Amending<Input>, { step, target }: AskedStep) =>
  (
    status: number,
    {
      typed,
      faults = {},
      moved,
      ...shown
    }: { readonly typed: TypedForm; readonly faults?: FaultsByField; readonly moved?: boolean } & Partial<
      Pick<AmendingShown, 'advice' | 'before' | 'preview'>
    >,
  ): FastifyReply => {
    const language = languageOf(reply.request)
    const placed = placedFaults(faults, [...fields, AMENDING_SOURCE, AMENDING_DATE], language)
    const state: FormState = { typed, faults: placed.faults }
    const commandId = typedText(typed, 'cle') ?? randomUUID()
    const seen = moved === true ? undefined : typedText(typed, 'vu')
    return sendPage(
      reply,
      <Form
        step={step}
        target={target}
        shown={{
          state,
          commandId,
          seen: seen ?? String(step.holders[0].revision),
          ...present({ advice: placed.advice, ...present(shown) }),
        }}
      />,
      status,
    )
  }
