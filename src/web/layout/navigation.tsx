import { frameWords, sectionAddresses, sectionWords, type Section } from './frame-words.js'
import { useSay } from './page-context.js'

const sections = Object.keys(sectionWords) as readonly Section[] // keys of a constant

/** The menu, which names where one is. */
export const Navigation = ({ section }: { readonly section: Section | undefined }) => {
  const say = useSay()
  return (
    <header class="masthead">
      <a class="brand" href="/">
        {say(frameWords.product)}
      </a>
      <nav aria-label={say(frameWords.mainNavigation)}>
        <ul>
          {sections.map((each) => (
            <li key={each}>
              <a href={sectionAddresses[each]} aria-current={each === section ? 'true' : undefined}>
                {say(sectionWords[each])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
