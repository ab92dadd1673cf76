import { z } from 'zod'
import { anyText } from '#domain/kernel/text.js'
import { parseDuration } from '#domain/time/day.js'

/**
 * A maturity model as data: the JSON document that people edit, publish and hash. This is its written form; the
 * engine computes on the parsed one (parse-model.ts).
 */

/** Half of a pair of UTF-16 is no character: no canonical JSON (RFC 8785) holds it, so no hash could name the model. */
const text = z
  .string()
  .refine((one) => !/\p{Surrogate}/u.test(one), { params: { fault: 'lone-surrogate' }, abort: true })
  .pipe(anyText().min(1))

/** What a person reads, French first. */
export const Wording = z.strictObject({ fr: text, en: text })
export type Wording = z.infer<typeof Wording>

/** The forms that a text of the document may have to have, by the names that faults give them. */
export const textForms = {
  code: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  'export-code': /^[A-Z]{3}$/,
} as const

/** Codes are lower case words joined by dashes. */
export const ModelCode = z.string().regex(textForms.code).max(80)

/** ISO 8601, never zero: `P18M`, `P3Y`, `P90D`. */
export const DurationText = z
  .string()
  .refine((iso) => parseDuration(iso) !== undefined, { params: { fault: 'bad-duration' } })

const scalar = z.union([z.string(), z.number(), z.boolean()])

/** What one attribute must be: all that is stated, of the same value. */
export const ComparisonDocument = z.strictObject({
  atLeast: z.number().nonnegative().exactOptional(),
  atMost: z.number().nonnegative().exactOptional(),
  in: z.array(scalar).min(1).exactOptional(),
  /** An unknown value never matches then, and a range only if each of its values would. */
  known: z.literal(true).exactOptional(),
})
export type ComparisonDocument = z.infer<typeof ComparisonDocument>

export const WhereDocument = z.record(z.string(), z.union([scalar, ComparisonDocument]))
export type WhereDocument = z.infer<typeof WhereDocument>

const positiveCount = z.int().positive()
const occurrenceKind = z.string().regex(textForms.code)
const standingKind = z.string().regex(textForms.code)
const kinds = z.array(occurrenceKind).min(1)
/** `null` says on purpose that it never goes stale. */
const fresh = DurationText.nullable().exactOptional()

/**
 * The shape of each form of criterion, over any shape of its operands and of `where`: the document's own schema puts
 * criteria there, the validator puts «anything» and looks at each by itself, so that every fault has its own path.
 */
export const criterionForms = <Operand extends z.ZodType, Where extends z.ZodType>(
  operand: Operand,
  where: Where,
) => ({
  count: z.strictObject({
    count: kinds,
    atLeast: positiveCount,
    within: DurationText.exactOptional(),
    where: where.exactOptional(),
    fresh,
  }),
  sum: z.strictObject({
    sum: z.string().min(1),
    of: kinds,
    atLeast: z.number().positive(),
    within: DurationText.exactOptional(),
    where: where.exactOptional(),
    unknownAtMost: z.number().nonnegative().exactOptional(),
    fresh,
  }),
  standing: z.strictObject({
    standing: standingKind,
    atLeast: positiveCount.exactOptional(),
    for: DurationText.exactOptional(),
    where: where.exactOptional(),
    fresh,
  }),
  level: z.strictObject({ level: ModelCode, atLeast: positiveCount }),
  all: z.strictObject({ all: z.array(operand).min(1) }),
  any: z.strictObject({ any: z.array(operand).min(1) }),
  not: z.strictObject({ not: operand }),
  of: z.strictObject({ atLeast: positiveCount, of: z.array(operand).min(1) }),
})

/** What an editor may be told of parts of a criterion, beyond their shape. */
export const criterionParts: readonly {
  readonly schema: z.ZodType
  readonly description: string
  /** A kind of evidence of this sort. */
  readonly sort?: 'occurrence' | 'standing'
  readonly pattern?: string
}[] = [
  { schema: occurrenceKind, description: 'un fait daté du catalogue (a dated fact)', sort: 'occurrence' },
  { schema: standingKind, description: 'un état du catalogue (a standing)', sort: 'standing' },
  {
    schema: DurationText,
    description: 'une durée ISO 8601 : P18M, P3Y, P90D (a duration)',
    pattern: '^P(?=\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,4}W)?(\\d{1,5}D)?$',
  },
]

/** The key by which a form is known; `of` comes last, since a sum has one too. */
export const CRITERION_FORMS = ['count', 'sum', 'standing', 'level', 'all', 'any', 'not', 'of'] as const
export type CriterionForm = (typeof CRITERION_FORMS)[number]

interface CountDocument {
  readonly count: readonly string[]
  readonly atLeast: number
  readonly within?: string
  readonly where?: WhereDocument
  readonly fresh?: string | null
}

interface SumDocument {
  readonly sum: string
  readonly of: readonly string[]
  readonly atLeast: number
  readonly within?: string
  readonly where?: WhereDocument
  readonly unknownAtMost?: number
  readonly fresh?: string | null
}

interface StandingDocument {
  readonly standing: string
  readonly atLeast?: number
  readonly for?: string
  readonly where?: WhereDocument
  readonly fresh?: string | null
}

export type CriterionDocument =
  | CountDocument
  | SumDocument
  | StandingDocument
  | { readonly level: string; readonly atLeast: number }
  | { readonly all: readonly CriterionDocument[] }
  | { readonly any: readonly CriterionDocument[] }
  | { readonly not: CriterionDocument }
  | { readonly atLeast: number; readonly of: readonly CriterionDocument[] }

export const CriterionDocument: z.ZodType<CriterionDocument> = z.lazy(() => {
  const forms = criterionForms(CriterionDocument, WhereDocument)
  return z.union([
    forms.count,
    forms.sum,
    forms.standing,
    forms.level,
    forms.all,
    forms.any,
    forms.not,
    forms.of,
  ])
})

/** The document's shape over any shape of a criterion. */
export const modelShape = <Criterion extends z.ZodType>(criterion: Criterion) => {
  const level = z.strictObject({ code: ModelCode, labels: Wording, reason: Wording, criterion })
  const dimension = z.strictObject({
    code: ModelCode,
    labels: Wording,
    reason: Wording,
    /** Level 1 first. */
    levels: z.array(level).min(1).max(30),
  })
  const position = z.strictObject({
    code: ModelCode,
    /** Three capital letters, for exports; HOR is kept for «none». */
    export: z
      .string()
      .regex(textForms['export-code'])
      .refine((code) => code !== 'HOR', { params: { fault: 'reserved-code' } }),
    labels: Wording,
    reason: Wording,
    criterion,
  })
  return z.strictObject({
    id: ModelCode,
    version: z.int().positive(),
    labels: Wording,
    reason: Wording,
    /** Whether a successor inherits the evidence of those that it succeeds. */
    inheritance: z.enum(['full', 'none']),
    /** How the absence of any observation is said: no position, level 0. It is no judgement. */
    unobserved: z.strictObject({ position: Wording, level: Wording }),
    dimensions: z.array(dimension).min(1),
    /** Lowest first. */
    positions: z.array(position).min(1).max(30),
  })
}

export const ModelDocument = modelShape(CriterionDocument)
export type ModelDocument = z.infer<typeof ModelDocument>
