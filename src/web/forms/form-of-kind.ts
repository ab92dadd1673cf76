import type { AttributeDeclaration } from '#domain/steps/declaring/attribute.js'
import { kindOf, type Kind, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { factFields } from '#domain/steps/fact.js'
import type { Labels } from '#domain/kernel/labels.js'
import { roles } from '#domain/steps/roles.js'
import { stageLabels } from '#domain/steps/declaring/stage-labels.js'
import { stagesOfKind } from '#domain/steps/step-event.js'
import { certainties, sourceKinds, taxBases, yesNoUnknown } from '#src/typed/fact-codes.js'
import { columnOfFactField } from '#src/tasks/importing/use-cases/table/column-of-fact-field.js'
import { stepColumns, type StepColumn } from '#src/tasks/importing/use-cases/table/step-columns.js'
import { formWords } from './form-words.js'
import { capitalised } from '#src/messages/with-capital.js'
import { optionsOf, type FieldOption, type FormField } from './form-field.js'

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
      ...Object.entries(fieldsOfFacts).flatMap(([field, shown]) => fieldsShown(field, shown)),
      ...Object.entries(kind.attributes).map(([name, declaration]) => fieldOfAttribute(name, declaration)),
    ],
  }
}

/** The role, which each of those who took part has of its own. */
export const roleOptions: readonly FieldOption[] = optionsOf(roles)

interface ShownField extends Pick<FormField, 'input' | 'group'> {
  readonly labels?: Labels
  readonly hint?: Labels
  readonly codes?: Readonly<Record<string, Labels>>
}

/** `elsewhere`: filled in where it belongs, not among the fields of the fact. */
type Shown = ShownField | 'elsewhere' | Readonly<Record<`.${string}`, ShownField>>

/** How each field of a fact is filled in: a field that the domain gains has to be given its place here. */
const fieldsOfFacts: Readonly<Record<keyof typeof factFields, Shown>> = {
  stepId: 'elsewhere',
  role: 'elsewhere',
  jointId: 'elsewhere',
  occurred: { input: 'date', group: 'first', labels: formWords.when, hint: formWords.whenHint },
  within: 'elsewhere', // typed as `when`, and understood as a window
  expected: { input: 'date', group: 'first', labels: formWords.expected, hint: formWords.expectedHint },
  title: { input: 'line', group: 'first', hint: formWords.titleHint },
  programme: { input: 'programme', group: 'circumstances' },
  edition: { input: 'line', group: 'circumstances' },
  site: { input: 'line', group: 'circumstances', hint: formWords.siteHint },
  theme: { input: 'line', group: 'circumstances' },
  place: { input: 'line', group: 'circumstances' },
  with27e: { input: 'choice', group: 'circumstances', codes: yesNoUnknown },
  follows: { input: 'steps', group: 'circumstances', labels: formWords.follows, hint: formWords.followsHint },
  otherQuantities: { input: 'line', group: 'circumstances' },
  cost: {
    '.min': { input: 'number', group: 'circumstances' },
    '.max': { input: 'number', group: 'circumstances', hint: formWords.costHint },
    '.year': { input: 'number', group: 'circumstances' },
    '.scope': { input: 'line', group: 'circumstances', hint: formWords.scopeHint },
    '.taxBasis': { input: 'choice', group: 'circumstances', codes: taxBases },
    '.payer': { input: 'line', group: 'circumstances' },
  },
  source: {
    '.reference': { input: 'line', group: 'source', hint: formWords.sourceHint },
    '.kind': { input: 'choice', group: 'source', codes: sourceKinds },
  },
  statedOn: { input: 'date', group: 'source', hint: formWords.statedOnHint },
  confidence: { input: 'choice', group: 'source', codes: certainties },
  documents: {
    input: 'documents',
    group: 'source',
    labels: formWords.documents,
    hint: formWords.documentsHint,
  },
  intention: { input: 'paragraph', group: 'story' },
  whatHappened: { input: 'paragraph', group: 'story' },
  lessons: { input: 'paragraph', group: 'story' },
  note: { input: 'paragraph', group: 'story', hint: formWords.personalHint },
}

/** What a person types as one date is a date or a window of the fact. */
const nameOfField = (path: string): string => (path === 'occurred' ? 'when' : path)

const fieldsShown = (field: string, shown: Shown): readonly FormField[] => {
  if (shown === 'elsewhere') return []
  if (isOneField(shown)) return [fieldOf(field, shown)]
  return Object.entries(shown).map(([part, each]) => fieldOf(`${field}${part}`, each))
}

const isOneField = (shown: Exclude<Shown, 'elsewhere'>): shown is ShownField => 'input' in shown

const fieldOf = (path: string, { codes, labels, hint, ...shown }: ShownField): FormField => ({
  ...shown,
  name: nameOfField(path),
  labels: labels ?? labelsOfColumn(path),
  required: false,
  ...(hint === undefined ? {} : { hint }),
  ...(codes === undefined ? {} : { options: optionsOf(codes) }),
})

/** A field is called the same in a form and in a file to import. */
const labelsOfColumn = (path: string): Labels => {
  const column = columnOfFactField(path)
  if (column === undefined || !(column in stepColumns)) throw new Error(`a field without a name: ${path}`)
  return stepColumns[column as StepColumn].header // one of its keys, as just asked
}

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
