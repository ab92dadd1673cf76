import { z } from 'zod'

/** A text that a person reads, French first. */
export interface Labels {
  readonly fr: string
  readonly en: string
}

export type Language = keyof Labels

/** The same as an answer holds it: the two texts, and nothing else. */
export const LabelsView = z.strictObject({ fr: z.string(), en: z.string() })

/** The two texts of what has more to it than them. */
export const labelsOf = ({ fr, en }: Labels): Labels => ({ fr, en })
