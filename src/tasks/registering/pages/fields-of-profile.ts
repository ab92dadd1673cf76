import { declaredFields } from '#domain/steps/fact-fields.js'
import { organisationKinds } from '#domain/organisation/organisation-kinds.js'
import {
  successionManners,
  type ProfileEventOf,
  type ProfileEventType,
} from '#domain/organisation/profile-event.js'
import type { InseeCode } from '#domain/organisation/profile.js'
import type { z } from 'zod'
import type { Labels } from '#domain/kernel/labels.js'
import { registeringWords } from './registering-words.js'
import { optionsOf, type FieldInput, type FieldOption, type FormField } from '#src/web/forms/form-field.js'

/** What is told of an organisation itself; a correction names one of these. */
export type ToldOfProfile = Exclude<ProfileEventType, 'OrganisationCorrected'>

interface Around {
  readonly hint?: Labels
  readonly options?: readonly FieldOption[]
  readonly required?: boolean
}

const field = (
  name: string,
  labels: Labels,
  input: FieldInput,
  { hint, options, required = false }: Around = {},
): FormField => ({
  name,
  labels,
  input,
  required,
  group: 'first',
  ...(hint === undefined ? {} : { hint }),
  ...(options === undefined ? {} : { options }),
})

const inseeTypes: Readonly<Record<z.infer<typeof InseeCode>['type'], Labels>> = {
  region: organisationKinds.region,
  departement: organisationKinds.departement,
  commune: organisationKinds.commune,
  epci: { fr: 'EPCI', en: 'EPCI (intermunicipal body)' },
}

const siren = field('siren', registeringWords.siren, 'digits', { hint: registeringWords.sirenHint })
const insee = [
  field('insee.type', registeringWords.inseeType, 'choice', { options: optionsOf(inseeTypes) }),
  field('insee.code', registeringWords.inseeCode, 'digits'),
]
const source = field('source', registeringWords.source, 'line', {
  hint: declaredFields.source.parts.reference.hint,
})
const from = (hint: Labels) => field('from', registeringWords.from, 'date', { hint })

/** How each field of what is told of an organisation is filled in: a field that the domain gains needs its place here. */
const byEvent = {
  OrganisationRegistered: {
    name: [field('name', registeringWords.name, 'line', { required: true })],
    kind: [
      field('kind', registeringWords.kind, 'choice', {
        options: optionsOf(organisationKinds),
        required: true,
      }),
    ],
    siren: [siren],
    insee,
    formerInsee: [
      field('formerInsee.type', registeringWords.formerInseeType, 'choice', {
        options: optionsOf(inseeTypes),
      }),
      field('formerInsee.code', registeringWords.formerInseeCode, 'digits'),
    ],
    aliases: [field('aliases', registeringWords.aliases, 'lines', { hint: registeringWords.aliasesHint })],
    population: [field('population', registeringWords.population, 'number')],
    parent: [field('parent', registeringWords.parent, 'line', { hint: registeringWords.organisationHint })],
    source: [source],
    note: [field('note', registeringWords.note, 'paragraph', { hint: declaredFields.note.hint })],
  },
  OrganisationRenamed: {
    name: [field('name', registeringWords.newName, 'line', { required: true })],
    from: [from(declaredFields.occurred.hint)],
    source: [source],
  },
  OrganisationIdentifierChanged: {
    siren: [siren],
    insee,
    from: [from(declaredFields.occurred.hint)],
    source: [source],
  },
  OrganisationEnded: {
    lastDay: [field('lastDay', registeringWords.lastDay, 'date', { hint: registeringWords.lastDayHint })],
    source: [source],
  },
  OrganisationSucceeded: {
    successor: [
      field('successor', registeringWords.successor, 'line', {
        hint: registeringWords.organisationHint,
        required: true,
      }),
    ],
    manner: [
      field('manner', registeringWords.manner, 'choice', {
        options: optionsOf(successionManners),
        required: true,
      }),
    ],
    from: [from(registeringWords.fromHint)],
    source: [source],
  },
} as const satisfies {
  readonly [T in ToldOfProfile]: Readonly<Record<keyof ProfileEventOf<T>['data'], readonly FormField[]>>
}

/** The fields of one thing told of an organisation, in the order of its form. */
export const fieldsOfProfile = (type: ToldOfProfile): readonly FormField[] =>
  Object.values<readonly FormField[]>(byEvent[type]).flat()

/** The identifier that an organisation is registered under, where it is not made from its name. */
export const identifierField = field('id', registeringWords.identifier, 'line', {
  hint: registeringWords.identifierHint,
})

/** A succession is told from either side. */
export const successionFields: readonly FormField[] = [
  field('direction', registeringWords.direction, 'choice', {
    options: optionsOf(registeringWords.directionOptions),
    required: true,
  }),
  field('other', registeringWords.other, 'line', { hint: registeringWords.organisationHint, required: true }),
  ...fieldsOfProfile('OrganisationSucceeded').filter(({ name }) => name !== 'successor'),
]
