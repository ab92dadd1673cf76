import { match } from 'ts-pattern'
import { patchBetween, patched } from '#domain/kernel/merge-patch.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { present } from '#domain/kernel/present.js'
import type { ProfileFact } from '#domain/organisation/history.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { Language } from '#domain/time/wording.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import {
  changeOrganisation,
  OrganisationChange,
} from '#src/tasks/registering/use-cases/change-organisation.js'
import { recordSuccession, SuccessionInput } from '#src/tasks/registering/use-cases/record-succession.js'
import type { WriteRequest } from '#src/handling/writing/write-organisation.js'
import type { Trajectoires } from '#src/composition/trajectoires.js'
import { inFrench } from '#src/messages/faults.js'
import { outcomeAnswers } from '#src/messages/outcome-answers.js'
import { actWords, registeringWords } from './registering-words.js'
import { stepWords } from '#src/tasks/amending/pages/step-words.js'
import { typedText, type TypedForm } from '#src/web/forms/typed-form.js'
import { contentOfFields, type FaultsByField } from '#src/web/forms/content-of-fields.js'
import { faultsAtFields } from '#src/web/forms/fault-at-field.js'
import { changedContent, typedOfContent, type ChangedField } from '#src/web/forms/field-values.js'
import type { FormField } from '#src/web/forms/form-field.js'
import { changedBy, type Changed } from '#src/tasks/amending/pages/amended-outcome.js'
import { fieldsOfProfile, successionFields } from './fields-of-profile.js'
import { organisationNamed } from './organisation-named.js'

export type ActName = keyof typeof actWords
export const isActName = (name: string): name is ActName => Object.hasOwn(actWords, name)

/** How an act ends; a succession has an effect on both, and a correction tells what it changes. */
export type Acted = Changed & {
  readonly effectOnSuccessor?: Effect
  readonly changes?: readonly ChangedField[]
}

/** One form about an organisation: its fields, what they hold at first, and what is done with them. */
export interface Act {
  readonly title: Labels
  readonly fields: readonly FormField[]
  readonly first: TypedForm
  readonly perform: (app: Trajectoires, typed: TypedForm, request: WriteRequest) => Promise<Acted>
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
      perform: (app: Trajectoires, typed: TypedForm, request: WriteRequest) =>
        succeed(app, organisation, typed, request),
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
    perform: async (app, typed, request) => {
      const { told, faults } = contentOfFields(fields, typed)
      return performChange(app, organisation, { [change]: told }, faults, request)
    },
  }
}

const performChange = async (
  app: Trajectoires,
  organisation: OrganisationId,
  told: Readonly<Record<string, unknown>>,
  faults: FaultsByField,
  request: WriteRequest,
): Promise<Acted> => {
  const input = OrganisationChange.safeParse(told, inFrench)
  const all = { ...(input.success ? {} : faultsAtFields(input.error.issues)), ...faults }
  return !input.success || Object.keys(faults).length > 0
    ? { ended: 'faulty', status: 422, faults: all }
    : changedBy(await changeOrganisation(app.recording, { ...request, organisation, change: input.data }))
}

const succeed = async (
  app: Trajectoires,
  organisation: OrganisationId,
  typed: TypedForm,
  request: WriteRequest,
): Promise<Acted> => {
  const { told, faults } = contentOfFields(successionFields, typed)
  const { direction, other, ...rest } = told
  const named = typeof other === 'string' ? await organisationNamed(app, other) : undefined
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
  if (!input.success || Object.keys(all).length > 0) return { ended: 'faulty', status: 422, faults: all }
  // What is recorded stands with the predecessor: whose revision was seen matters on that side only.
  const { expected, ...unconditional } = request
  const outcome = await recordSuccession(app.recording, {
    ...unconditional,
    ...(side === 'successor' ? present({ expected }) : {}),
    organisation,
    succession: input.data,
  })
  if ('predecessor' in outcome) {
    const { effectOnSuccessor } = outcome
    return { ...changedBy(outcome), ...present({ effectOnSuccessor }) }
  }
  return match(outcome)
    .with({ outcome: 'organisation-unknown' }, (): Acted => ({
      ended: 'faulty',
      status: 422,
      faults: { other: registeringWords.noSuchOrganisation },
    }))
    .with({ outcome: 'succession-circle' }, (): Acted => ({
      ended: 'faulty',
      status: 422,
      faults: { direction: registeringWords.circle },
    }))
    .with({ outcome: 'not-seen-yet' }, ({ outcome: code }): Acted => ({
      ended: 'faulty',
      status: 503,
      faults: {},
      advice: outcomeAnswers[code],
    }))
    .exhaustive()
}

const reasonField: FormField = {
  name: 'reason',
  labels: stepWords.reason,
  hint: stepWords.reasonHint,
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
    perform: async (app, typed, request) => {
      const { told, faults } = contentOfFields(fields, typed)
      const changes = patchBetween(contentOfFields(fields, first).told, told)
      const reason = typedText(typed, reasonField.name)
      if (Object.keys(changes).length === 0 && Object.keys(faults).length === 0) {
        return { ended: 'faulty', status: 422, faults: {}, advice: registeringWords.nothingChanged }
      }
      const acted = await performChange(
        app,
        organisation,
        { correction: present({ target, changes, reason }) },
        faults,
        request,
      )
      return { ...acted, changes: changedContent(fields, event.data, patched(event.data, changes)) }
    },
  }
}

/** The events that a check would record, of whatever act. */
export const eventsOf = (acted: Acted): readonly RecordedEvent[] =>
  acted.ended === 'previewed' ? acted.events : []
