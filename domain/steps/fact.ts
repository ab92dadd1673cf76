import { z } from 'zod'
import type { AttributeClaim } from './declaring/attribute.js'
import { factFields, fieldsToFill } from './fact-fields.js'

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
    ...freeFields.map((path) => [path, valueAt(fact, path)] as const),
    ...(fact.documents ?? []).flatMap(({ title, url, licence }, index) => [
      [`documents.${index}.title`, title] as const,
      [`documents.${index}.url`, url] as const,
      [`documents.${index}.licence`, licence] as const,
    ]),
    ...Object.entries(fact.attributes ?? {}).map(([name, claim]) => [`attributes.${name}`, claim] as const),
  ].flatMap(([path, text]) => (typeof text === 'string' ? [[path, text] as const] : []))

const freeFields: readonly string[] = fieldsToFill
  .filter(({ sort }) => sort === 'line' || sort === 'paragraph')
  .map(({ path }) => path)

/** What stands at a path as in `cost.scope`. */
const valueAt = (fact: Fact, path: string): unknown =>
  path.split('.').reduce<unknown>((held, name) => new Map(Object.entries(held ?? {})).get(name), fact)
