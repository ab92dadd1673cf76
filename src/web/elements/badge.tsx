import type { ComponentChildren } from 'preact'
import type { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'

/** How sure a reading is: drawn by border and weight, not by colour alone. */
export type Certainty = 'certain' | 'possible' | 'stale' | 'plain'

/** How each state of an answer is marked. */
export const certaintyOf = {
  held: 'certain',
  possible: 'possible',
  stale: 'stale',
  none: 'plain',
} as const satisfies Record<TrajectoryView['standing']['state'], Certainty>

/** A word or two that qualify what stands beside it. */
export const Badge = ({
  certainty = 'plain',
  children,
}: {
  readonly certainty?: Certainty
  readonly children: ComponentChildren
}) => <span class={`badge ${certainty}`}>{children}</span>
