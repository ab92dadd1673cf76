import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

/** Where the focus stands. */
export interface Focused {
  /** The id of the element; else its name, by its label or its text. */
  readonly name: string
  readonly id: string
  /** An outline of two pixels at least is drawn around it, and it is on the screen. */
  readonly visible: boolean
}

/** Somebody who has no mouse: keys alone, and each stop of the focus has to be seen. */
export interface Keyboard {
  readonly focused: () => Promise<Focused>
  /** Where the page that came leads the reader, once it has; what is so called. */
  readonly begins: () => Promise<string>
  /** On by Tab until the focus stands on what is so called, an id or a name; throws where there is no way. */
  readonly tabTo: (wanted: string | RegExp, key?: 'Tab' | 'Shift+Tab') => Promise<void>
  /** Key by key, as a list that unfolds is searched. */
  readonly type: (text: string) => Promise<void>
  /** A text in a field, at once. */
  readonly write: (text: string) => Promise<void>
  readonly press: (key: string) => Promise<void>
  /** Presses what sends a form or follows a link, and waits for the page that comes. */
  readonly go: (key?: string) => Promise<void>
  /** What stands in a field is replaced. */
  readonly rewrite: (text: string) => Promise<void>
}

/** The keyboard of a page. */
export const byKeyboard = (page: Page): Keyboard => {
  const focused = () => page.evaluate<Focused>(FOCUSED)
  const press = (key: string) => page.keyboard.press(key)
  const type = (text: string) => page.keyboard.type(text)
  const write = (text: string) => page.keyboard.insertText(text)
  return {
    focused,
    press,
    type,
    write,
    begins: async () => {
      await page.locator('[autofocus]:focus').waitFor()
      return (await focused()).name
    },
    tabTo: async (wanted, key = 'Tab') => {
      const met: string[] = []
      for (let stop = 0; stop < MOST_STOPS; stop += 1) {
        await press(key)
        const { name, id, visible } = await focused()
        assert.ok(visible, `the focus is not seen on ${name}`)
        met.push(name)
        if (typeof wanted === 'string' ? [name, id].includes(wanted) : wanted.test(name)) return
      }
      throw new Error(`no way to ${String(wanted)} by keyboard, only to ${met.join(', ')}`)
    },
    go: async (key = 'Enter') => {
      const left = page.waitForEvent('framenavigated')
      await press(key)
      await left
      await page.waitForLoadState('load')
    },
    rewrite: async (text) => {
      await press('Control+a')
      await write(text)
    },
  }
}

const MOST_STOPS = 160

const FOCUSED = `(() => {
  const one = document.activeElement
  const said = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? ''
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  const { top, bottom, width, height } = one.getBoundingClientRect()
  const inSight = bottom > 0 && top < innerHeight && width > 1 && height > 1
  const outlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
  const text = said.replace(/\\s+/g, ' ').trim()
  return { id: one.id, name: one === document.body ? 'the page' : one.id || text, visible: inSight && outlined || one === document.body }
})()`
