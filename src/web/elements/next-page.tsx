import { frameWords } from '#src/web/layout/frame-words.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'

/** The way to what follows in a list that is read by cursor; nothing at its end. */
export const NextPage = ({ cursor }: { readonly cursor: string | undefined }) => {
  const say = useSay()
  const { address } = usePage()
  if (cursor === undefined) return null
  return (
    <p class="next-page">
      <a rel="next" href={withParameter(address, 'cursor', cursor)}>
        {say(frameWords.nextPage)} →
      </a>
    </p>
  )
}

/** The same address with one parameter of its query set anew. */
export const withParameter = (address: string, name: string, value: string): string => {
  const [path = '/', query = ''] = address.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set(name, value)
  return `${path}?${parameters.toString()}`
}
