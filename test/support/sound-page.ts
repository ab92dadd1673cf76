import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { accessibilityFaults, fitsItsWidth } from './browser.js'

/** Everything that would stop somebody on a page with forms, one line each: nothing, in the order. */
export const unsoundIn = async (page: Page): Promise<readonly string[]> => [
  ...(await accessibilityFaults(page)),
  ...((await fitsItsWidth(page)) ? [] : ['wider than the screen']),
  ...(await page.evaluate<readonly string[]>(STRUCTURE)),
]

/** The list of faults at the head of a form. */
export const FAULTS = '[data-role="fault-summary"]'

/** How a test goes from page to page, each of which has to be sound. */
export const visiting = (page: Page) => {
  /** Nothing is unsound, once the focus stands where the page leads its reader. */
  const sound = async (t: Test, name: string, begins?: string): Promise<void> => {
    if (begins !== undefined) await page.locator(`${begins}:focus`).waitFor()
    t.strictSame(await unsoundIn(page), [], name)
  }
  return {
    sound,
    open: async (t: Test, address: string, status = 200): Promise<void> => {
      const answer = await page.goto(address)
      t.equal(answer?.status(), status, address)
      await sound(t, address)
    },
    /** Presses a button that sends a form; the page that answers has come. */
    press: async (name: string): Promise<void> => {
      const come = page.waitForEvent('domcontentloaded')
      await page.getByRole('button', { name, exact: true }).last().click()
      await come
    },
  }
}

/**
 * One heading of the first level; labels at controls; what describes a control is there; each fault is told of its field;
 * the list of faults leads to fields that are in sight; no list that unfolds cuts a choice; no notation where people read.
 */
const STRUCTURE = `(() => {
  const all = (selector) => [...document.querySelectorAll(selector)]
  const found = []
  if (all('h1').length !== 1) found.push('headings of the first level: ' + all('h1').length)
  for (const control of all('main :is(input:not([type=hidden]), select, textarea)'))
    if (control.labels.length === 0) found.push('no label: ' + control.name)
  for (const each of all('[aria-describedby]'))
    for (const id of each.getAttribute('aria-describedby').split(' '))
      if (!document.getElementById(id)) found.push('described by nothing: ' + id)
  for (const fault of all('.fault-text'))
    if (!fault.id || !document.querySelector('[aria-describedby~="' + fault.id + '"]'))
      found.push('a fault of no field: ' + fault.innerText)
  for (const link of all('[data-role="fault-summary"] a')) {
    const id = decodeURIComponent(link.hash.slice(1))
    const field = document.getElementById(id)
    const told = field?.getAttribute('aria-describedby')?.split(' ').includes(id + '-fault')
    if (!told || field.closest('details:not([open])')) found.push('leads to no fault: ' + link.innerText)
    if (!/.\\s:\\s/.test(link.innerText)) found.push('names no field: ' + link.innerText)
  }
  for (const list of all('main select')) {
    const pen = document.createElement('canvas').getContext('2d')
    pen.font = getComputedStyle(list).font
    for (const { text } of list.options)
      if (pen.measureText(text).width > list.clientWidth) found.push('cut: ' + text)
  }
  for (const place of all('main :is(label, legend, .hint, .notice, #apercu, [role=status])'))
    if (/\\d{4}-\\d\\d|\\.\\.\\d|\\bundefined\\b|\\[object/.test(place.innerText)) found.push('notation: ' + place.innerText)
  return found
})()`
