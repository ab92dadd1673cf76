import type { ComponentChildren } from 'preact'
import type { Labels } from '#domain/kernel/labels.js'
import { frameWords, type Section } from './frame-words.js'
import { assetAddress } from './asset-address.js'
import { momentInWords } from '#src/messages/moment-in-words.js'
import { Breadcrumbs, type Crumb } from './breadcrumbs.js'
import { Footer } from './footer.js'
import { Navigation } from './navigation.js'
import { usePage, useSay } from './page-context.js'

export interface PageProps {
  /** The heading of the page, and the beginning of its title in the browser. */
  readonly title: Labels | string
  /** A line above the heading: what kind of thing this is, or of whom; it tells titles in the browser apart. */
  readonly kicker?: Labels | string | undefined
  /** One or two sentences below the heading. */
  readonly lead?: ComponentChildren
  readonly section?: Section | undefined
  /** The way here, without this page. */
  readonly crumbs?: readonly Crumb[]
  /** Scripts of `assets/` that this page is better with. */
  readonly scripts?: readonly string[]
  readonly children: ComponentChildren
}

/** The frame of every page: head, menu, heading, content, foot. */
export const Page = ({ title, kicker, lead, section, crumbs = [], scripts = [], children }: PageProps) => {
  const say = useSay()
  const { language, now } = usePage()
  const inWords = (text: Labels | string) => (typeof text === 'string' ? text : say(text))
  const heading = inWords(title)
  const above = kicker === undefined ? [] : [inWords(kicker)]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{[heading, ...above, say(frameWords.product)].join(' – ')}</title>
        <link rel="stylesheet" href={assetAddress('pages.css')} />
        <link rel="icon" type="image/svg+xml" href={assetAddress('icon.svg')} />
        {['pages.js', ...scripts].map((script) => (
          <script key={script} type="module" src={assetAddress(script)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {say(frameWords.skipToContent)}
        </a>
        <Navigation section={section} />
        <main id="content" tabIndex={-1}>
          {now === undefined ? null : (
            <div class="notice caution">
              <p>
                {say(frameWords.clockBehind)} {momentInWords(now, language)}. {say(frameWords.clockRemedy)}
              </p>
            </div>
          )}
          <Breadcrumbs crumbs={crumbs} here={heading} />
          <header class="page-head">
            {above.map((text) => (
              <p key={text} class="kicker">
                {text}
              </p>
            ))}
            <h1>{heading}</h1>
            {lead === undefined ? null : <div class="lead">{lead}</div>}
          </header>
          {children}
        </main>
        <Footer />
      </body>
    </html>
  )
}
