import type { DoubleLog } from './double-log.js'
import type { FaultState } from './faults.js'

/** What every service of one double works on. */
export interface DoubleNode {
  readonly log: () => DoubleLog
  readonly faults: FaultState
  readonly port: () => number
  readonly batchAppend: boolean
  /** Bytes of one append. */
  readonly maxAppendSize: number
  /** Dies and comes back on the same log and port. */
  readonly dieAndReturn: () => void
  readonly count: (what: 'append' | 'read-begun' | 'read-ended') => void
}
