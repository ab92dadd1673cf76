import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

/** What an import did otherwise than the file may have meant, by a stable code. */
const warningCodes = [
  'attribute-not-of-kind',
  'column-repeated',
  'column-unknown',
  'encoding-assumed',
  'reference-not-recorded',
  'source-missing',
  'successor-undated',
  'successor-unknown',
  'template-row',
  'window-unused',
] as const

/** Something worth looking at that stopped nothing: `column` is the code of the column, or its header if it has none. */
export const ImportWarning = z.strictObject({
  code: z.enum(warningCodes),
  column: z.string().optional(),
  value: z.string().optional(),
  remedy: LabelsView,
})
export type ImportWarning = z.infer<typeof ImportWarning>
