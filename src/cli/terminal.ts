/** Where a command writes and what it ends with; tests bring their own. */
export interface Terminal {
  /** One line of the answer. */
  print(line: string): void
  /** One line of what went wrong, or of progress: never mixed into the answer. */
  complain(line: string): void
  /** True when a person looks on: colours and progress bars make sense. */
  readonly interactive: boolean
}

/** 0 done · 1 refused · 2 wrong use or input · 3 not now, try again. */
export type ExitStatus = 0 | 1 | 2 | 3
