import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CommandId } from '#domain/kernel/identifiers.js'
import { type AppendOutcome, type EventLog } from '#domain/ports/event-log.js'
import { type EventSource } from './bench-events.js'
import { type Run } from './measure.js'

/** The least that anyone can do: one event's bytes into a file that has its room already, and a sync; a second. */
export const bareWrites = (folder: string, source: EventSource, writes: number): Run => {
  const text = Buffer.from(JSON.stringify(source.next()))
  return () => {
    const file = openSync(join(folder, 'bare'), 'w')
    writeSync(file, Buffer.alloc(writes * text.length))
    fdatasyncSync(file)
    const start = performance.now()
    for (let write = 0; write < writes; write += 1) {
      writeSync(file, text, 0, text.length, write * text.length)
      fdatasyncSync(file)
    }
    const seconds = (performance.now() - start) / 1000
    closeSync(file)
    return writes / seconds
  }
}

export interface Appends {
  readonly callers: number
  readonly eachAppends: number
  readonly eventsPerAppend: number
  readonly withCommands?: boolean
}

/** Callers that each wait for their answer before they append again: events a second. Latencies, in ms, are added. */
export const appends =
  (log: EventLog, source: EventSource, what: Appends, latencies: number[] = []): Run =>
  async () => {
    const caller = async (): Promise<void> => {
      for (let number = 0; number < what.eachAppends; number += 1) {
        const events = Array.from({ length: what.eventsPerAppend - 1 }, source.next)
        const request = {
          stream: source.stream(),
          expected: 'any',
          events: [source.next(), ...events],
        } as const
        const start = performance.now()
        demand(
          await log.append(
            what.withCommands === true ? { ...request, command: mark(request.events[0].id) } : request,
          ),
        )
        latencies.push(performance.now() - start)
      }
    }
    const start = performance.now()
    await Promise.all(Array.from({ length: what.callers }, caller))
    const events = what.callers * what.eachAppends * what.eventsPerAppend
    return events / ((performance.now() - start) / 1000)
  }

const mark = (id: string): { id: CommandId; digest: string } => ({ id: CommandId.parse(id), digest: id })

const demand = ({ outcome }: AppendOutcome): void => {
  if (outcome !== 'appended') throw new Error(`an append of the benchmark ended with ${outcome}`)
}

/** Fills a log with so many events, in appends of ten by a hundred callers. */
export const fill = async (log: EventLog, source: EventSource, events: number): Promise<void> => {
  await appends(log, source, { callers: 100, eachAppends: Math.ceil(events / 1000), eventsPerAppend: 10 })()
}
