import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import {
  ComparisonDocument,
  CRITERION_FORMS,
  criterionForms,
  type CriterionForm,
} from '#domain/maturity/model/model.js'
import { nearestOf } from './nearest.js'
import { pointer } from './json-pointer.js'
import type { FaultCode, ModelFault } from './model-faults.js'
import { isRecord, listOf, shapeFaults } from './shape-faults.js'
import type { AttributeNature, EvidenceKind, Vocabulary } from './vocabulary.js'

/** Where a criterion stands: in a level of a dimension, or in a position; and whether some `not` holds it. */
export interface ValidationPlace {
  readonly path: string
  readonly own?: { readonly dimension: string; readonly level: number }
  readonly negated: boolean
}

/** What a criterion may name. */
export interface ValidationContext {
  readonly vocabulary: Vocabulary
  /** How many levels each dimension has. */
  readonly levels: ReadonlyMap<string, number>
}

type Raw = Readonly<Record<string, unknown>>
type Check = (raw: Raw, place: ValidationPlace, context: ValidationContext) => readonly ModelFault[]

/** The form of a raw criterion, by its key; undefined when it has none. */
export const formOf = (raw: Raw): CriterionForm | undefined =>
  CRITERION_FORMS.find((form) => Object.hasOwn(raw, form))

/** The operands of a raw criterion, each with its path. */
export const operandsOf = (
  raw: Raw,
  path: string,
): readonly { readonly raw: unknown; readonly path: string }[] => {
  const form = formOf(raw)
  if (form === 'not') return [{ raw: raw['not'], path: pointer(path, 'not') }]
  if (form !== 'all' && form !== 'any' && form !== 'of') return []
  return listOf(raw[form]).map((operand, index) => ({ raw: operand, path: pointer(path, form, index) }))
}

/** All faults of a raw criterion and of what it is made of. Whatever can be looked at is, whatever else is wrong. */
export const criterionFaults = (
  raw: unknown,
  place: ValidationPlace,
  context: ValidationContext,
): readonly ModelFault[] => {
  const { path } = place
  if (raw === undefined) return [{ code: 'missing', path, data: { key: path.split('/').at(-1) ?? '' } }]
  if (!isRecord(raw)) return [{ code: 'wrong-type', path, data: { expected: 'object' } }]
  const form = formOf(raw)
  if (form === undefined) return [{ code: 'unknown-form', path, data: { forms: CRITERION_FORMS.join(', ') } }]
  const negated = place.negated || form === 'not'
  return [
    ...shapeFaults(shallowForms[form], raw, path).map((fault) => freshOnLevel(form, fault)),
    ...checks[form](raw, place, context),
    ...operandsOf(raw, path).flatMap((operand) =>
      criterionFaults(operand.raw, { ...place, path: operand.path, negated }, context),
    ),
  ]
}

const shallowForms = criterionForms(z.unknown(), z.unknown())

const freshOnLevel = (form: CriterionForm, fault: ModelFault): ModelFault =>
  form === 'level' && fault.code === 'unknown-key' && fault.data['key'] === 'fresh'
    ? { ...fault, code: 'fresh-on-level', data: {} }
    : fault

const none: Check = () => []

const checks: Readonly<Record<CriterionForm, Check>> = {
  count: (raw, place, context) => [
    ...kindFaults(raw['count'], 'count', 'occurrence', pointer(place.path, 'count'), context),
    ...whereFaults(raw['where'], kindsOf(raw['count'], context), place.path),
  ],
  sum: (raw, place, context) => {
    const kinds = kindsOf(raw['of'], context)
    return [
      ...kindFaults(raw['of'], 'sum', 'occurrence', pointer(place.path, 'of'), context),
      ...quantityFaults(raw['sum'], kinds, pointer(place.path, 'sum')),
      ...whereFaults(raw['where'], kinds, place.path),
      ...(place.negated && !('unknownAtMost' in raw)
        ? [{ code: 'unknown-at-most-missing', path: place.path, data: {} } as const]
        : []),
    ]
  },
  standing: (raw, place, context) => [
    ...kindFault(raw['standing'], 'standing', 'standing', pointer(place.path, 'standing'), context),
    ...whereFaults(raw['where'], kindsOf([raw['standing']], context), place.path),
  ],
  level: (raw, { path, own }, { levels }) => {
    const [dimension, atLeast] = [raw['level'], raw['atLeast']]
    if (typeof dimension !== 'string') return []
    const count = levels.get(dimension)
    if (count === undefined) {
      const known = [...levels.keys()].join(', ')
      return [{ code: 'unknown-dimension', path: pointer(path, 'level'), data: { dimension, known } }]
    }
    if (typeof atLeast !== 'number') return []
    const at = pointer(path, 'atLeast')
    if (atLeast > count) return [{ code: 'level-out-of-range', path: at, data: { dimension, levels: count } }]
    if (own?.dimension !== dimension || atLeast < own.level) return []
    return [{ code: 'level-not-lower', path: at, data: { dimension, level: own.level } }]
  },
  all: none,
  any: none,
  not: none,
  of: (raw, { path }) => {
    const [atLeast, choices] = [raw['atLeast'], listOf(raw['of']).length]
    if (typeof atLeast !== 'number' || atLeast <= choices || choices === 0) return []
    return [{ code: 'more-than-choices', path: pointer(path, 'atLeast'), data: { atLeast, choices } }]
  },
}

interface NamedKind {
  readonly kind: string
  readonly is: EvidenceKind
}

const kindsOf = (names: unknown, { vocabulary }: ValidationContext): readonly NamedKind[] =>
  listOf(names).flatMap((kind) => {
    const is = typeof kind === 'string' ? vocabulary.get(kind) : undefined
    return is === undefined ? [] : [{ kind: String(kind), is }]
  })

const kindFaults = (
  names: unknown,
  form: CriterionForm,
  sort: EvidenceKind['sort'],
  path: string,
  context: ValidationContext,
): readonly ModelFault[] =>
  listOf(names).flatMap((kind, index, all) => {
    const at = pointer(path, index)
    if (all.indexOf(kind) < index)
      return [{ code: 'duplicate-kind', path: at, data: { kind: String(kind) } } as const]
    return kindFault(kind, form, sort, at, context)
  })

const kindFault = (
  kind: unknown,
  form: CriterionForm,
  sort: EvidenceKind['sort'],
  path: string,
  { vocabulary }: ValidationContext,
): readonly ModelFault[] => {
  if (typeof kind !== 'string') return []
  const is = vocabulary.get(kind)
  if (is === undefined) {
    const near = nearestOf(kind, vocabulary.keys())
    return [{ code: 'unknown-kind', path, data: present({ kind, near }) }]
  }
  if (is.sort === sort) return []
  const known = relatedKinds(kind, sort, vocabulary)
  return [{ code: 'wrong-sort', path, data: present({ kind, form, sort: is.sort, known }) }]
}

/** What the same step yields of the other sort: `lab-begun` and `lab-ended` of `lab`. */
const relatedKinds = (
  kind: string,
  sort: EvidenceKind['sort'],
  vocabulary: Vocabulary,
): string | undefined => {
  const step = stepOf(kind)
  const related = [...vocabulary].flatMap(([name, is]) =>
    is.sort === sort && (name === step || stepOf(name) === step) ? [name] : [],
  )
  return related.length === 0 ? undefined : related.join(', ')
}

const stepOf = (kind: string): string =>
  kind.replace(/-(?:undertaken|completed|abandoned|begun|ended|planned)$/, '')

/** A document may name an attribute `constructor`: only what the kind itself declares counts. */
const natureOf = ({ attributes }: EvidenceKind, attribute: string): AttributeNature | undefined =>
  Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined

/** The attributes of a kind that may be named, as a fault tells them. */
const namesOf = ({ attributes }: EvidenceKind, type?: AttributeNature['type']): ModelFault['data'] => {
  const names = Object.entries(attributes).flatMap(([name, nature]) =>
    type === undefined || nature.type === type ? [name] : [],
  )
  return names.length === 0 ? {} : { known: names.join(', ') }
}

const quantityFaults = (
  attribute: unknown,
  kinds: readonly NamedKind[],
  path: string,
): readonly ModelFault[] => {
  if (typeof attribute !== 'string') return []
  return kinds.flatMap(({ kind, is }): readonly ModelFault[] => {
    const nature = natureOf(is, attribute)
    if (nature?.type === 'quantity') return []
    const known = namesOf(is, 'quantity')
    return nature === undefined
      ? [{ code: 'unknown-attribute', path, data: { kind, attribute, ...known } }]
      : [{ code: 'not-a-quantity', path, data: { kind, attribute, ...known } }]
  })
}

const whereFaults = (where: unknown, kinds: readonly NamedKind[], base: string): readonly ModelFault[] => {
  const path = pointer(base, 'where')
  if (where === undefined) return []
  if (!isRecord(where)) return [{ code: 'wrong-type', path, data: { expected: 'object' } }]
  return Object.entries(where).flatMap(([attribute, asked]) => [
    ...comparisonShape(asked, attribute, pointer(path, attribute)),
    ...kinds.flatMap((named) => attributeFaults(asked, attribute, named, pointer(path, attribute))),
  ])
}

const comparisonShape = (asked: unknown, attribute: string, path: string): readonly ModelFault[] => {
  if (['string', 'number', 'boolean'].includes(typeof asked)) return []
  if (isRecord(asked) && Object.keys(asked).length === 0) {
    return [{ code: 'empty-comparison', path, data: { attribute } }]
  }
  if (!isRecord(asked)) return [{ code: 'wrong-type', path, data: { expected: 'comparison' } }]
  return shapeFaults(ComparisonDocument, asked, path)
}

const attributeFaults = (
  asked: unknown,
  attribute: string,
  { kind, is }: NamedKind,
  path: string,
): readonly ModelFault[] => {
  const nature = natureOf(is, attribute)
  const fault = (code: FaultCode, at: string, data: ModelFault['data'] = {}): readonly ModelFault[] => [
    { code, path: at, data: { kind, attribute, ...data } },
  ]
  if (nature === undefined) return fault('unknown-attribute', path, namesOf(is))
  const valueFaults = (value: unknown, at: string): readonly ModelFault[] => {
    if (!['string', 'number', 'boolean'].includes(typeof value)) return []
    if (typeof value !== jsonTypes[nature.type]) return fault('wrong-comparison', at, comparable(nature))
    const known = nature.type !== 'codes' || nature.codes.some((code) => code === value)
    const codes = nature.type === 'codes' ? nature.codes.join(', ') : ''
    return known ? [] : fault('unknown-value', at, { value: String(value), known: codes })
  }
  if (!isRecord(asked)) return valueFaults(asked, path)
  return [
    ...listOf(asked['in']).flatMap((value, index) => valueFaults(value, pointer(path, 'in', index))),
    ...['atLeast', 'atMost']
      .filter((bound) => bound in asked && nature.type !== 'quantity')
      .flatMap((bound) => fault('wrong-comparison', pointer(path, bound), comparable(nature))),
  ]
}

const comparable = ({ type }: AttributeNature): ModelFault['data'] => ({ nature: type, remedy: type })

const jsonTypes: Readonly<Record<AttributeNature['type'], string>> = {
  quantity: 'number',
  codes: 'string',
  flag: 'boolean',
}
