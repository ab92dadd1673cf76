import type { ComponentChildren } from 'preact'

/** `done`: what was asked is done; `caution`: read before going on; `fault`: it was not done; `news`: for information. */
export type Tone = 'done' | 'caution' | 'fault' | 'news'

export interface NoticeProps {
  readonly tone: Tone
  /**
   * It answers what the reader just did: they begin there. A page that opens with a message in it is not announced by
   * every screen reader; what takes the focus is read by all, scripts or not.
   */
  readonly answers?: boolean
  readonly children: ComponentChildren
}

/** A message set apart; what went wrong or was done is announced to screen readers. */
export const Notice = ({ tone, answers = false, children }: NoticeProps) => (
  <div
    class={`notice ${tone}`}
    role={tone === 'fault' ? 'alert' : tone === 'done' ? 'status' : undefined}
    {...(answers ? { tabIndex: -1, autofocus: true } : {})}
  >
    {children}
  </div>
)
