import { z } from 'zod'
import { JointId, StepId } from '#domain/kernel/identifiers.js'
import { Edtf, EdtfSingle, EdtfWindow } from '#domain/time/edtf-schema.js'
import type { AttributeClaim } from './declaring/attribute.js'
import { Role } from './roles.js'

const line = z.string().trim().min(1).max(300)
const paragraph = z.string().trim().min(1).max(2000)

/** A programme, as a code that files and pages share: `territoires_en_residences`. The list is open. */
export const ProgrammeCode = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/)
  .max(60)

/** Money is a range with a year, a scope and a payer: a single number would lose the fact. Amounts in €. */
export const Cost = z
  .strictObject({
    min: z.number().nonnegative(),
    max: z.number().nonnegative(),
    year: z.int().min(1900).max(2199).optional(),
    scope: line.optional(),
    taxBasis: z.enum(['HT', 'TTC']).optional(),
    payer: line.optional(),
  })
  .refine(({ min, max }) => min <= max, { path: ['max'], message: 'le maximum ne peut être sous le minimum' })
export type Cost = z.infer<typeof Cost>

/** Where a fact was read. Several addresses stand side by side in `reference`. */
export const Source = z.strictObject({
  kind: z.enum(['web', 'document', 'document+web', 'testimony']).optional(),
  reference: z.string().trim().min(1).max(1000),
})
export type Source = z.infer<typeof Source>

/** Each document with its licence: records are publishable by default. */
export const Document = z.strictObject({ title: line, url: z.url().max(500), licence: line.optional() })

/** What every fact of a step may tell, whatever its kind. Unknown is absent. */
export const factFields = {
  stepId: StepId,
  role: Role,
  jointId: JointId.optional(),
  programme: ProgrammeCode.optional(),
  edition: line.optional(),
  site: line.optional(),
  title: line.optional(),
  theme: line.optional(),
  /** When it was true. An interval for what lasted several days. */
  occurred: Edtf.optional(),
  /** Instead of `occurred`: the window in which an undated fact lies. */
  within: EdtfWindow.optional(),
  /** For a plan, when it is expected; for a beginning, when its end is expected. Never evidence that it came. */
  expected: Edtf.optional(),
  place: line.optional(),
  otherQuantities: line.optional(),
  cost: Cost.optional(),
  source: Source.optional(),
  /** When the source spoke: a status is true as of that day. */
  statedOn: EdtfSingle.optional(),
  confidence: z.enum(['high', 'medium', 'low']).optional(),
  with27e: z.enum(['yes', 'no', 'unknown']).optional(),
  /** The steps that this one came out of, of any organisation. */
  follows: z.array(StepId).min(1).max(20).optional(),
  intention: paragraph.optional(),
  whatHappened: paragraph.optional(),
  lessons: paragraph.optional(),
  documents: z.array(Document).min(1).max(20).optional(),
  note: paragraph.optional(),
} as const

/** One fact in the life of a step, of any kind; `attributes` are those that the kind declares. */
export type Fact = z.infer<z.ZodObject<typeof factFields>> & {
  readonly attributes?: Readonly<Record<string, AttributeClaim | undefined>> | undefined
}

/** What dates a fact, and with it the bounds that its source sets. */
export type FactDates = Pick<Fact, 'occurred' | 'within' | 'statedOn'>

export const datesOf = ({ occurred, within, statedOn }: Fact): FactDates => ({ occurred, within, statedOn })

/** The fact of a kind with its attributes, refused when it dates itself twice. */
export const factSchema = <A extends z.ZodType>(attributes: A) =>
  z.strictObject({ ...factFields, attributes: attributes.optional() }).refine(datedOnce, datedTwice)

/** The same with its kind beside it, for the events whose type does not tell the kind. */
export const factSchemaNaming = <K extends string, A extends z.ZodType>(kind: K, attributes: A) =>
  z
    .strictObject({ kind: z.literal(kind), ...factFields, attributes: attributes.optional() })
    .refine(datedOnce, datedTwice)

/** A fact dates itself once: by a date or by a window. The same rule wherever a fact is read. */
export const datedOnce = ({ occurred, within }: { readonly occurred?: unknown; readonly within?: unknown }) =>
  occurred === undefined || within === undefined
export const datedTwice = { path: ['within'], message: 'une date ou une fenêtre, pas les deux' }

/** The texts of a fact that a person wrote freely, each with its path as in `attributes.attachedTo`. */
export const freeTextsOf = (fact: Fact): readonly (readonly [path: string, text: string])[] =>
  [
    ...freeFields.map((field) => [field, fact[field]] as const),
    ['cost.scope', fact.cost?.scope] as const,
    ['cost.payer', fact.cost?.payer] as const,
    ['source.reference', fact.source?.reference] as const,
    ...(fact.documents ?? []).flatMap(({ title, url, licence }, index) => [
      [`documents.${index}.title`, title] as const,
      [`documents.${index}.url`, url] as const,
      [`documents.${index}.licence`, licence] as const,
    ]),
    ...Object.entries(fact.attributes ?? {}).map(
      ([name, claim]) => [`attributes.${name}`, typeof claim === 'string' ? claim : undefined] as const,
    ),
  ].flatMap(([path, text]) => (text === undefined ? [] : [[path, text] as const]))

const freeFields = [
  'edition',
  'site',
  'title',
  'theme',
  'place',
  'otherQuantities',
  'intention',
  'whatHappened',
  'lessons',
  'note',
] as const satisfies readonly (keyof Fact)[]
