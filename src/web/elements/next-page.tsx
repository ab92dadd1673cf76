import { withParameters } from '#src/web/layout/address.js'
import { frameWords } from '#src/web/layout/frame-words.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'

/** The way to what follows in a list that is read by cursor; nothing at its end. */
export const NextPage = ({
  cursor,
  of,
}: {
  readonly cursor: string | undefined
  /** The address of the list, where that is not the page’s own. */
  readonly of?: string
}) => {
  const say = useSay()
  const { address } = usePage()
  if (cursor === undefined) return null
  return (
    <p class="next-page">
      <a rel="next" href={withParameters(of ?? address, { cursor })}>
        {say(frameWords.nextPage)} →
      </a>
    </p>
  )
}
