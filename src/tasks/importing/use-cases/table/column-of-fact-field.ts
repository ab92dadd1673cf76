import { columnOfAttribute } from './attribute-columns.js'
import type { StepColumn } from './step-columns.js'

/** The column of a table of steps that gives a field of a fact, by the field's path; the row's own ids aside. */
export const columnOfFactField = (path: string): string | undefined => {
  if (path.startsWith('attributes.')) return columnOfAttribute(path.slice('attributes.'.length))
  return columnOf[path]
}

const columnOf: Readonly<Record<string, StepColumn>> = {
  stepId: 'step_id',
  role: 'role',
  jointId: 'joint_id',
  programme: 'programme',
  edition: 'edition',
  site: 'site',
  title: 'title',
  theme: 'theme',
  occurred: 'start',
  within: 'within',
  expected: 'end',
  place: 'place',
  otherQuantities: 'quantities_other',
  cost: 'cost_eur_min',
  'cost.min': 'cost_eur_min',
  'cost.max': 'cost_eur_max',
  'cost.year': 'cost_year',
  'cost.scope': 'cost_scope',
  'cost.taxBasis': 'cost_tax_basis',
  'cost.payer': 'cost_payer',
  'source.kind': 'source_kind',
  'source.reference': 'source',
  statedOn: 'stated_on',
  confidence: 'confidence',
  with27e: 'with_27e',
  follows: 'follows',
  intention: 'intention',
  whatHappened: 'what_happened',
  lessons: 'lessons',
  note: 'note',
}
