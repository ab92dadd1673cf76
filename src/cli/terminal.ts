import { withoutControls } from '#domain/kernel/text.js'

/** Where a command writes and what it ends with; tests bring their own. */
export interface Terminal {
  /** One line of the answer. */
  readonly print: (line: string) => void
  /** One line of what went wrong, or of progress: never mixed into the answer. */
  readonly complain: (line: string) => void
  /** True when a person looks on: colours and progress bars make sense. */
  readonly interactive: boolean
}

/** The same, on which nothing that was recorded can write otherwise than as a line: control characters are left out. */
export const plainTerminal = ({ print, complain, interactive }: Terminal): Terminal => ({
  print: (line) => print(withoutControls(line)),
  complain: (line) => complain(withoutControls(line)),
  interactive,
})

/** 0 done · 1 refused · 2 wrong use or input · 3 not now, try again. */
export type ExitStatus = 0 | 1 | 2 | 3
