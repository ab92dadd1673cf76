import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js'
import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import { appendService } from './append-service.js'
import { batchAppendService } from './batch-append-service.js'
import { deleteService, tombstoneService } from './delete-service.js'
import { createDoubleLog } from './double-log.js'
import type { DoubleNode } from './double-node.js'
import { createFaults, type Faults } from './faults.js'
import { gossipService } from './gossip-service.js'
import type { LogRecord } from './log-record.js'
import type { LogCopy } from './log-state.js'
import { readService } from './read-service.js'
import { supportedMethodsService } from './server-features-service.js'

export interface ProtocolDoubleOptions {
  /** Whether the server names `BatchAppend` among what it supports. Default: true. */
  readonly batchAppend?: boolean
  /** Bytes of one append. Default: 1 MiB, as a server's. */
  readonly maxAppendSize?: number
  /** Calls under way on one connection. Default: 100, as a server's. */
  readonly maxConcurrentStreams?: number
  /** The past of the server. Default: a fresh one. */
  readonly log?: LogCopy
}

/**
 * A server of our own that speaks the services which the client was generated for, in this process and in memory.
 * It shows how we deal with the client's protocol, and nothing of a database: results got with it are those of the
 * «protocol double», never those of EventStoreDB.
 */
export interface ProtocolDouble {
  /** Stays the same over restarts. */
  readonly url: string
  readonly port: number
  readonly faults: Faults
  /** What clients wrote and is in the log now, in its order; only that of one stream when it is named. */
  readonly stored: (stream?: string) => readonly LogRecord[]
  /** Reads and subscriptions that nobody has ended. */
  readonly openReads: () => number
  /** Appends that have arrived, whatever became of them. */
  readonly appends: () => number
  /** The log as it is now, for `replaceLog` or for another double. */
  readonly copy: () => LogCopy
  /** Dies: every call breaks, new connections are refused. */
  readonly stop: () => Promise<void>
  /** Comes back on its port with its log. */
  readonly start: () => Promise<void>
  readonly restart: () => Promise<void>
  /** Restarts with another log, an older copy for instance. */
  readonly replaceLog: (copy: LogCopy) => Promise<void>
  readonly close: () => Promise<void>
}

export const startProtocolDouble = async (options: ProtocolDoubleOptions = {}): Promise<ProtocolDouble> => {
  const { faults, state } = createFaults()
  const { batchAppend = true, maxAppendSize = 1_048_576, maxConcurrentStreams = 100 } = options
  const counts = { append: 0, 'read-begun': 0, 'read-ended': 0 }
  let log = createDoubleLog(options.log)
  let server: Server | undefined
  let port = 0
  // One change of state at a time: a fault may restart the server while a test does.
  let turn = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => (turn = turn.then(work))

  const node: DoubleNode = {
    log: () => log,
    faults: state,
    port: () => port,
    batchAppend,
    maxAppendSize,
    // Not within a call: Node's HTTP/2 does not bear that a connection is destroyed while it is being read.
    dieAndReturn: () => void setImmediate(() => void restart()),
    count: (what) => void (counts[what] += 1),
  }
  const stopNow = async (): Promise<void> => {
    server?.forceShutdown()
    server = undefined
    log.forgetRecentIds()
  }
  const startNow = async (): Promise<void> => {
    if (server !== undefined) return
    server = serverOf(node, maxConcurrentStreams)
    port = await bind(server, port)
  }
  const restart = (): Promise<void> =>
    inTurn(async () => {
      await stopNow()
      await startNow()
    })

  await startNow()
  return {
    url: `esdb://127.0.0.1:${port}?tls=false`,
    port,
    faults,
    stored: (stream) =>
      log
        .records()
        .filter((record) => (stream === undefined ? isOfClients(record) : record.stream === stream)),
    openReads: () => counts['read-begun'] - counts['read-ended'],
    appends: () => counts.append,
    copy: () => log.copy(),
    stop: () => inTurn(stopNow),
    start: () => inTurn(startNow),
    restart,
    replaceLog: (copy) =>
      inTurn(async () => {
        await stopNow()
        log = createDoubleLog(copy)
        await startNow()
      }),
    close: () => {
      faults.speak()
      faults.deliver()
      return inTurn(stopNow)
    },
  }
}

const isOfClients = ({ stream }: LogRecord): boolean => !stream.startsWith('$')

const serverOf = (node: DoubleNode, maxConcurrentStreams: number): Server => {
  const server = new Server({
    'grpc.max_concurrent_streams': maxConcurrentStreams,
    'grpc.max_receive_message_length': 17 * 1024 * 1024,
  })
  const streams: UntypedServiceImplementation = {
    read: readService(node),
    append: appendService(node),
    batchAppend: batchAppendService(node),
    delete: deleteService(node),
    tombstone: tombstoneService(node),
  }
  server.addService(StreamsService, streams)
  server.addService(ServerFeaturesService, { getSupportedMethods: supportedMethodsService(node) })
  server.addService(GossipService, { read: gossipService(node) })
  return server
}

/** The port that the system gave, or the one asked for as soon as the server before has let go of it. */
const bind = async (server: Server, port: number): Promise<number> => {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await bindOnce(server, port)
    } catch (error) {
      if (port === 0 || attempt === 200) throw error
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

const bindOnce = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound)
      else reject(error)
    })
  })
