#!/usr/bin/env node
import { runTrajectoires } from './composition/run-trajectoires.js'
import type { Terminal } from './cli/terminal.js'

const ending = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A second signal ends the process at once: whoever insists need not wait.
  process.once(signal, () => ending.abort())
}

process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  // Whoever read the answer has seen enough, as `head` does; the work itself is finished all the same.
  if (fault.code !== 'EPIPE') throw fault
})

const terminal: Terminal = {
  print: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  interactive: process.stderr.isTTY,
}

process.exitCode = await runTrajectoires(process.argv.slice(2), {
  terminal,
  environment: process.env,
  clock: Date.now,
  ending: ending.signal,
})
