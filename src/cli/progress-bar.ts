import { SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.js'

/** How far some work has come. */
export interface ProgressBar {
  readonly show: (progress: { readonly done: number; readonly total: number }) => void
  readonly stop: () => void
}

/** A bar where a person looks on, nothing elsewhere; `counted` says what is counted, in French. */
export const progressBar = (terminal: Terminal, counted: string): ProgressBar => {
  if (!terminal.interactive) return { show: () => undefined, stop: () => undefined }
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${counted} · {eta_formatted}`,
    hideCursor: true,
    clearOnComplete: true,
  })
  bar.start(0, 0)
  return {
    show: ({ done, total }) => {
      bar.setTotal(total)
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}
