import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { typeset } from '#domain/kernel/french/typography.js'
import type { Labels, Language } from '#domain/kernel/labels.js'

/** What every part of a page may need to know of the request that it answers. */
export interface PageContext {
  readonly language: Language
  /** Sent along by every form; a page without it can show none. */
  readonly csrfToken: string | undefined
  /** The address that was asked for, with its query. */
  readonly address: string
  /** The moment that counts as now (ISO 8601), where the clock of this machine is behind the log. */
  readonly now: string | undefined
}

const Context = createContext<PageContext | undefined>(undefined)

export const PageContextProvider = Context.Provider

export const usePage = (): PageContext => {
  const page = useContext(Context)
  if (page === undefined) throw new Error('a component of the pages was rendered outside of a page')
  return page
}

/** Gives what a text says in the language of the page. */
export type Say = (labels: Labels) => string

export const useSay = (): Say => sayIn(usePage().language)

/**
 * The same where no page is at hand: French with the spaces of French. What reads the same in both languages is a name, a
 * code or what somebody typed, and stays as it is.
 */
export const sayIn =
  (language: Language): Say =>
  ({ fr, en }) =>
    language === 'en' ? en : fr === en ? fr : typeset(fr)
