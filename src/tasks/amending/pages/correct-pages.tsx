import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { patched } from '#domain/kernel/merge-patch.js'
import { CommandId, StepId } from '#domain/kernel/identifiers.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import type { Revision } from '#domain/ports/event-log.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import { factSentence } from '#projections/asked/trajectory/told-fact.js'
import { CorrectionInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import { correctStep } from '#src/tasks/amending/use-cases/amend-step.js'
import type { StepHolder } from '#src/tasks/amending/use-cases/find-step.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { inFrench } from '#src/messages/faults.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { stepWords } from './step-words.js'
import { PAGES_ACTOR } from '#src/web/actor.js'
import { typedFormOf, typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendRefusedPage } from '#src/web/page-errors.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { othersField } from '#src/web/forms/form-field.js'
import { formOfKind } from '#src/web/forms/form-of-kind.js'
import { placedFaults } from '#src/web/forms/placed-faults.js'
import { newsSince } from '#src/web/forms/news-since.js'
import { amendedBy } from './amended-outcome.js'
import { AMENDING_DATE, AMENDING_SOURCE, amendingSource, atAmendingFields } from './amending-source.js'
import { CorrectPage, type CorrectPageProps } from './correct-page.js'
import { correctionOf, factAsSeen, onNewerVersion } from './correction.js'
import { changedFields, typedOfFact } from './fact-in-form.js'
import { factOnPage, nameOfHolder, stepOnPage, type StepOnPage } from './step-on-page.js'

interface FactParameters {
  readonly Params: { readonly stepId: string; readonly fact: string }
}

/** Correct one fact: its form as it stands on record, what changes, why; checked, then recorded. */
export const correctPages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const address = '/etapes/:stepId/faits/:fact/corriger'
    server.get<FactParameters>(address, async (request, reply) => {
      const asked = await askedFact(app, request.params)
      if (asked === undefined) return sendRefusedPage(reply, 404, stepWords.notFound)
      const typed = typedOfFact(asked.fact.kind, asked.fact.fact, languageOf(request))
      return formShown(reply, asked)(200, { typed, commandId: randomUUID() })
    })
    server.post<FactParameters>(address, async (request, reply) => {
      const asked = await askedFact(app, request.params)
      if (asked === undefined) return sendRefusedPage(reply, 404, stepWords.notFound)
      return answerForm(app, request, reply, asked)
    })
    done()
  }

/** A fact that stands, with its step and who tells it. */
interface AskedFact {
  readonly step: StepOnPage
  readonly holder: StepHolder
  readonly fact: FactOnRecord
}

const askedFact = async (
  app: Trajectoires,
  { stepId, fact: id }: FactParameters['Params'],
): Promise<AskedFact | undefined> => {
  const read = StepId.safeParse(stepId)
  if (!read.success) return undefined
  const step = await stepOnPage(app, read.data)
  if ('outcome' in step) return undefined
  const found = factOnPage(step, id)
  return found === undefined || found.fact.retracted ? undefined : { step, ...found }
}

const answerForm = async (
  app: Trajectoires,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: AskedFact,
): Promise<FastifyReply> => {
  const { step, holder, fact } = asked
  const typed = typedFormOf(request.body)
  const show = formShown(reply, asked)
  const language = languageOf(request)
  const seenAt = Number(typedText(typed, 'vu') ?? holder.revision)
  const seen = factAsSeen(holder.events, seenAt, fact.id) ?? fact
  const correction = correctionOf(fact.kind, typedOfFact(fact.kind, seen.fact, language), typed)
  const around = amendingSource(typed)
  const input = CorrectionInput.safeParse(
    present({
      target: fact.id,
      changes: correction.read ? correction.changes : {},
      reason: typedText(typed, 'reason'),
      ...around.told,
    }),
    inFrench,
  )
  const faults = {
    ...(input.success ? {} : atAmendingFields(faultsAtFields(input.error.issues))),
    ...(correction.read ? {} : correction.faults),
    ...around.faults,
  }
  const dryRun = typedText(typed, 'action') !== 'enregistrer'
  if (!correction.read || !input.success || Object.keys(around.faults).length > 0) {
    return show(422, { typed, faults })
  }
  if (Object.keys(correction.changes).length === 0) {
    return show(dryRun ? 200 : 422, { typed, advice: stepWords.nothingChanged })
  }
  const outcome = await correctStep(app.recording, {
    stepId: step.stepId,
    input: input.data,
    actor: PAGES_ACTOR,
    idempotencyKey: CommandId.safeParse(typedText(typed, 'cle')).data ?? CommandId.parse(randomUUID()),
    expected: seenAt as Revision, // the revision that this form was shown at
    correlationId: request.id,
    dryRun,
  })
  return match(amendedBy(outcome, step.nameOf))
    .with({ ended: 'done' }, () => reply.redirect(`/etapes/${step.stepId}?corrige=oui`, 303))
    .with({ ended: 'previewed' }, ({ effect }) => {
      const after = patched(fact.fact, correction.changes) as Fact // its decision validated it
      return show(200, { typed, preview: { changes: changedFields(fact.kind, fact.fact, after), effect } })
    })
    .with({ ended: 'faulty' }, ({ status, faults: refused, advice }) =>
      show(status, { typed, faults: refused, ...present({ advice }) }),
    )
    .with({ ended: 'moved' }, async () => {
      const before = typedOfFact(fact.kind, seen.fact, language)
      const now = typedOfFact(fact.kind, fact.fact, language)
      const news = await newsSince(app, holder.organisation, seenAt as Revision) // as above
      return show(409, {
        typed: onNewerVersion(typed, before, now),
        moved: { changes: changedFields(fact.kind, seen.fact, fact.fact), news },
      })
    })
    .exhaustive()
}

/** Shows the form with what was typed; it is of the revision that is on record now. */
const formShown =
  (reply: FastifyReply, { step, holder, fact }: AskedFact) =>
  (
    status: number,
    {
      typed,
      faults = {},
      commandId = typedText(typed, 'cle') ?? randomUUID(),
      ...shown
    }: { readonly typed: TypedForm; readonly faults?: FaultsByField; readonly commandId?: string } & Partial<
      Pick<CorrectPageProps, 'advice' | 'preview' | 'moved'>
    >,
  ): FastifyReply => {
    const placed = placedFaults(faults, namesIn(fact.kind), languageOf(reply.request))
    return sendPage(
      reply,
      <CorrectPage
        stepId={step.stepId}
        fact={fact}
        sentence={factSentence(fact)}
        organisation={{ id: holder.organisation, name: nameOfHolder(holder) }}
        steps={holder.history}
        state={{ typed, faults: placed.faults }}
        commandId={commandId}
        seen={(shown.moved === undefined ? typedText(typed, 'vu') : undefined) ?? String(holder.revision)}
        advice={placed.advice}
        save={recordWords.save}
        {...shown}
      />,
      status,
    )
  }

const namesIn = (kind: KindCode): readonly string[] => [
  ...formOfKind(kind).fields.flatMap(({ name, input }) => {
    if (name === 'stage') return []
    return input === 'steps' ? othersField(name) : name
  }),
  'role',
  'reason',
  AMENDING_SOURCE,
  AMENDING_DATE,
]
