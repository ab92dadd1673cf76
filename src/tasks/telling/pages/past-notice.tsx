import { dayOfIso } from '#domain/time/day.js'
import { nameOfDay } from '#domain/time/edtf-sentence.js'
import { organisationWords } from './organisation-words.js'
import { Notice } from '#src/web/elements/notice.js'
import { usePage, useSay } from '#src/web/layout/page-context.js'
import type { AskedClocks } from './clocks-form.js'

/** Says of which day a page tells, and as known when, with the way back to today. */
export const PastNotice = ({
  asOf,
  knownAt,
  today,
}: {
  /** Days, or moments of days, in ISO 8601. */
  readonly asOf: string
  readonly knownAt: string
  /** The address of the same page as of today. */
  readonly today: string
}) => {
  const say = useSay()
  const { language } = usePage()
  const inWords = (iso: string): string => {
    const day = dayOfIso(iso.slice(0, 10))
    return day === undefined ? iso : nameOfDay(day, language)
  }
  return (
    <Notice tone="caution">
      <p>
        {say(organisationWords.readingThePast)} {say(organisationWords.asOfLower)} {inWords(asOf)},{' '}
        {say(organisationWords.knownAtLower)} {inWords(knownAt)}.{' '}
        <a href={today}>{say(organisationWords.backToToday)}</a>
      </p>
    </Notice>
  )
}

/** Whether a page was asked to show another moment than now. */
export const isOfPast = ({ asOf, knownAt }: AskedClocks): boolean =>
  asOf !== undefined || knownAt !== undefined

/** What was asked, to be asked of another page too: `?asOf=2016-06-01`, or nothing. */
export const sameQuestion = ({ asOf, knownAt, model }: AskedClocks): string => {
  const asked = Object.entries({ asOf, knownAt, model }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked).toString()}`
}
