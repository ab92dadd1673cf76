import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { match } from 'ts-pattern'
import { CommandId, type OrganisationId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { isKindCode, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { RegistryEntry } from '#projections/asked/finding/query.js'
import { alikeOnRecord } from '#src/tasks/recording/use-cases/alike-on-record.js'
import { searchOrganisations } from '#src/tasks/finding/use-cases/search-organisations.js'
import { usualStage } from '#src/typed/usual-stage.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { recordWords } from './record-words.js'
import { withParameter } from '#src/web/elements/next-page.js'
import { typedFormOf, typedText, typedTexts, type TypedForm } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendNotFound, sendRefusedPage } from '#src/web/page-errors.js'
import { attempt, type Attempted } from './attempt.js'
import { ChooseKind } from './choose-kind.js'
import { chosenOrganisations, type ChosenOrganisation } from './chosen-organisations.js'
import type { FaultsByField } from '#src/web/forms/content-of-fields.js'
import { formOfKind } from '#src/web/forms/form-of-kind.js'
import { inputOfForm, roleField, stepField } from './input-of-form.js'
import { othersField } from '#src/web/forms/form-field.js'
import { newsSince } from '#src/web/forms/news-since.js'
import { placedFaults } from '#src/web/forms/placed-faults.js'
import { StepForm, type StepFormProps } from './step-form.js'
import type { Found } from './taking-part.js'

/** Record what happened: choose the kind, fill in its form, see what it changes, record. */
export const recordPages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get('/enregistrer', async (request, reply) => {
      const asked = typedFormOf(request.query)
      return showForm(app, reply, asked, typedTexts(asked, 'organisation'))
    })
    server.get<{ Params: { id: string } }>('/organisations/:id/enregistrer', async (request, reply) => {
      const { id } = request.params
      const organisations = await chosenOrganisations(app, [id])
      return organisations.length === 0
        ? sendNotFound(reply)
        : showForm(app, reply, typedFormOf(request.query), [id])
    })
    server.post('/enregistrer', async (request, reply) => answerForm(app, request, reply))
    done()
  }

/** The kinds to choose from, or the form of the one that was chosen. */
const showForm = async (
  app: Trajectoires,
  reply: FastifyReply,
  asked: TypedForm,
  ids: readonly string[],
): Promise<FastifyReply> => {
  const organisations = await chosenOrganisations(app, ids)
  const kind = typedText(asked, 'kind')
  if (kind === undefined) {
    const search = typedText(asked, 'genre') ?? ''
    return sendPage(reply, <ChooseKind organisations={organisations} search={search} />)
  }
  if (!isKindCode(kind)) return sendRefusedPage(reply, 404, recordWords.kindUnknown)
  // The form's own name stands in its address: who comes back to it sends the same form again, which has one effect.
  const commandId = CommandId.safeParse(typedText(asked, 'cle'))
  if (!commandId.success) {
    return reply.redirect(withParameter(reply.request.url, 'cle', randomUUID()), 302)
  }
  const typed = {
    stage: [typedText(asked, 'stage') ?? usualStage(kind) ?? ''],
    ...stepsAsked(asked, organisations),
  }
  return sendPage(
    reply,
    <StepForm
      kind={kind}
      organisations={organisations}
      state={{ typed, faults: {} }}
      commandId={commandId.data}
    />,
  )
}

/** `step` in the address is the step of the only organisation. */
const stepsAsked = (asked: TypedForm, [only]: readonly ChosenOrganisation[]): TypedForm => {
  const step = typedText(asked, 'step')
  return step === undefined || only === undefined ? {} : { [stepField(only.id)]: [step] }
}

const answerForm = async (
  app: Trajectoires,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const typed = typedFormOf(request.body)
  const kind = typedText(typed, 'kind') ?? ''
  if (!isKindCode(kind)) return sendRefusedPage(reply, 404, recordWords.kindUnknown)
  const [pressed = '', named = ''] = (typedText(typed, 'action') ?? '').split(':')
  const action = pressed === 'entree' ? actionOfEnter(typed) : pressed
  const ids = typedTexts(typed, 'organisation').filter((id) => action !== 'retirer' || id !== named)
  const organisations = await chosenOrganisations(app, action === 'ajouter' ? [...ids, named] : ids)
  const show = formShown(reply, kind, organisations, typed)
  switch (action) {
    case 'ajouter':
    case 'retirer':
      return show(200, {
        typed: { ...typed, cherche: [] },
        ...(action === 'ajouter' ? { added: named } : {}),
      })
    case 'chercher': {
      const q = typedText(typed, 'cherche')
      return show(200, q === undefined ? {} : { found: await foundBeside(app, organisations, q) })
    }
    default:
      return tryOrRecord(app, request, reply, {
        kind,
        organisations,
        typed,
        show,
        dryRun: action !== 'enregistrer',
      })
  }
}

/** Enter in a field is the same key wherever it is pressed: a name that was not searched yet is searched. */
const actionOfEnter = (typed: TypedForm): 'chercher' | 'verifier' => {
  const name = typedText(typed, 'cherche')
  return name === undefined || name === typedText(typed, 'cherche.vu') ? 'verifier' : 'chercher'
}

type Show = ReturnType<typeof formShown>

interface Sent {
  readonly kind: KindCode
  readonly organisations: readonly ChosenOrganisation[]
  readonly typed: TypedForm
  readonly show: Show
  readonly dryRun: boolean
}

const tryOrRecord = async (
  app: Trajectoires,
  request: FastifyRequest,
  reply: FastifyReply,
  { kind, organisations, typed, show, dryRun }: Sent,
): Promise<FastifyReply> => {
  const input = inputOfForm(
    kind,
    typed,
    organisations.map(({ id }) => id),
  )
  if (!input.read) return show(422, { faults: input.faults })
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  const nameOf = (id: OrganisationId): string => names.get(id) ?? id
  const how = { key: commandIdOf(typed), correlationId: request.id, nameOf }
  const seen = revisionsSeen(typed, organisations)
  // What is shown below is of today’s revisions, whatever was seen before.
  const upToDate = Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('vu.')))
  const previewed = async (ended: Attempted): Promise<Pick<StepFormProps, 'preview'>> =>
    ended.ended === 'previewed'
      ? {
          preview: {
            parts: await Promise.all(
              ended.parts.map(async (part) => ({
                ...part,
                name: nameOf(part.organisation),
                alike: await alikeOnRecord(app.log, part.organisation, part.events),
              })),
            ),
          },
        }
      : {}
  const ended = await attempt(app.recording, input.asked, { ...how, seen, dryRun })
  return match(ended)
    .with({ ended: 'recorded' }, ({ stepId }) => reply.redirect(`/etapes/${stepId}?enregistre=oui`, 303))
    .with({ ended: 'previewed' }, async (tried) =>
      show(200, { typed: upToDate, ...(await previewed(tried)) }),
    )
    .with({ ended: 'faulty' }, ({ faults }) => show(422, { faults }))
    .with({ ended: 'not-now' }, ({ advice }) => show(503, { advice }))
    .with({ ended: 'key-used' }, async () => {
      const again = await attempt(app.recording, input.asked, {
        ...how,
        key: newCommandId(),
        seen,
        dryRun: true,
      })
      return show(409, {
        advice: recordWords.keyUsed,
        commandId: newCommandId(),
        ...(await previewed(again)),
      })
    })
    .with({ ended: 'moved' }, async ({ organisations: moved }) => {
      const again = await attempt(app.recording, input.asked, { ...how, seen, dryRun: true })
      const news = await Promise.all(
        moved.map(async (id) => ({
          name: nameOf(id),
          news: await newsSince(app, id, seen.get(id) ?? 'none'),
        })),
      )
      return show(409, {
        typed: upToDate,
        moved: news,
        ...(await previewed(again)),
        ...(again.ended === 'faulty' ? { faults: again.faults } : {}),
      })
    })
    .exhaustive()
}

/** Shows the form again with all that was typed. */
const formShown =
  (reply: FastifyReply, kind: KindCode, organisations: readonly ChosenOrganisation[], asTyped: TypedForm) =>
  (
    status: number,
    {
      faults = {},
      typed = asTyped,
      commandId = commandIdOf(asTyped),
      ...shown
    }: Partial<Omit<StepFormProps, 'state'>> & {
      readonly faults?: FaultsByField
      readonly typed?: TypedForm
    },
  ): FastifyReply => {
    const language = languageOf(reply.request)
    const { faults: said, advice } = placedFaults(faults, namesIn(kind, organisations), language)
    return sendPage(
      reply,
      <StepForm
        kind={kind}
        organisations={organisations}
        state={{ typed, faults: said }}
        commandId={commandId}
        advice={advice}
        {...shown}
      />,
      status,
    )
  }

const namesIn = (kind: KindCode, organisations: readonly ChosenOrganisation[]): readonly string[] => [
  'organisation',
  ...formOfKind(kind).fields.flatMap(({ name, input }) => (input === 'steps' ? othersField(name) : name)),
  ...organisations.flatMap(({ id }) => [roleField(id), stepField(id)]),
]

/** The organisations of a name; those that take part already are said to. */
const foundBeside = async (
  app: Trajectoires,
  chosen: readonly ChosenOrganisation[],
  q: string,
): Promise<Found> => {
  const known = new Set<string>(chosen.map(({ id }) => id))
  const named = await organisationsNamed(app, q)
  return {
    others: named.filter(({ id }) => !known.has(id)),
    chosen: named.filter(({ id }) => known.has(id)),
  }
}

const organisationsNamed = async (app: Trajectoires, q: string): Promise<readonly RegistryEntry[]> => {
  const answer = await searchOrganisations(app.reading, { q, limit: MOST_FOUND })
  return answer.outcome === 'page' ? answer.organisations : []
}

const MOST_FOUND = 8

const newCommandId = (): CommandId => CommandId.parse(randomUUID())

/** The form’s own name; a form that lost it gets a new one. */
const commandIdOf = (typed: TypedForm): CommandId =>
  CommandId.safeParse(typedText(typed, 'cle')).data ?? newCommandId()

/** The revisions at which the form was shown. */
const revisionsSeen = (
  typed: TypedForm,
  organisations: readonly ChosenOrganisation[],
): ReadonlyMap<OrganisationId, Revision | 'none'> =>
  new Map(
    organisations.flatMap(({ id }) => {
      const seen = typedText(typed, `vu.${id}`)
      return seen !== undefined && /^\d{1,15}$/.test(seen) ? [[id, Number(seen) as Revision] as const] : [] // digits only
    }),
  )
