import { z } from 'zod'
import { LabelsView } from '#domain/kernel/labels.js'

/** What is wrong with a cell, a row or a file, by a stable code. */
const faultCodes = [
  'cell-empty',
  'code-unknown',
  'date-not-understood',
  'one-date-expected',
  'number-ambiguous',
  'number-expected',
  'quantity-expected',
  'identifier-expected',
  'code-lost-zero',
  'code-not-of-type',
  'address-expected',
  'reference-unknown',
  'reference-to-itself',
  'status-not-of-kind',
  'dates-contradict',
  'row-repeated',
  'row-too-long',
  'column-unnamed',
  'text-too-long',
  'content-invalid',
] as const
export type FaultCode = (typeof faultCodes)[number]

/** A fault, where it stands, and what to do about it. `column` is the code of the column. */
export const CellFault = z.strictObject({
  code: z.enum(faultCodes),
  column: z.string().optional(),
  value: z.string().optional(),
  remedy: LabelsView,
})
export type CellFault = z.infer<typeof CellFault>
