import type { CallBacksQuery } from '#src/tasks/calling-back/use-cases/answer-call-backs.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'

/** The address of the list under these filters, from its beginning. */
export const callBackAddress = ({ cursor: _cursor, ...asked }: CallBacksQuery): string =>
  callBackPageAddress(asked)

/** The address of that page of the list. */
export const callBackPageAddress = (asked: CallBacksQuery): string => {
  const parameters = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  const query = parameters.toString()
  return query === '' ? sectionAddresses['call-back'] : `${sectionAddresses['call-back']}?${query}`
}
