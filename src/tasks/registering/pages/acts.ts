import { match } from 'ts-pattern'
import { patchBetween, patched } from '#domain/kernel/merge-patch.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { present } from '#domain/kernel/present.js'
import type { ProfileFact } from '#domain/organisation/history.js'
import type { Labels, Language } from '#domain/kernel/labels.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { OrganisationChange } from '#src/tasks/registering/use-cases/change-organisation.js'
import { SuccessionInput } from '#src/tasks/registering/use-cases/record-succession.js'
import type { WriteRequest } from '#src/handling/writing/write-organisation.js'
import type { Finding } from '#src/tasks/finding/use-cases/finding.js'
import type { Registering } from '#src/tasks/registering/use-cases/registering.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { actWords, registeringWords } from './registering-words.js'
import { typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import { contentOfFields, type FaultsByField } from '#src/web/forms/content-of-fields.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'
import { changedContent, typedOfContent, type ChangedField } from '#src/web/forms/field-values.js'
import type { FormField } from '#src/web/forms/form-field.js'
import { endOfWrite, faulty, type EndOfWrite } from '#src/web/forms/end-of-write.js'
import { fieldsOfProfile, successionFields } from './fields-of-profile.js'
import { organisationNamed } from './organisation-named.js'
import { checkedWords } from '#src/web/forms/checked-form-words.js'

export type ActName = keyof typeof actWords
export const isActName = (name: string): name is ActName => Object.hasOwn(actWords, name)

/** How an act ends; a succession has an effect on both, and a correction tells what it changes. */
export type Acted = EndOfWrite & {
  readonly effectOnSuccessor?: Effect
  readonly changes?: readonly ChangedField[]
}

/** One form about an organisation: its fields, what they hold at first, and what is done with them. */
export interface Act {
  readonly title: Labels
  readonly fields: readonly FormField[]
  readonly first: TypedForm
  readonly perform: (inside: Finding & Registering, typed: TypedForm, request: WriteRequest) => Promise<Acted>
}

/** Something that changed in the life of an organisation. */
export const actOf = (name: ActName, organisation: OrganisationId): Act => ({
  title: actWords[name],
  first: {},
  ...match(name)
    .with('nom', () => changing(organisation, 'OrganisationRenamed', 'rename'))
    .with('identifiant', () => changing(organisation, 'OrganisationIdentifierChanged', 'identifier'))
    .with('fin', () => changing(organisation, 'OrganisationEnded', 'end'))
    .with('succession', () => ({
      fields: successionFields,
      perform: (inside: Finding & Registering, typed: TypedForm, request: WriteRequest) =>
        succeed(inside, organisation, typed, request),
    }))
    .exhaustive(),
})

const changing = (
  organisation: OrganisationId,
  type: 'OrganisationRenamed' | 'OrganisationIdentifierChanged' | 'OrganisationEnded',
  change: 'rename' | 'identifier' | 'end',
): Pick<Act, 'fields' | 'perform'> => {
  const fields = fieldsOfProfile(type)
  return {
    fields,
    perform: async (inside, typed, request) => {
      const { told, faults } = contentOfFields(fields, typed)
      return performChange(inside, organisation, { [change]: told }, faults, request)
    },
  }
}

const performChange = async (
  inside: Finding & Registering,
  organisation: OrganisationId,
  told: Readonly<Record<string, unknown>>,
  faults: FaultsByField,
  request: WriteRequest,
): Promise<Acted> => {
  const input = OrganisationChange.safeParse(told, inFrench)
  const all = { ...(input.success ? {} : faultsAtFields(input.error.issues)), ...faults }
  return !input.success || Object.keys(faults).length > 0
    ? faulty(all)
    : endOfWrite(await inside.registering.change({ ...request, organisation, change: input.data }))
}

const succeed = async (
  inside: Finding & Registering,
  organisation: OrganisationId,
  typed: TypedForm,
  request: WriteRequest,
): Promise<Acted> => {
  const { told, faults } = contentOfFields(successionFields, typed)
  const { direction, other, ...rest } = told
  const named = typeof other === 'string' ? await organisationNamed(inside, other) : undefined
  const side = direction === 'predecessor' ? 'predecessor' : 'successor'
  const input = SuccessionInput.safeParse(
    present({ ...rest, [side]: named !== undefined && 'id' in named ? named.id : undefined }),
    inFrench,
  )
  const { successor, predecessor, ...ofFields } = input.success
    ? ({} as FaultsByField)
    : faultsAtFields(input.error.issues)
  const all = {
    ...ofFields,
    ...faults,
    ...(direction === undefined ? { direction: registeringWords.directionNeeded } : {}),
    ...(named === undefined
      ? { other: registeringWords.otherNeeded }
      : 'fault' in named
        ? { other: named.fault }
        : {}),
  }
  if (!input.success || Object.keys(all).length > 0) return faulty(all)
  // What is recorded stands with the predecessor: whose revision was seen matters on that side only.
  const { expected, ...unconditional } = request
  const outcome = await inside.registering.succeed({
    ...unconditional,
    ...(side === 'successor' ? present({ expected }) : {}),
    organisation,
    succession: input.data,
  })
  if ('predecessor' in outcome) {
    const { effectOnSuccessor } = outcome
    return { ...endOfWrite(outcome), ...present({ effectOnSuccessor }) }
  }
  return match(outcome)
    .with({ outcome: 'organisation-unknown' }, () => faulty({ other: registeringWords.noSuchOrganisation }))
    .with({ outcome: 'succession-circle' }, () => faulty({ direction: registeringWords.circle }))
    .with({ outcome: 'not-seen-yet' }, ({ outcome: code }) => faulty({ '': outcomeAnswers[code] }))
    .exhaustive()
}

const reasonField: FormField = {
  name: 'reason',
  labels: checkedWords.reason,
  hint: checkedWords.reasonHint,
  input: 'line',
  required: true,
  group: 'first',
}

/** The correction of something that was told of an organisation itself. */
export const correctionAct = (
  organisation: OrganisationId,
  { id: target, event }: ProfileFact,
  language: Language,
): Act => {
  const fields = fieldsOfProfile(event.type)
  const first = typedOfContent(fields, event.data, language)
  return {
    title: registeringWords.correctTitle,
    fields: [...fields, reasonField],
    first,
    perform: async (inside, typed, request) => {
      const { told, faults } = contentOfFields(fields, typed)
      const changes = patchBetween(contentOfFields(fields, first).told, told)
      const reason = typedText(typed, reasonField.name)
      if (Object.keys(changes).length === 0 && Object.keys(faults).length === 0) {
        return faulty({ '': registeringWords.nothingChanged })
      }
      const acted = await performChange(
        inside,
        organisation,
        { correction: present({ target, changes, reason }) },
        faults,
        request,
      )
      return { ...acted, changes: changedContent(fields, event.data, patched(event.data, changes)) }
    },
  }
}
