import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { CommandId } from '#domain/kernel/identifiers.js'
import type { Revision } from '#domain/ports/event-log.js'
import { withParameters } from '#src/web/layout/address.js'
import { checkedWords } from './checked-form-words.js'
import type { FaultsByField } from './content-of-fields.js'
import type { FormStates } from './form-states.js'
import { drawnForm, FORM_KEY, formAddress, keepForm, keptForm, type ShownAgain } from './shown-again.js'
import { typedFormOf, typedText, type FormState, type TypedForm } from './typed-form.js'

/** The revision at which a form was shown, as a field of it. */
export const SEEN = 'vu'
/** What the button says that was pressed. */
export const ACTION = 'action'
/** The button that records; every other one only asks what would be. */
export const RECORD = 'enregistrer'
export const CHECK = 'verifier'
/** What scripts ask while one types: a check that nobody comes back to. */
const FOLLOW = 'apercu'

/** A request for a form, or with one: what stands in its address, or what was typed into it. */
export interface AskedForm {
  readonly request: FastifyRequest
  readonly typed: TypedForm
  readonly sent: boolean
}

/** A form that was sent. */
export interface SentForm {
  readonly typed: TypedForm
  /** Under which it has one effect, however often it is sent. */
  readonly key: CommandId
  readonly correlationId: string
  /** Only what it would do is asked. */
  readonly dryRun: boolean
}

/** How a form that was sent ends. */
export type FormEnd<Said> =
  /** It is done, and `at` is the page that says so. */
  | { readonly ended: 'recorded'; readonly at: string }
  /** It is shown again, with its faults or with what it tells; `typed` where that is other than what was sent. */
  | {
      readonly ended: 'shown'
      readonly typed?: TypedForm
      readonly faults?: FaultsByField
      readonly said?: Said
    }
  /** Its key has served before, for another content. */
  | { readonly ended: 'key-used' }

/** What a form is about; or the page that stands where it cannot be asked for. */
export type FormSubject<Subject> =
  { readonly subject: Subject } | { readonly instead: (reply: FastifyReply) => FastifyReply }

export interface DrawnForm<Subject, Said> {
  readonly subject: Subject
  readonly state: FormState
  readonly said: Said | undefined
}

/** A form that is checked, then recorded: what it is about, what is done with it, and how it is drawn. */
export interface CheckedForm<UseCases, Subject, Said> {
  /** Where it is asked for, and sent to: the route. */
  readonly route: string
  readonly subject: (inside: UseCases, asked: AskedForm) => Promise<FormSubject<Subject>>
  /** Its address, where that is not simply what was asked for. */
  readonly address?: (subject: Subject) => string
  /** A list with a form below it has no name of its own in its address. */
  readonly unnamed?: true
  /** What it holds at first. */
  readonly first: (subject: Subject, request: FastifyRequest) => TypedForm
  /** The names of its fields: what is wrong with anything else is said above it. */
  readonly fields: (subject: Subject) => readonly string[]
  readonly send: (inside: UseCases, subject: Subject, sent: SentForm) => Promise<FormEnd<Said>>
  readonly draw: (
    reply: FastifyReply,
    drawn: DrawnForm<Subject, Said>,
    inside: UseCases,
  ) => FastifyReply | Promise<FastifyReply>
}

/**
 * Serves a form. Whatever it was sent with is answered by a redirect: to the page that says that it is recorded, or to the
 * form with what was typed and what is to be said of it. So «back» and «reload» show, and never send again.
 */
export const serveForm =
  <UseCases, Subject, Said>(form: CheckedForm<UseCases, Subject, Said>) =>
  (enter: (request: FastifyRequest) => UseCases, states: FormStates): FastifyPluginCallback =>
  (server, _options, done) => {
    const addressOf = (subject: Subject, { url }: FastifyRequest): string =>
      form.address?.(subject) ?? formAddress(url)

    server.get(form.route, async (request, reply) => {
      const [inside, typed] = [enter(request), typedFormOf(request.query)]
      const found = await form.subject(inside, { request, typed, sent: false })
      if ('instead' in found) return found.instead(reply)
      const { subject } = found
      const name = CommandId.safeParse(typedText(typed, FORM_KEY)).data
      // Who comes back to the address of a form sends the same form again, which has one effect.
      if (name === undefined && form.unnamed !== true)
        return reply.redirect(withParameters(request.url, { [FORM_KEY]: newKey() }), 302)
      const asked = await keptForm<Said>(states, addressOf(subject, request), request)
      const state = drawnForm(request, asked, {
        first: { ...form.first(subject, request), [FORM_KEY]: [name ?? newKey()] },
        fields: form.fields(subject),
      })
      return form.draw(reply, { subject, state, said: asked.kept?.said }, inside)
    })

    server.post(form.route, async (request, reply) => {
      const [inside, typed] = [enter(request), typedFormOf(request.body)]
      const found = await form.subject(inside, { request, typed, sent: true })
      if ('instead' in found) return reply.redirect(formAddress(request.url), 303)
      const { subject } = found
      const action = typedText(typed, ACTION)
      const end = await endOf(form, inside, subject, {
        typed,
        key: CommandId.safeParse(typedText(typed, FORM_KEY)).data ?? newKey(),
        correlationId: request.id,
        dryRun: action !== RECORD,
      })
      if ('at' in end) return reply.redirect(end.at, 303)
      const shown = action === FOLLOW ? { ...end, once: true as const } : end
      return reply.redirect(await keepForm(states, addressOf(subject, request), shown), 303)
    })
    done()
  }

/** How it ends. Under a key that has served it is a new form: what it would do is said, and it is sent again only if meant. */
const endOf = async <UseCases, Subject, Said>(
  form: CheckedForm<UseCases, Subject, Said>,
  inside: UseCases,
  subject: Subject,
  sent: SentForm,
): Promise<ShownAgain<Said> | { readonly at: string }> => {
  const end = await form.send(inside, subject, sent)
  if (end.ended === 'recorded') return { at: end.at }
  if (end.ended === 'shown') return shownAgain(end, sent)
  const anew = { ...sent, key: newKey(), dryRun: true }
  const again = await form.send(inside, subject, anew)
  if (again.ended === 'recorded') return { at: again.at }
  return shownAgain(again.ended === 'shown' ? again : {}, anew, { [FORM_KEY]: checkedWords.keyUsed })
}

const shownAgain = <Said>(
  { typed, faults = {}, said }: Partial<Extract<FormEnd<Said>, { readonly ended: 'shown' }>>,
  sent: SentForm,
  above: FaultsByField = {},
): ShownAgain<Said> => {
  const { [ACTION]: _pressed, ...fields } = typed ?? sent.typed
  return {
    typed: { ...fields, [FORM_KEY]: [sent.key] },
    faults: { ...above, ...faults },
    ...(said === undefined ? {} : { said }),
  }
}

const newKey = (): CommandId => CommandId.parse(randomUUID())

/** The revision at which a form was shown; undefined where it does not say. */
export const seenIn = (typed: TypedForm, field = SEEN): Revision | undefined => {
  const seen = typedText(typed, field)
  return seen !== undefined && /^\d{1,15}$/.test(seen) ? (Number(seen) as Revision) : undefined // digits only
}

/** What was typed, as of this revision. */
export const seenAt = (typed: TypedForm, revision: Revision | 'none'): TypedForm => ({
  ...typed,
  [SEEN]: [String(revision)],
})
