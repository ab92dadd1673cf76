import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kindOf, type Kind, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { fieldsToFill, type FieldAt, type FieldSort } from '#domain/steps/fact-fields.js'
import { roles } from '#domain/steps/roles.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { yesNoUnknown } from '#domain/steps/fact-codes.js'
import { formWords } from './form-words.js'
import { capitalised } from '#domain/kernel/first-letter.js'
import { optionsOf, type FieldInput, type FieldOption, type FormField } from './form-field.js'

/** The form of one fact of a kind: its moments, the fields that every fact has, and the attributes of the kind. */
export interface KindForm {
  readonly kind: Kind
  readonly fields: readonly FormField[]
}

/** The fields to fill in for a kind, drawn from what the catalogue declares; the same for every kind but for its own. */
export const formOfKind = (code: KindCode): KindForm => {
  const kind = kindOf(code)
  return {
    kind,
    fields: [
      {
        name: 'stage',
        labels: formWords.stage,
        input: 'choice',
        options: stagesOfKind(kind).map((stage) => ({
          value: stage,
          labels: capitalised(stageLabels[stage]),
        })),
        required: true,
        group: 'first',
      },
      ...fieldsToFill.flatMap(fieldsOf),
      ...Object.entries(kind.attributes).map(([name, declaration]) => fieldOfAttribute(name, declaration)),
    ],
  }
}

/** The role, which each of those who took part has of its own. */
export const roleOptions: readonly FieldOption[] = optionsOf(roles)

/** How each sort of field is filled in. */
const inputs: Readonly<Record<FieldSort, FieldInput>> = {
  line: 'line',
  paragraph: 'paragraph',
  date: 'date',
  'single-date': 'date',
  window: 'date',
  number: 'number',
  amount: 'number',
  code: 'choice',
  programme: 'programme',
  identifier: 'line',
  steps: 'steps',
  documents: 'documents',
}

/** A declared field as a form asks for it; none where it is filled in elsewhere. */
const fieldsOf = ({ path, labels, sort, section, hint, codes }: FieldAt): readonly FormField[] =>
  section === undefined
    ? []
    : [
        {
          name: nameOfField(path),
          labels,
          input: inputs[sort],
          required: false,
          group: section,
          ...(sort === 'single-date' ? { single: true } : {}),
          ...(hint === undefined ? {} : { hint }),
          ...(codes === undefined ? {} : { options: optionsOf(codes) }),
        },
      ]

/** What a person types as one date is a date or a window of the fact. */
const nameOfField = (path: string): string => (path === 'occurred' ? 'when' : path)

const fieldOfAttribute = (name: string, declaration: AttributeDeclaration): FormField => ({
  name: `attributes.${name}`,
  labels: capitalised(declaration.labels),
  required: false,
  group: 'kind',
  ...controlOf(declaration),
})

const controlOf = (declaration: AttributeDeclaration): Pick<FormField, 'input' | 'hint' | 'options'> => {
  switch (declaration.type) {
    case 'quantity':
      return { input: 'quantity', hint: formWords.quantityHint }
    case 'code':
      return { input: 'choice', options: optionsOf(declaration.codes) }
    case 'codes':
      return { input: 'choices', options: optionsOf(declaration.codes) }
    case 'flag':
      return { input: 'flag', options: [yes, no] }
    case 'text':
      return declaration.codesOf === undefined
        ? { input: 'line' }
        : { input: 'line', hint: formWords.codesOfHint(declaration.codesOf) }
  }
}

const yes: FieldOption = { value: 'oui', labels: yesNoUnknown.yes }
const no: FieldOption = { value: 'non', labels: yesNoUnknown.no }
