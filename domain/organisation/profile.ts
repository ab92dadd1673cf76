import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { asCode } from '#domain/kernel/code-typed.js'
import { text } from '#domain/kernel/text.js'
import {
  doubtOnFormerInsee,
  doubtOnInsee,
  sentenceOnDoubt,
  type InseeDoubt,
  type InseeType,
} from '#domain/territory/nomenclature.js'
import { OrganisationKind } from './organisation-kinds.js'
import { Siren } from './siren.js'

const name = text(200)

type Doubt = (type: InseeType, code: string) => InseeDoubt | undefined

/** A code as text: Corsica has letters, others leading zeros. What is doubtful is asked back, with what it may be. */
const inseeCode = (doubtOn: Doubt) =>
  z
    .strictObject({
      type: z.enum(['region', 'departement', 'commune', 'epci']),
      code: z.string().max(40).overwrite(asCode),
    })
    .check(({ value, issues }) => {
      const { type, code } = value
      const doubt = doubtOn(type, code)
      if (doubt === undefined) return
      const message = sentenceOnDoubt(type, code, doubt).fr
      issues.push({ code: 'custom', message, path: ['code'], input: code })
    })

/** A code of the Code officiel géographique of today. */
export const InseeCode = inseeCode(doubtOnInsee)

/** What an organisation is known by. Unknown is absent; a name is no identifier. */
export const Profile = z.strictObject({
  name,
  kind: OrganisationKind,
  siren: Siren.optional(),
  insee: InseeCode.optional(),
  /** A code that the nomenclature gave up, such as that of a former region. */
  formerInsee: inseeCode(doubtOnFormerInsee).optional(),
  aliases: z.array(name).min(1).max(20).optional(),
  population: z.int().nonnegative().optional(),
  parent: OrganisationId.optional(),
  source: text(1000).optional(),
  note: text(1000).optional(),
})
export type Profile = z.infer<typeof Profile>

/** The texts that a person wrote freely in what is told of an organisation, each with its path. */
export const freeTextsOfProfile = (
  data: Readonly<Record<string, unknown>>,
): readonly (readonly [path: string, text: string])[] =>
  ['name', 'aliases', 'source', 'note'].flatMap((field) =>
    [data[field]]
      .flat()
      .flatMap((text): readonly (readonly [string, string])[] =>
        typeof text === 'string' ? [[field, text]] : [],
      ),
  )
