import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Labels } from '#domain/kernel/labels.js'
import type { Language } from '#domain/time/wording.js'

/** What every part of a page may need to know of the request that it answers. */
export interface PageContext {
  readonly language: Language
  /** Sent along by every form; a page without it can show none. */
  readonly csrfToken: string | undefined
  /** The address that was asked for, with its query. */
  readonly address: string
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

export const useSay = (): Say => {
  const { language } = usePage()
  return (labels) => labels[language]
}
