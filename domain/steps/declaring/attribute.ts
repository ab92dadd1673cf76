import { z } from 'zod'
import { QuantityClaim } from './quantity.js'
import type { Labels } from '#domain/kernel/labels.js'

/** Codes with their labels; `aliases` are other French words that files use for the same thing. */
export type CodeList = Readonly<Record<string, Labels & { readonly aliases?: readonly string[] }>>

/** How sentences speak of a quantity that is the size of something: «une équipe de 3», «l’équipe compte 3 personnes». */
export interface GroupWords {
  readonly having: Labels
  readonly counts: Labels
  readonly members: Labels
  readonly size: Labels
}

/** What a kind of step says of itself beyond the facts that every step has. Every attribute may be unknown, hence absent. */
export type AttributeDeclaration =
  /** `counted`: the label names what is counted («20 agents formés»). `group`: the quantity is the size of something. */
  | {
      readonly type: 'quantity'
      readonly labels: Labels
      readonly counted?: true
      readonly group?: GroupWords
    }
  | { readonly type: 'code'; readonly labels: Labels; readonly codes: CodeList }
  | { readonly type: 'codes'; readonly labels: Labels; readonly codes: CodeList }
  | { readonly type: 'flag'; readonly labels: Labels }
  /** `codesOf`: not free, but codes of a list that is kept elsewhere, separated by spaces. */
  | { readonly type: 'text'; readonly labels: Labels; readonly codesOf?: string }

export type AttributeDeclarations = Readonly<Record<string, AttributeDeclaration>>

/** The stored value of an attribute, by its declaration. */
export type AttributeClaimOf<A extends AttributeDeclaration> = A extends { readonly type: 'quantity' }
  ? QuantityClaim
  : A extends { readonly type: 'code'; readonly codes: infer C }
    ? keyof C & string
    : A extends { readonly type: 'codes'; readonly codes: infer C }
      ? readonly (keyof C & string)[]
      : A extends { readonly type: 'flag' }
        ? boolean
        : string

export type AttributeClaim = number | string | boolean | readonly string[]

export type AttributeClaimsOf<D extends AttributeDeclarations> = {
  readonly [N in keyof D]?: AttributeClaimOf<D[N]> | undefined
}

export const quantity = (fr: string, en: string) => ({ type: 'quantity', labels: { fr, en } }) as const

/** A quantity whose label names, in the plural, what is counted. */
export const countOf = (fr: string, en: string) => ({ ...quantity(fr, en), counted: true }) as const

/** A quantity that is the size of something. */
export const sizeOf = (fr: string, en: string, group: GroupWords) => ({ ...quantity(fr, en), group }) as const

export const code = <const C extends CodeList>(fr: string, en: string, codes: C) =>
  ({ type: 'code', labels: { fr, en }, codes }) as const

export const codes = <const C extends CodeList>(fr: string, en: string, list: C) =>
  ({ type: 'codes', labels: { fr, en }, codes: list }) as const

export const flag = (fr: string, en: string) => ({ type: 'flag', labels: { fr, en } }) as const

export const text = (fr: string, en: string) => ({ type: 'text', labels: { fr, en } }) as const

/** Codes of a list that others keep, and whose texts may not be copied here. */
export const codesOf = (list: string, fr: string, en: string) =>
  ({ type: 'text', labels: { fr, en }, codesOf: list }) as const

const foreignCodes = /^[a-z0-9]+(?:-[a-z0-9]+)*(?: [a-z0-9]+(?:-[a-z0-9]+)*)*$/

/** The zod schema of one attribute's value. */
export const schemaOfAttribute = (declaration: AttributeDeclaration): z.ZodType<AttributeClaim> => {
  switch (declaration.type) {
    case 'quantity':
      return QuantityClaim
    case 'code':
      return z.enum(Object.keys(declaration.codes))
    case 'codes':
      return z.array(z.enum(Object.keys(declaration.codes))).min(1)
    case 'flag':
      return z.boolean()
    case 'text':
      return declaration.codesOf === undefined
        ? z.string().trim().min(1).max(500)
        : z.string().max(500).regex(foreignCodes, 'des codes séparés par des espaces')
  }
}

/** The zod schema of a kind's attributes: each optional, none unknown to the kind. */
export const schemaOfAttributes = (declarations: AttributeDeclarations) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(declarations).map(([name, declaration]) => [
        name,
        schemaOfAttribute(declaration).optional(),
      ]),
    ),
  )
