import { match } from 'ts-pattern'
import { present } from '#domain/kernel/present.js'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Registering } from '#src/tasks/registering/use-cases/registering.js'
import type { Telling } from '#src/tasks/telling/use-cases/telling.js'
import {
  seenAt,
  seenIn,
  type AskedForm,
  type CheckedForm,
  type DrawnForm,
  type FormEnd,
  type FormSubject,
  type SentForm,
} from '#src/web/forms/checked-form.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'
import { MovedAround } from '#src/web/forms/moved-around.js'
import { typedFormOf, typedText } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/layout/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { sendNotFound } from '#src/web/page-errors.js'
import { actOf, correctionAct, isActName, type Act } from './acts.js'
import { ChangePage, type Subject } from './change-page.js'
import { ChangePreview, type ChangePreviewProps } from './change-preview.js'
import { ProfileForm } from './profile-form.js'
import { registeringWords } from './registering-words.js'

type UseCases = Finding & Registering & Telling

/** One act in the life of one organisation, with the address of its form. */
interface AskedAct {
  readonly organisation: Subject
  readonly act: Act
  readonly address: string
}

interface SaidOfAct {
  readonly preview?: ChangePreviewProps
  /** What was recorded of the organisation meanwhile. */
  readonly news?: readonly Labels[]
}

/** Change what is told of an organisation itself: a new name or identifier, its end, a succession, a correction. */
export const changeForm: CheckedForm<UseCases, AskedAct, SaidOfAct> = {
  route: '/organisations/:id/modifier',
  subject: (inside, asked) => actAsked(inside, asked),
  first: ({ organisation, act }) => seenAt(act.first, organisation.revision),
  fields: ({ act }) => act.fields.map(({ name }) => name),
  send: (inside, asked, sent) => send(inside, asked, sent),
  draw: (reply, drawn) => sendPage(reply, <ChangeFormPage {...drawn} />),
}

/** `?quoi=nom` is an act, `?corriger=<event>` a correction; where none is asked stands the page that offers them. */
const actAsked = async (inside: UseCases, { request }: AskedForm): Promise<FormSubject<AskedAct>> => {
  const id = OrganisationId.safeParse((request.params as { readonly id: string }).id) // of its route
  const organisation = id.success ? await inside.registering.profile(id.data) : undefined
  if (organisation === undefined) return { instead: sendNotFound }
  const asked = typedFormOf(request.query)
  const [name, target] = [typedText(asked, 'quoi') ?? '', typedText(asked, 'corriger')]
  const address = `/organisations/${organisation.id}/modifier`
  if (isActName(name)) {
    const act = actOf(name, organisation.id)
    return { subject: { organisation, act, address: `${address}?quoi=${name}` } }
  }
  const fact = organisation.history.profile.find((each) => each.id === target)
  if (fact !== undefined) {
    const act = correctionAct(organisation.id, fact, languageOf(request))
    return { subject: { organisation, act, address: `${address}?corriger=${fact.id}` } }
  }
  const done = typedText(asked, 'fait') === 'oui'
  return { instead: (reply) => sendPage(reply, <ChangePage {...organisation} done={done} />) }
}

const send = async (
  inside: UseCases,
  { organisation: { id, revision }, act }: AskedAct,
  { typed, key, correlationId, dryRun }: SentForm,
): Promise<FormEnd<SaidOfAct>> => {
  const seen = seenIn(typed) ?? revision
  const acted = await act.perform(inside, typed, {
    idempotencyKey: key,
    expected: seen,
    correlationId,
    dryRun,
  })
  return match(acted)
    .returnType<FormEnd<SaidOfAct> | Promise<FormEnd<SaidOfAct>>>()
    .with({ ended: 'recorded' }, () => ({ ended: 'recorded', at: `/organisations/${id}/modifier?fait=oui` }))
    .with({ ended: 'previewed' }, ({ events, changes, effect, effectOnSuccessor }) => ({
      ended: 'shown',
      said: {
        preview: present({
          events,
          changes,
          effects: present({ here: effect, onSuccessor: effectOnSuccessor }),
        }),
      },
    }))
    .with({ ended: 'faulty' }, ({ faults }) => ({ ended: 'shown', faults }))
    .with({ ended: 'moved' }, async () => ({
      ended: 'shown',
      typed: seenAt(typed, revision),
      said: { news: await inside.telling.newsSince(id, seen) },
    }))
    .with({ ended: 'key-used' }, (used) => ({ ended: used.ended }))
    .exhaustive()
}

const ChangeFormPage = ({
  subject: {
    organisation: { id, name },
    act,
    address,
  },
  state,
  said: { preview, news } = {},
}: DrawnForm<AskedAct, SaidOfAct>) => (
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
    state={state}
    before={news === undefined ? undefined : <MovedAround news={news} />}
    preview={preview === undefined ? undefined : { changes: <ChangePreview {...preview} /> }}
    save={checkedWords.save}
  />
)
