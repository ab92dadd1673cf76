import type { FastifyRequest } from 'fastify'
import type { Language } from '#domain/kernel/labels.js'

/** The cookie that remembers which language was chosen last. */
export const LANGUAGE_COOKIE = 'langue'

/** French, unless English was chosen by `?langue=en`, now or before. */
export const languageOf = ({ query, cookies }: FastifyRequest): Language => {
  const asked = askedLanguage(query) ?? (cookies as FastifyRequest['cookies'] | undefined)?.[LANGUAGE_COOKIE]
  return asked === 'en' ? 'en' : 'fr'
}

/** The language that the address itself asks for. */
export const askedLanguage = (query: unknown): Language | undefined => {
  const { langue } = (query ?? {}) as { langue?: unknown } // a query string reads as an object
  return langue === 'fr' || langue === 'en' ? langue : undefined
}
