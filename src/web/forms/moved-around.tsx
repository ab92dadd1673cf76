import type { Labels } from '#domain/kernel/labels.js'
import { Notice } from '#src/web/elements/notice.js'
import { useSay } from '#src/web/layout/page-context.js'
import { checkedWords } from './checked-form-words.js'

/** What was recorded of the organisation while a form was filled in. */
export const MovedAround = ({ news }: { readonly news: readonly Labels[] }) => {
  const say = useSay()
  return (
    <Notice tone="caution" answers>
      <p>{say(checkedWords.movedAround)}</p>
      <ul>
        {news.map((labels) => (
          <li key={labels.fr}>{say(labels)}</li>
        ))}
      </ul>
    </Notice>
  )
}
