import type { ComponentChildren } from 'preact'
import { Notice } from '#src/web/elements/notice.js'
import { useSay } from '#src/web/layout/page-context.js'
import { checkedWords } from './checked-form-words.js'
import { FaultSummary } from './fault-summary.js'
import type { FormState } from './typed-form.js'

/** What is said above a form that was sent, where its reader begins: first what no field can set right, then its faults. */
export const FormHead = ({
  state: { faults, advice, gone = false },
  labels,
  children,
}: {
  readonly state: FormState
  /** What its fields are called, in their order. */
  readonly labels?: Readonly<Record<string, string>>
  /** What moved meanwhile. */
  readonly children?: ComponentChildren
}) => {
  const say = useSay()
  return (
    <>
      {gone ? (
        <Notice tone="caution" answers>
          {say(checkedWords.gone)}
        </Notice>
      ) : null}
      {advice === undefined ? null : (
        <Notice tone="fault" answers>
          {say(advice)}
        </Notice>
      )}
      {children}
      <FaultSummary faults={faults} {...(labels === undefined ? {} : { labels })} />
    </>
  )
}
