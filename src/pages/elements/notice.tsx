import type { ComponentChildren } from 'preact'

/** `done`: what was asked is done; `caution`: read before going on; `fault`: it was not done; `news`: for information. */
export type Tone = 'done' | 'caution' | 'fault' | 'news'

/** A message set apart; what went wrong or was done is announced to screen readers. */
export const Notice = ({ tone, children }: { readonly tone: Tone; readonly children: ComponentChildren }) => (
  <div class={`notice ${tone}`} role={tone === 'fault' ? 'alert' : tone === 'done' ? 'status' : undefined}>
    {children}
  </div>
)
