import { match } from 'ts-pattern'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import type { RegistryEntry } from '#projections/asked/finding/query.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import { OrganisationInput } from '#src/tasks/registering/use-cases/register-organisation.js'
import type { Registering } from '#src/tasks/registering/use-cases/registering.js'
import type { CheckedForm, DrawnForm, FormEnd, SentForm } from '#src/web/forms/checked-form.js'
import { contentOfFields, type FaultsByField } from '#src/web/forms/content-of-fields.js'
import { faultsAtFields, refusalAtField } from '#src/web/forms/fault-at-field.js'
import { typedFormOf, typedText } from '#src/web/forms/typed-form.js'
import { frameWords, sectionAddresses, sectionWords } from '#src/web/layout/frame-words.js'
import { useSay } from '#src/web/layout/page-context.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { fieldsOfProfile, identifierField } from './fields-of-profile.js'
import { organisationNamed } from './organisation-named.js'
import { ProfileForm } from './profile-form.js'
import { registeringWords } from './registering-words.js'

type UseCases = Finding & Registering

const ADDRESS = '/organisations/nouvelle'
const fields = [...fieldsOfProfile('OrganisationRegistered'), identifierField]

/** The identifier that it would have, and who is called alike. */
interface Supposed {
  readonly organisation: OrganisationId
  readonly alike: readonly Pick<RegistryEntry, 'id' | 'name'>[]
}

/** Register an organisation: checked for names alike, then recorded. */
export const registerForm: CheckedForm<UseCases, null, Supposed> = {
  route: ADDRESS,
  subject: () => Promise.resolve({ subject: null }),
  first: (_subject, { query }) => ({ name: [typedText(typedFormOf(query), 'nom') ?? ''] }),
  address: () => ADDRESS,
  fields: () => fields.map(({ name }) => name),
  send: (inside, _subject, sent) => send(inside, sent),
  draw: (reply, drawn) => sendPage(reply, <RegisterPage {...drawn} />),
}

const send = async (
  inside: UseCases,
  { typed, key, correlationId, dryRun }: SentForm,
): Promise<FormEnd<Supposed>> => {
  const { told, faults: atFields } = contentOfFields(fields, typed)
  const parent = await parentNamed(inside, told['parent'])
  const input = OrganisationInput.safeParse({ ...told, ...parent.told }, inFrench)
  const faults = {
    ...(input.success ? {} : faultsAtFields(input.error.issues)),
    ...atFields,
    ...parent.faults,
  }
  if (!input.success || Object.keys(faults).length > 0) return { ended: 'shown', faults }
  const outcome = await inside.registering.register({
    organisation: input.data,
    idempotencyKey: key,
    correlationId,
    dryRun,
  })
  return match(outcome)
    .returnType<FormEnd<Supposed> | Promise<FormEnd<Supposed>>>()
    .with({ outcome: 'recorded' }, { outcome: 'unchanged' }, ({ organisation }) => ({
      ended: 'recorded',
      at: `/organisations/${organisation}?inscrite=oui`,
    }))
    .with({ outcome: 'would-record' }, async ({ organisation }) => {
      const alike = await inside.finding.calledAlike(input.data.name)
      return { ended: 'shown', said: { organisation, alike: alike.map(({ id, name }) => ({ id, name })) } }
    })
    .with({ outcome: 'identifier-needed' }, () => ({
      ended: 'shown',
      faults: { id: registeringWords.identifierNeeded },
    }))
    .with({ outcome: 'refused' }, ({ refusal }) => ({
      ended: 'shown',
      faults: refusal.code === 'content-differs' ? { id: registeringWords.taken } : refusalAtField(refusal),
    }))
    .with({ outcome: 'command-reused' }, () => ({ ended: 'key-used' }))
    .with(
      { outcome: 'busy' },
      { outcome: 'disk-full' },
      { outcome: 'clock-behind' },
      { outcome: 'moved' },
      ({ outcome: code }) => ({
        ended: 'shown',
        faults: { '': outcomeAnswers[code] },
      }),
    )
    .exhaustive()
}

/** The territory by its name or identifier. */
const parentNamed = async (
  inside: UseCases,
  text: unknown,
): Promise<{ readonly told: Readonly<Record<string, unknown>>; readonly faults: FaultsByField }> => {
  if (typeof text !== 'string') return { told: {}, faults: {} }
  const named = await organisationNamed(inside, text)
  return 'id' in named
    ? { told: { parent: named.id }, faults: {} }
    : { told: { parent: undefined }, faults: { parent: named.fault } }
}

const RegisterPage = ({ state, said }: DrawnForm<null, Supposed>) => (
  <ProfileForm
    title={frameWords.registerOrganisation}
    lead={registeringWords.registerLead}
    crumbs={[{ label: sectionWords.organisations, href: sectionAddresses.organisations }]}
    action={ADDRESS}
    fields={fields}
    state={state}
    preview={said === undefined ? undefined : { changes: <Would {...said} /> }}
    save={registeringWords.register}
  />
)

const Would = ({ organisation, alike: others }: Supposed) => {
  const say = useSay()
  return (
    <>
      <p>
        {say(registeringWords.wouldBe)} <code>{organisation}</code>
      </p>
      {others.length === 0 ? null : (
        <>
          <p>{say(registeringWords.alike)}</p>
          <ul>
            {others.map(({ id, name }) => (
              <li key={id}>
                <a href={`/organisations/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
