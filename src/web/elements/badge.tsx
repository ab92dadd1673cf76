import type { ComponentChildren } from 'preact'

/** How sure a reading is: drawn by border and weight, not by colour alone. */
export type Certainty = 'certain' | 'possible' | 'stale' | 'plain'

/** A word or two that qualify what stands beside it. */
export const Badge = ({
  certainty = 'plain',
  children,
}: {
  readonly certainty?: Certainty
  readonly children: ComponentChildren
}) => <span class={`badge ${certainty}`}>{children}</span>
