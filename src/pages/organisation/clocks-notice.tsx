import { dayOfIso } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { organisationWords } from '#src/messages/pages/organisation-words.js'
import { Notice } from '#src/pages/elements/notice.js'
import { usePage, useSay } from '#src/pages/layout/page-context.js'

/** Says that a page does not show the state of today, which days it shows instead, and the way back. */
export const ClocksNotice = ({
  clocks: { asOf, knownAt },
  today,
}: {
  /** A day, and an instant (ISO 8601). */
  readonly clocks: { readonly asOf: string; readonly knownAt: string }
  /** The address of the same page as of today. */
  readonly today: string
}) => {
  const say = useSay()
  const { language } = usePage()
  const inWords = (iso: string): string => {
    const read = dayOfIso(iso)
    return read === undefined ? iso : nameOfDay(read, language)
  }
  return (
    <Notice tone="caution">
      <p>
        {say(organisationWords.readingThePast)} {say(organisationWords.asOfLower)} {inWords(asOf)},{' '}
        {say(organisationWords.knownAtLower)} {inWords(knownAt.slice(0, 10))}.{' '}
        <a href={today}>{say(organisationWords.backToToday)}</a>
      </p>
    </Notice>
  )
}
