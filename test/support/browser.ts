import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { openApplication, type OpenApplication } from './open-application.js'

/** Where Debian puts it, without windows or with them; another Chromium is named by the variable. */
const DEBIANS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const
const CHROMIUM = process.env['CHROMIUM'] ?? DEBIANS.find((path) => existsSync(path)) ?? DEBIANS[1]

/** Why the tests in a browser can't run here: given as `skip`, so that they are counted and named. */
export const noBrowser: string | false = existsSync(CHROMIUM)
  ? false
  : `no Chromium at ${CHROMIUM}: install Debian’s package «chromium-headless-shell», or name one in CHROMIUM`

/** The application behind a real browser. */
export interface BrowsedApplication extends OpenApplication {
  /** `http://127.0.0.1:<any free port>` */
  readonly origin: string
  /** A new visitor, without cookies; every page of theirs stands at `origin`. */
  readonly visit: (options?: BrowserContextOptions) => Promise<Page>
}

/** Opens the application on a folder of its own, listens, and starts a browser. */
export const browseApplication = async (
  options: { readonly sample?: boolean } = {},
): Promise<BrowsedApplication> => {
  const application = await openApplication(options)
  const origin = await application.server.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launch()
  const contexts: BrowserContext[] = []
  return {
    ...application,
    origin,
    visit: async (contextOptions = {}) => {
      const context = await browser.newContext({ baseURL: origin, locale: 'fr-FR', ...contextOptions })
      contexts.push(context)
      return context.newPage()
    },
    close: async () => {
      for (const context of contexts) await context.close()
      await browser.close()
      await application.close()
    },
  }
}

const launch = async (): Promise<Browser> => {
  const home = mkdtempSync(join(tmpdir(), 'trajectoires-chromium-'))
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    env: { ...process.env, HOME: home },
  })
  browser.on('disconnected', () => rmSync(home, { recursive: true, force: true }))
  return browser
}

/** What axe-core finds wrong with the page as it stands, one line a node: nothing, in the order. */
export const accessibilityFaults = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { axe: runner } = globalThis as unknown as { axe: typeof axe } // the line above put it there
    return runner.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
  })
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

/** True when nothing on the page is wider than the screen. */
export const fitsItsWidth = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')
