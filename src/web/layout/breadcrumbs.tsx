import type { Labels } from '#domain/kernel/labels.js'
import { frameWords } from './frame-words.js'
import { useSay } from './page-context.js'

export interface Crumb {
  readonly label: Labels | string
  readonly href: string
}

/** The way to this page; nothing where it lies at the top. */
export const Breadcrumbs = ({
  crumbs,
  here,
}: {
  readonly crumbs: readonly Crumb[]
  readonly here: string
}) => {
  const say = useSay()
  if (crumbs.length === 0) return null
  return (
    <nav class="breadcrumbs" aria-label={say(frameWords.breadcrumbs)}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{typeof label === 'string' ? label : say(label)}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
