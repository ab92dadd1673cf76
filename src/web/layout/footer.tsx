import { frameWords } from './frame-words.js'
import { usePage, useSay } from './page-context.js'

/** What surrounds the service: who may reach it, its interface, the other language. */
export const Footer = () => {
  const say = useSay()
  const { address, language } = usePage()
  const other = language === 'fr' ? 'en' : 'fr'
  return (
    <footer class="foot">
      <p>{say(frameWords.promise)}</p>
      <p>
        {say(frameWords.localOnly)} <a href="/docs">{say(frameWords.machineInterface)}</a>
        {' · '}
        <a href={inLanguage(address, other)} lang={other} hreflang={other}>
          {say(frameWords.otherLanguage)}
        </a>
      </p>
    </footer>
  )
}

const inLanguage = (address: string, language: string): string => {
  const [path = '/', query = ''] = address.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('langue', language)
  return `${path}?${parameters.toString()}`
}
