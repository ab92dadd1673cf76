import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteEventLog } from '#adapters/event-log/sqlite/sqlite-event-log.js'
import { type EventLog } from '#domain/ports/event-log.js'
import { eventSource } from './bench-events.js'
import { dataOnly, readTexts, replay, replayFromMemory } from './log-reading.js'
import { appends, bareWrites, fill } from './log-writing.js'
import {
  interleaved,
  machine,
  milliseconds,
  percentile,
  rate,
  ratio,
  secondsOf,
  table,
  type Line,
} from './measure.js'

/**
 * The figures of the event log that stand as ratios: BENCH_EVENTS says how many events are replayed, BENCH_ROUNDS how
 * often each figure is taken (medians, runs interleaved), TEST_SEED which events.
 */
const events = Number(process.env['BENCH_EVENTS'] ?? 200_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const seed = Number(process.env['TEST_SEED'] ?? 27)

const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'trajectoires-bench-'))
  try {
    console.log(
      `${machine()}; SQLite in WAL, synchronous=FULL; seed ${seed}; medians of ${rounds} interleaved runs`,
    )
    const lines = [...(await writing(folder)), ...(await reading(folder)), peer]
    console.log(table(lines))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const open = (folder: string, name: string): EventLog => openSqliteEventLog({ path: join(folder, name) })

const writing = async (folder: string): Promise<Line[]> => {
  const log = open(folder, 'writing.sqlite')
  const source = eventSource(seed, 'writing')
  const [alone, together]: [number[], number[]] = [[], []]
  const figures = await interleaved(rounds, {
    bare: bareWrites(folder, source, 2000),
    single: appends(log, source, { callers: 1, eachAppends: 2000, eventsPerAppend: 1 }, alone),
    marked: appends(log, source, { callers: 1, eachAppends: 2000, eventsPerAppend: 1, withCommands: true }),
    group: appends(log, source, { callers: 100, eachAppends: 200, eventsPerAppend: 1 }, together),
    batches: appends(log, source, { callers: 1, eachAppends: 200, eventsPerAppend: 100 }),
  })
  await log.close()
  const { bare, single, marked, group, batches } = figures
  const spread = (all: readonly number[]): string =>
    `p50 ${milliseconds(percentile(all, 50))}, p99 ${milliseconds(percentile(all, 99))}`
  return [
    { what: 'bare write + fdatasync', reached: rate(bare), ratio: '', target: '' },
    {
      what: 'durable append, one by one',
      reached: `${rate(single)}, ${spread(alone)}`,
      ratio: `${ratio(single / bare)} bare`,
      target: '>= 0.7 x',
    },
    { what: '… with a command', reached: rate(marked), ratio: `${ratio(marked / bare)} bare`, target: '' },
    {
      what: 'group commit, 100 callers',
      reached: `${rate(group)}, ${spread(together)}`,
      ratio: `${ratio(group / single)} one by one`,
      target: '>= 10 x',
    },
    {
      what: 'batches of 100',
      reached: rate(batches),
      ratio: `${ratio(batches / single)} one by one`,
      target: '',
    },
  ]
}

const reading = async (folder: string): Promise<Line[]> => {
  const [small, large] = [open(folder, 'small.sqlite'), open(folder, 'large.sqlite')]
  const filling = {
    small: await secondsOf(() => fill(small, eventSource(seed, 'small'), events / 10)),
    large: await secondsOf(() => fill(large, eventSource(seed, 'large'), events)),
  }
  const whole = await readTexts(large, (event) => JSON.stringify(event))
  const data = await readTexts(large, dataOnly)
  const figures = await interleaved(rounds, {
    small: () => secondsOf(() => replay(small)),
    large: () => secondsOf(() => replay(large)),
    whole: () => secondsOf(() => void replayFromMemory(whole)),
    data: () => secondsOf(() => void replayFromMemory(data)),
  })
  await Promise.all([small.close(), large.close()])
  const bytes = (await stat(join(folder, 'large.sqlite'))).size / events
  const replayed = (figures.large * 1e6) / events
  const total = events.toLocaleString('en')
  return [
    {
      what: `replay of ${total} events, folded`,
      reached: `${replayed.toFixed(2)} s a million`,
      ratio: `${ratio(figures.large / figures.whole)} parse and fold in memory`,
      target: '<= 3 x',
    },
    {
      what: '… against data alone in memory',
      reached: '',
      ratio: `${ratio(figures.large / figures.data)} parse and fold in memory`,
      target: '<= 3 x',
    },
    {
      what: 'ten times the events, replayed',
      reached: `${figures.small.toFixed(3)} s, ${figures.large.toFixed(3)} s`,
      ratio: ratio(figures.large / figures.small),
      target: '<= 11 x',
    },
    {
      what: 'ten times the events, appended',
      reached: `${filling.small.toFixed(2)} s, ${filling.large.toFixed(2)} s`,
      ratio: ratio(filling.large / filling.small),
      target: '<= 11 x',
    },
    { what: 'size', reached: `${Math.round(bytes)} bytes an event`, ratio: '', target: '' },
  ]
}

/**
 * Named rather than measured: 0.42.4 wanted an exact release of Emmett that the registry did not have, and 0.38.5
 * ended in SQLITE_BUSY («cannot commit transaction») under appends one by one.
 */
const peer: Line = {
  what: 'Emmett’s SQLite store',
  reached: 'skipped: no release that installs and works',
  ratio: '',
  target: '>= 15 x, >= 10 x',
}

await main()
