import { randomUUID } from 'node:crypto'
import type { FastifyPluginCallback, FastifyReply, FastifyRequest } from 'fastify'
import { match } from 'ts-pattern'
import { CommandId, type OrganisationId } from '#domain/kernel/identifiers.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { RegistryEntry } from '#projections/asked/finding/query.js'
import {
  OrganisationInput,
  registerOrganisation,
} from '#src/tasks/registering/use-cases/register-organisation.js'
import { organisationsCalledAlike } from '#src/tasks/finding/use-cases/organisations-called-alike.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { sectionAddresses, sectionWords } from '#src/web/layout/frame-words.js'
import { recordWords } from '#src/tasks/recording/pages/record-words.js'
import { registeringWords } from './registering-words.js'
import { PAGES_ACTOR } from '#src/web/actor.js'
import { typedFormOf, typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import { languageOf } from '#src/web/language.js'
import { sendPage } from '#src/web/layout/send-page.js'
import { useSay } from '#src/web/layout/page-context.js'
import { contentOfFields, type FaultsByField } from '#src/web/forms/content-of-fields.js'
import { faultsAtFields, refusalAtField } from '#src/web/forms/fault-at-field.js'
import { placedFaults } from '#src/web/forms/placed-faults.js'
import { fieldsOfProfile, identifierField } from './fields-of-profile.js'
import { organisationNamed } from './organisation-named.js'
import { ProfileForm, type ProfileFormProps } from './profile-form.js'

const ADDRESS = '/organisations/nouvelle'
const fields = [...fieldsOfProfile('OrganisationRegistered'), identifierField]

/** Register an organisation: checked for names alike, then recorded. */
export const registerPages =
  (app: Trajectoires): FastifyPluginCallback =>
  (server, _options, done) => {
    server.get(ADDRESS, (request, reply) =>
      show(reply)(200, { typed: { name: [typedText(typedFormOf(request.query), 'nom') ?? ''] } }),
    )
    server.post(ADDRESS, (request, reply) => answer(app, request, reply))
    done()
  }

const answer = async (
  app: Trajectoires,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const typed = typedFormOf(request.body)
  const shown = show(reply)
  const { told, faults: atFields } = contentOfFields(fields, typed)
  const parent = await parentNamed(app, told['parent'])
  const input = OrganisationInput.safeParse({ ...told, ...parent.told }, inFrench)
  const faults = {
    ...(input.success ? {} : faultsAtFields(input.error.issues)),
    ...atFields,
    ...parent.faults,
  }
  if (!input.success || Object.keys(faults).length > 0) return shown(422, { typed, faults })
  const outcome = await registerOrganisation(app.recording, {
    organisation: input.data,
    actor: PAGES_ACTOR,
    idempotencyKey: CommandId.safeParse(typedText(typed, 'cle')).data ?? CommandId.parse(randomUUID()),
    correlationId: request.id,
    dryRun: typedText(typed, 'action') !== 'enregistrer',
  })
  return match(outcome)
    .with({ outcome: 'recorded' }, { outcome: 'unchanged' }, ({ organisation }) =>
      reply.redirect(`/organisations/${organisation}?inscrite=oui`, 303),
    )
    .with({ outcome: 'would-record' }, async ({ organisation }) =>
      shown(200, {
        typed,
        supposed: { organisation, alike: await organisationsCalledAlike(app.reading, input.data.name) },
      }),
    )
    .with({ outcome: 'identifier-needed' }, () =>
      shown(422, { typed, faults: { id: registeringWords.identifierNeeded } }),
    )
    .with({ outcome: 'refused' }, ({ refusal }) =>
      shown(422, {
        typed,
        faults: refusal.code === 'content-differs' ? { id: registeringWords.taken } : refusalAtField(refusal),
      }),
    )
    .with({ outcome: 'command-reused' }, () =>
      shown(409, { typed: { ...typed, cle: [] }, advice: recordWords.keyUsed }),
    )
    .with({ outcome: 'busy' }, { outcome: 'disk-full' }, { outcome: 'moved' }, ({ outcome: code }) =>
      shown(503, { typed, advice: outcomeAnswers[code] }),
    )
    .exhaustive()
}

/** The territory by its name or identifier. */
const parentNamed = async (
  app: Trajectoires,
  text: unknown,
): Promise<{ readonly told: Readonly<Record<string, unknown>>; readonly faults: FaultsByField }> => {
  if (typeof text !== 'string') return { told: {}, faults: {} }
  const named = await organisationNamed(app, text)
  return 'id' in named
    ? { told: { parent: named.id }, faults: {} }
    : { told: { parent: undefined }, faults: { parent: named.fault } }
}

interface Supposed {
  readonly organisation: OrganisationId
  readonly alike: readonly RegistryEntry[]
}

const show =
  (reply: FastifyReply) =>
  (
    status: number,
    {
      typed,
      faults = {},
      supposed,
      advice,
    }: {
      readonly typed: TypedForm
      readonly faults?: FaultsByField
      readonly supposed?: Supposed
      readonly advice?: Labels
    },
  ): FastifyReply => {
    const language = languageOf(reply.request)
    const placed = placedFaults(
      faults,
      fields.map(({ name }) => name),
      language,
    )
    const props: ProfileFormProps = {
      title: registeringWords.registerTitle,
      lead: registeringWords.registerLead,
      crumbs: [{ label: sectionWords.organisations, href: sectionAddresses.organisations }],
      action: ADDRESS,
      fields,
      state: { typed, faults: placed.faults },
      commandId: typedText(typed, 'cle') ?? randomUUID(),
      seen: 'none',
      advice: advice ?? placed.advice,
      preview: supposed && { changes: <Would {...supposed} /> },
      save: registeringWords.register,
    }
    return sendPage(reply, <ProfileForm {...props} />, status)
  }

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
