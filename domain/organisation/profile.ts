import { z } from 'zod'
import { OrganisationId } from '#domain/kernel/identifiers.js'
import { OrganisationKind } from './organisation-kinds.js'
import { Siren } from './siren.js'

const name = z.string().trim().min(1).max(200)

/** A code of the Code officiel géographique, as text: Corsica has letters, others leading zeros. */
export const InseeCode = z.strictObject({
  type: z.enum(['region', 'departement', 'commune', 'epci']),
  code: z.string().regex(/^[0-9AB]{1,9}$/),
})

/** What an organisation is known by. Unknown is absent; a name is no identifier. */
export const Profile = z.strictObject({
  name,
  kind: OrganisationKind,
  siren: Siren.optional(),
  insee: InseeCode.optional(),
  /** A code that the nomenclature gave up, such as that of a former region. */
  formerInsee: InseeCode.optional(),
  aliases: z.array(name).min(1).max(20).optional(),
  population: z.int().nonnegative().optional(),
  parent: OrganisationId.optional(),
  source: z.string().trim().min(1).max(1000).optional(),
  note: z.string().trim().min(1).max(1000).optional(),
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
