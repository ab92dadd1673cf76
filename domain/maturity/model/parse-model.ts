import { parseDuration, type Duration } from '#domain/time/day.js'
import type { Comparison, Criterion, Where } from './criterion.js'
import type { ComparisonDocument, CriterionDocument, ModelDocument, WhereDocument, Wording } from './model.js'

export interface Level {
  readonly code: string
  readonly labels: Wording
  readonly reason: Wording
  readonly criterion: Criterion
}

export interface Dimension {
  readonly code: string
  readonly labels: Wording
  readonly reason: Wording
  /** Level 1 is the first. */
  readonly levels: readonly Level[]
}

export interface Position {
  readonly code: string
  readonly export: string
  readonly labels: Wording
  readonly reason: Wording
  readonly criterion: Criterion
}

/** A maturity model that the engine computes with. */
export interface Model {
  readonly id: string
  readonly version: number
  readonly inheritance: 'full' | 'none'
  readonly dimensions: readonly Dimension[]
  /** Lowest first. */
  readonly positions: readonly Position[]
}

/** Where a criterion stands, as far as its meaning depends on it: a level reads lower levels of its own dimension only. */
export interface CriterionPlace {
  readonly path: string
  readonly own?: { readonly dimension: string; readonly level: number }
}

/** Parses a document that validate-model.ts found free of faults; on any other the result means nothing. */
export const parseModel = (document: ModelDocument): Model => ({
  id: document.id,
  version: document.version,
  inheritance: document.inheritance,
  dimensions: document.dimensions.map((dimension, d) => ({
    ...dimension,
    levels: dimension.levels.map((level, l) => ({
      ...level,
      criterion: parseCriterion(level.criterion, {
        path: `/dimensions/${d}/levels/${l}/criterion`,
        own: { dimension: dimension.code, level: l + 1 },
      }),
    })),
  })),
  positions: document.positions.map((position, p) => ({
    ...position,
    criterion: parseCriterion(position.criterion, { path: `/positions/${p}/criterion` }),
  })),
})

/** Parses one criterion of a valid document. */
export const parseCriterion = (document: CriterionDocument, place: CriterionPlace): Criterion => {
  const { path, own } = place
  const parts = (operands: readonly CriterionDocument[], key: string) =>
    operands.map((operand, index) => parseCriterion(operand, { ...place, path: `${path}/${key}/${index}` }))

  if ('count' in document) {
    const { count, atLeast } = document
    return { form: 'count', path, kinds: [...new Set(count)], atLeast, ...leafParts(document) }
  }
  if ('sum' in document) {
    const { sum, of, atLeast, unknownAtMost = 0 } = document
    const kinds = [...new Set(of)]
    return { form: 'sum', path, quantity: sum, kinds, atLeast, unknownAtMost, ...leafParts(document) }
  }
  if ('standing' in document) {
    const { standing, atLeast = 1 } = document
    return { form: 'standing', path, kind: standing, atLeast, ...leafParts(document) }
  }
  if ('level' in document) {
    const below = own?.dimension === document.level ? own.level : Number.POSITIVE_INFINITY
    return { form: 'level', path, dimension: document.level, atLeast: document.atLeast, below }
  }
  if ('all' in document) return { form: 'all', path, parts: parts(document.all, 'all') }
  if ('any' in document) return { form: 'any', path, parts: parts(document.any, 'any') }
  if ('not' in document) {
    return { form: 'not', path, part: parseCriterion(document.not, { ...place, path: `${path}/not` }) }
  }
  return { form: 'of', path, atLeast: document.atLeast, parts: parts(document.of, 'of') }
}

/** Parses the `where` of a valid leaf; absent, everything matches. */
const parseWhere = (document: WhereDocument = {}): Where =>
  Object.entries(document).map(([attribute, asked]) =>
    typeof asked === 'object'
      ? parseComparison(attribute, asked)
      : { attribute, oneOf: [asked], known: false },
  )

const parseComparison = (attribute: string, asked: ComparisonDocument): Comparison => ({
  attribute,
  known: asked.known ?? false,
  ...(asked.atLeast !== undefined && { atLeast: asked.atLeast }),
  ...(asked.atMost !== undefined && { atMost: asked.atMost }),
  ...(asked.in !== undefined && { oneOf: asked.in }),
})

interface LeafParts {
  readonly where: Where
  readonly within?: Duration
  readonly for?: Duration
  readonly fresh?: Duration
}

const leafParts = (document: {
  readonly where?: WhereDocument
  readonly within?: string
  readonly for?: string
  readonly fresh?: string | null
}): LeafParts => {
  const [within, standsFor, fresh] = [document.within, document.for, document.fresh].map((iso) =>
    typeof iso === 'string' ? parseDuration(iso) : undefined,
  )
  return {
    where: parseWhere(document.where),
    ...(within !== undefined && { within }),
    ...(standsFor !== undefined && { for: standsFor }),
    ...(fresh !== undefined && { fresh }),
  }
}
