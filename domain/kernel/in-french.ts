import { z } from 'zod'

/** How schemas word what they refuse, where they have no words of their own: what people read is French. */
export const inFrench = { error: z.locales.fr().localeError } as const
