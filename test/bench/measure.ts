import { cpus, totalmem } from 'node:os'

export const median = (values: readonly number[]): number => percentile(values, 50)

export const percentile = (values: readonly number[], percent: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
}

/** What one run of a subject measured: a rate a second, or seconds. */
export type Run = () => Promise<number> | number

/** Runs all subjects in turn, several times over, so that a change in the machine's mood meets them alike. */
export const interleaved = async <Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, Run>>,
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(subjects) as Name[]
  const figures = names.map((): number[] => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, name] of names.entries()) figures[index]?.push(await subjects[name]())
  }
  return Object.fromEntries(names.map((name, index) => [name, median(figures[index] ?? [])])) as Record<
    Name,
    number
  >
}

export const secondsOf = async (work: () => Promise<unknown> | undefined): Promise<number> => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`

export const rate = (perSecond: number): string => `${Math.round(perSecond).toLocaleString('en')} /s`
export const ratio = (value: number): string => `${value.toFixed(2)} x`
export const milliseconds = (value: number): string => `${value.toFixed(2)} ms`

/** One figure with what it is compared with; `target` as the design states it. */
export interface Line {
  readonly what: string
  readonly reached: string
  readonly ratio: string
  readonly target: string
}

export const table = (lines: readonly Line[]): string => {
  const heading: Line = { what: 'what', reached: 'reached', ratio: 'ratio', target: 'target' }
  const rows = [heading, ...lines].map(({ what, reached, ratio, target }) => [what, reached, ratio, target])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n')
}
