import { z } from 'zod'

/** The collection of an import: its rows have their identity under it. */
export const Collection = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lettres minuscules, chiffres et tirets')
  .max(60)

/** What is asked of an import beside its files. */
export const ImportQuery = z.strictObject({
  dryRun: z
    .stringbool()
    .optional()
    .describe('true : montre ce qui serait enregistré et le garde ; POST …/commit l’enregistre ensuite'),
  collection: Collection.optional().describe(
    'l’identité d’une ligne est la collection et son identifiant ; le nom du premier fichier par défaut',
  ),
  applyCorrections: z
    .stringbool()
    .optional()
    .describe(
      'true : une ligne qui diffère corrige ce qui est enregistré ; sinon la correction est proposée',
    ),
  name: z.string().trim().min(1).max(200).optional().describe('le nom du fichier, pour un corps text/csv'),
})
export type ImportQuery = z.infer<typeof ImportQuery>
