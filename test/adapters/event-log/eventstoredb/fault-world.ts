import type { Test } from 'tap'
import {
  openEventStoreDbEventLog,
  type EventStoreDbSetup,
} from '#adapters/event-log/eventstoredb/eventstoredb-event-log.js'
import type { EventLogFault } from '#domain/ports/event-log-fault.js'
import type { EventLog, NewEvent, StoredEvent, StreamName } from '#domain/ports/event-log.js'
import type { AppendFault } from '#test/support/protocol-double/faults.js'
import {
  startProtocolDouble,
  type ProtocolDouble,
  type ProtocolDoubleOptions,
} from '#test/support/protocol-double/protocol-double.js'
import { startTcpProxy, type TcpProxy } from '#test/support/tcp-proxy.js'

/** A protocol double behind a network that fails on demand, and the log on top of both. */
export interface FaultWorld {
  readonly double: ProtocolDouble
  readonly proxy: TcpProxy
  /** A log that reaches the double through the network. */
  readonly open: (setup?: Partial<EventStoreDbSetup>) => Promise<EventLog>
  /** A log that reaches it without: another node, which no fault of the network touches. */
  readonly openBeside: () => Promise<EventLog>
}

/** What may befall an append without harm: tried again, it is stored once. */
export const passingFaults: readonly AppendFault[] = [
  'cut',
  'unanswered',
  'stored-cut',
  'stored-unanswered',
  'stored-timed-out',
  'killed-before',
  'killed-after',
  'not-leader',
  'not-ready',
  'busy',
]

/** Short enough for quick tests, long enough for a machine that does much else. */
export const deadline = 500
const patience = 30_000

export const openFaultWorld = async (t: Test, options: ProtocolDoubleOptions = {}): Promise<FaultWorld> => {
  const double = await startProtocolDouble(options)
  const proxy = await startTcpProxy(double.port)
  const opened: EventLog[] = []
  const openAt = async (port: number, setup: Partial<EventStoreDbSetup>): Promise<EventLog> => {
    const url = `esdb://127.0.0.1:${port}?tls=false`
    const log = await openPatiently({ url, deadline, patience, ...setup })
    opened.push(log)
    return log
  }
  t.teardown(async () => {
    double.faults.speak()
    proxy.pass()
    await Promise.all(opened.map((log) => log.close()))
    await proxy.close()
    await double.close()
  })
  return {
    double,
    proxy,
    open: (setup = {}) => openAt(proxy.port, setup),
    openBeside: () => openAt(double.port, {}),
  }
}

/** Opening gives up after one deadline: whoever serves tries again, as is done here. */
const openPatiently = async (setup: EventStoreDbSetup): Promise<EventLog> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openEventStoreDbEventLog(setup)
    } catch (error) {
      if ((error as EventLogFault).code !== 'log-unavailable' || attempt === 20) throw error
    }
  }
}

/** What clients wrote as facts: all but the name of the log. */
export const factsIn = (double: ProtocolDouble): readonly string[] =>
  double
    .stored()
    .filter(({ type }) => type !== 'LogIdentified')
    .map(({ id }) => id)

/** The ids of a stream as they are in the log. */
export const idsIn = (double: ProtocolDouble, stream: StreamName): readonly string[] =>
  double.stored(stream).map(({ id }) => id)

export const idsOf = (events: readonly (NewEvent | StoredEvent)[]): readonly string[] =>
  events.map(({ id }) => id)

/** The code of the fault that something rejects with. */
export const faultOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'no fault'
  } catch (error) {
    return (error as { readonly code?: string }).code ?? String(error)
  }
}
