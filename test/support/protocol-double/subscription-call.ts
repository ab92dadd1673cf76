import { randomUUID } from 'node:crypto'
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { cancelledByServer, invalidArgument, streamDeleted } from './call-errors.js'
import type { DoubleLog } from './double-log.js'
import type { DoubleNode } from './double-node.js'
import { filterOf } from './event-filter.js'
import type { LogRecord } from './log-record.js'
import {
  caughtUpAnswer,
  checkpointAnswer,
  confirmationAnswer,
  eventAnswer,
  streamOf,
} from './read-answers.js'
import type { ReadCall } from './read-call.js'
import { pageSize } from './read-once.js'

/** What is delivered, and whereof the reader is told how far the search has come. */
interface Followed {
  /** Whether the reader is to be told of it at all: what lies before its start is passed over. */
  readonly isBehindStart: (record: LogRecord) => boolean
  readonly matches: (record: LogRecord) => boolean
  /** Undefined where checkpoints are not sent: without a filter. */
  readonly checkpointEvery: number | undefined
}

/** Delivers what is there, says that it has caught up, then delivers what comes, until the reader has gone. */
export const serveSubscription = async (
  node: DoubleNode,
  read: ReadCall,
  options: ReadReq.Options,
): Promise<void> => {
  const log = node.log()
  const followed = followedBy(log, read, options)
  if (followed === undefined) return
  const forget = node.faults.onDrop(() => {
    read.fail(cancelledByServer())
  })
  void read.over.then(forget)
  if (await read.send(confirmationAnswer(randomUUID()))) await deliver(node, log, read, followed)
}

/** Where a subscription starts and what it takes; undefined when it failed instead. */
const followedBy = (log: DoubleLog, read: ReadCall, options: ReadReq.Options): Followed | undefined => {
  const known = log.records().length
  const [all, stream] = [options.getAll(), options.getStream()]
  if (stream !== undefined) {
    const name = streamOf(stream.getStreamIdentifier())
    if (log.isTombstoned(name)) {
      read.fail(streamDeleted(name))
      return undefined
    }
    const last = log.visible(name)?.at(-1)?.revision ?? -1
    const from = stream.hasEnd() ? last : stream.hasStart() ? -1 : Number(stream.getRevision())
    const isBehindStart = (record: LogRecord): boolean => record.stream === name && record.revision > from
    return { isBehindStart, matches: () => true, checkpointEvery: undefined }
  }
  const filter = filterOf(options)
  const matches = filter?.matches ?? (() => true)
  const checkpointEvery = filter?.checkpointEvery
  if (all?.hasPosition() !== true) {
    const first = all?.hasEnd() === true ? (log.records()[known - 1]?.position ?? 0) : -1
    return { isBehindStart: ({ position }) => position > first, matches, checkpointEvery }
  }
  const start = Number(all.getPosition()?.getCommitPosition())
  if (!log.isPosition(start)) {
    read.fail(invalidArgument('InvalidPosition'))
    return undefined
  }
  return { isBehindStart: ({ position }) => position > start, matches, checkpointEvery }
}

const deliver = async (
  node: DoubleNode,
  log: DoubleLog,
  read: ReadCall,
  { isBehindStart, matches, checkpointEvery }: Followed,
): Promise<void> => {
  const bell = ringOnAppend(log, read)
  let considered = 0
  let last: LogRecord | undefined
  let live = false
  const tell = async (record: LogRecord): Promise<boolean> => {
    last = record
    considered += 1
    const delivered = matches(record)
    if (delivered && !(await read.send(eventAnswer(record)))) return false
    if (checkpointEvery === undefined || considered % checkpointEvery !== 0) return true
    return live && delivered ? true : read.send(checkpointAnswer(record.position))
  }
  for (let index = 0; !read.isOver();) {
    const record = log.records()[index]
    if (record !== undefined) {
      if (index % pageSize === 0) await node.faults.whenSlow()
      if (isBehindStart(record) && !(await tell(record))) return
      index += 1
      continue
    }
    if (!live && last !== undefined && checkpointEvery !== undefined) {
      if (!(await read.send(checkpointAnswer(last.position)))) return
    }
    if (!live && !(await read.send(caughtUpAnswer()))) return
    live = true
    if (index >= log.records().length) await bell.rung()
  }
}

/** Rings whenever something was appended, and when the reader has gone. */
const ringOnAppend = (log: DoubleLog, read: ReadCall): { readonly rung: () => Promise<void> } => {
  let wake: (() => void) | undefined
  const ring = (): void => wake?.()
  const forget = log.onAppend(ring)
  void read.over.then(() => {
    forget()
    ring()
  })
  return {
    rung: () =>
      read.isOver()
        ? Promise.resolve()
        : new Promise((resolve) => {
            wake = resolve
          }),
  }
}
