import { z } from 'zod'

/** One thing that is wrong with a content, and where: `path` as in `attributes.team`. */
export interface Fault {
  readonly path: string
  readonly message: string
}

/** How schemas word what they refuse, where they have no words of their own: what people read is French. */
export const inFrench = { error: z.locales.fr().localeError } as const
