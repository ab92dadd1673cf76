import { z } from 'zod'

/** One thing that is wrong with a model, or that its author may not have meant. */
export const PlacedFinding = z.strictObject({
  /** Stable. */
  code: z.string(),
  /** JSON pointer (RFC 6901) into the document. */
  path: z.string(),
  message: z.string(),
  en: z.string(),
  /** Where it stands in the text that was sent; both count from 1. */
  line: z.int().optional(),
  column: z.int().optional(),
})
export type PlacedFinding = z.infer<typeof PlacedFinding>

/** The report on one document. A model with warnings is valid. */
export const ModelCheck = z.strictObject({
  valid: z.boolean(),
  /** Of a valid model: under what it would be published. */
  id: z.string().optional(),
  version: z.int().optional(),
  hash: z.string().optional(),
  faults: z.array(PlacedFinding),
  warnings: z.array(PlacedFinding),
})
export type ModelCheck = z.infer<typeof ModelCheck>
