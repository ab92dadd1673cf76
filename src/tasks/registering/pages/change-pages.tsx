import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { CommandId, OrganisationId } from '#domain/kernel/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import { profileOnRecord } from '#domain/organisation/profile-on-record.js'
import type { Revision } from '#domain/ports/event-log.js'
import type { Language } from '#domain/time/wording.js'
import { readOrganisation } from '#src/handling/reading/read-organisation.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { registeringWords } from './registering-words.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { PAGES_ACTOR } from '#src/web/actor.js'
import { typedFormOf, typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendNotFound } from '#src/web/page-errors.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { placedFaults } from '#src/web/forms/placed-faults.js'
import { newsSince } from '#src/web/forms/news-since.js'
import { MovedAround } from '#src/web/forms/moved-around.js'
import { actOf, correctionAct, eventsOf, isActName, type Act, type Acted } from './acts.js'
import { ChangePage, type Subject } from './change-page.js'
import { ChangePreview } from './change-preview.js'
import { ProfileForm, type ProfileFormProps } from './profile-form.js'

interface Parameters {
  readonly Params: { readonly id: string }
}

/** Change what is told of an organisation itself: a new name or identifier, its end, a succession, a correction. */
export const changePages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    const address = '/organisations/:id/modifier'
    server.get<Parameters>(address, async (request, reply) => {
      const subject = await subjectOf(app, request.params.id)
      if (subject === undefined) return sendNotFound(reply)
      const asked = actAsked(subject, request)
      if (asked === undefined) {
        const done = typedText(typedFormOf(request.query), 'fait') === 'oui'
        return sendPage(reply, <ChangePage {...subject} done={done} />)
      }
      return show(reply, subject, asked)(200, { typed: asked.act.first })
    })
    server.post<Parameters>(address, async (request, reply) => {
      const subject = await subjectOf(app, request.params.id)
      const asked = subject && actAsked(subject, request)
      return subject === undefined || asked === undefined
        ? sendNotFound(reply)
        : answer(app, request, reply, subject, asked)
    })
    done()
  }

const subjectOf = async (app: Trajectoires, text: string): Promise<Subject | undefined> => {
  const id = OrganisationId.safeParse(text)
  if (!id.success) return undefined
  const { events, revision } = await readOrganisation(app.log, id.data)
  const history = historyOf(events)
  const name = profileOnRecord(history)?.profile.name
  return name === undefined ? undefined : { id: id.data, name, history, revision }
}

/** An act with the address of its form. */
interface AskedAct {
  readonly act: Act
  readonly address: string
}

/** `?quoi=nom` is an act, `?corriger=<event>` a correction; undefined where none is asked. */
const actAsked = ({ id, history }: Subject, request: FastifyRequest): AskedAct | undefined => {
  const asked = typedFormOf(request.query)
  const [name, target] = [typedText(asked, 'quoi') ?? '', typedText(asked, 'corriger')]
  const address = `/organisations/${id}/modifier`
  if (isActName(name)) return { act: actOf(name, id), address: `${address}?quoi=${name}` }
  const fact = history.profile.find((each) => each.id === target)
  if (fact === undefined) return undefined
  const language: Language = languageOf(request)
  return { act: correctionAct(id, fact, language), address: `${address}?corriger=${fact.id}` }
}

const answer = async (
  app: Trajectoires,
  request: FastifyRequest,
  reply: FastifyReply,
  subject: Subject,
  asked: AskedAct,
): Promise<FastifyReply> => {
  const typed = typedFormOf(request.body)
  const shown = show(reply, subject, asked)
  const seen = Number(typedText(typed, 'vu') ?? subject.revision) as Revision // the revision that this form was shown at
  const dryRun = typedText(typed, 'action') !== 'enregistrer'
  const acted = await asked.act.perform(
    app,
    typed,
    present({
      actor: PAGES_ACTOR,
      idempotencyKey: CommandId.safeParse(typedText(typed, 'cle')).data ?? CommandId.parse(randomUUID()),
      expected: seen,
      correlationId: request.id,
      dryRun,
    }),
  )
  return match<Acted, Promise<FastifyReply> | FastifyReply>(acted)
    .with({ ended: 'done' }, () => reply.redirect(`/organisations/${subject.id}/modifier?fait=oui`, 303))
    .with({ ended: 'previewed' }, (previewed) => shown(200, { typed, previewed }))
    .with({ ended: 'faulty' }, (faulty) => shown(faulty.status, { typed, ...faulty }))
    .with({ ended: 'moved' }, async () => {
      const news = await newsSince(app, subject.id, seen)
      return shown(409, { typed, before: <MovedAround news={news} /> })
    })
    .exhaustive()
}

const show =
  (reply: FastifyReply, { id, name, revision }: Subject, { act, address }: AskedAct) =>
  (
    status: number,
    {
      typed,
      faults = {},
      previewed,
      ...rest
    }: {
      readonly typed: TypedForm
      readonly faults?: FaultsByField
      readonly previewed?: Acted
    } & Partial<Pick<ProfileFormProps, 'advice' | 'before'>>,
  ): FastifyReply => {
    const language = languageOf(reply.request)
    const placed = placedFaults(
      faults,
      act.fields.map((field) => field.name),
      language,
    )
    const { advice = placed.advice, before } = rest
    return sendPage(
      reply,
      <ProfileForm
        title={act.title}
        kicker={name}
        lead={registeringWords.changeLead}
        crumbs={[
          { label: name, href: `/organisations/${id}` },
          { label: registeringWords.changeTitle(name), href: `/organisations/${id}/modifier` },
        ]}
        action={address}
        fields={act.fields}
        state={{ typed, faults: placed.faults }}
        commandId={typedText(typed, 'cle') ?? randomUUID()}
        seen={(before === undefined ? typedText(typed, 'vu') : undefined) ?? String(revision)}
        advice={advice}
        before={before}
        preview={
          previewed && {
            changes: (
              <ChangePreview
                events={eventsOf(previewed)}
                changes={previewed.changes}
                effects={effectsOf(previewed)}
              />
            ),
          }
        }
        save={recordWords.save}
      />,
      status,
    )
  }

const effectsOf = (acted: Acted) =>
  acted.ended === 'previewed' ? present({ here: acted.effect, onSuccessor: acted.effectOnSuccessor }) : {}
