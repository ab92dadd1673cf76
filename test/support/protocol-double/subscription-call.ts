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
import { readPage } from './read-page.js'
import { beforeEverything, isBehind, positionOfEvent, type TfPosition } from './tf-position.js'

/** What a subscription delivers, and from where on. */
interface Followed {
  /** What was sent last, or where the reader said that it is. */
  readonly start: TfPosition
  readonly matches: (record: LogRecord) => boolean
  /** Events that are looked at in one go. */
  readonly window: number
  /** Events between two checkpoints; undefined where none are sent: without a filter. */
  readonly interval: number | undefined
}

/** Delivers what is there, says that it has caught up, then delivers what comes, until the reader has gone. */
export const serveSubscription = async (
  node: DoubleNode,
  read: ReadCall,
  options: ReadReq.Options,
): Promise<void> => {
  const log = node.log()
  const stream = options.getStream()
  const name = streamOf(stream?.getStreamIdentifier())
  if (stream !== undefined && log.isTombstoned(name)) {
    read.fail(streamDeleted(name))
    return
  }
  const followed = stream === undefined ? followAll(log, options) : followStream(log, name, stream)
  const forget = node.faults.onDrop(() => {
    read.fail(cancelledByServer())
  })
  void read.over.then(forget)
  if (await read.send(confirmationAnswer(randomUUID()))) await deliver(node, log, read, followed)
}

const followStream = (log: DoubleLog, name: string, options: ReadReq.Options.StreamOptions): Followed => {
  const last = log.visible(name)?.at(-1)?.revision ?? -1
  const from = options.hasEnd() ? last : options.hasStart() ? -1 : Number(options.getRevision())
  return {
    start: beforeEverything,
    matches: ({ stream, revision }) => stream === name && revision > from,
    window: Infinity,
    interval: undefined,
  }
}

const followAll = (log: DoubleLog, options: ReadReq.Options): Followed => {
  const filter = filterOf(options)
  return {
    start: startOf(log, options.getAll()),
    matches: filter?.matches ?? (() => true),
    window: filter?.window ?? Infinity,
    interval: filter?.checkpointEvery,
  }
}

const startOf = (log: DoubleLog, options: ReadReq.Options.AllOptions | undefined): TfPosition => {
  const position = options?.getPosition()
  if (position !== undefined) {
    const [commit, prepare] = [position.getCommitPosition(), position.getPreparePosition()]
    return { commit: BigInt.asIntN(64, BigInt(commit)), prepare: BigInt.asIntN(64, BigInt(prepare)) }
  }
  return options?.hasEnd() === true ? headOf(log) : beforeEverything
}

const headOf = (log: DoubleLog): TfPosition => {
  const last = log.records().at(-1)
  return last === undefined ? beforeEverything : positionOfEvent(last.position)
}

/** First what is there, in pages; whoever starts at the end or behind it has caught up at once, and unseen. */
const deliver = async (
  node: DoubleNode,
  log: DoubleLog,
  read: ReadCall,
  followed: Followed,
): Promise<void> => {
  const sender = senderOf(read, followed.start)
  let next = log.end()
  if (isBehind(headOf(log), followed.start)) {
    if (!log.isPosition(Math.max(0, Number(followed.start.commit)))) {
      read.fail(invalidArgument('Trying to read from an invalid position.'))
      return
    }
    next = await catchUp(node, log, sender, followed)
  }
  if (await read.send(caughtUpAnswer())) await follow(node, log, read, sender, followed, next)
}

/** Sends each thing once, and knows how far that has come. */
interface Sender {
  readonly event: (record: LogRecord) => Promise<boolean>
  readonly checkpoint: (position: TfPosition) => Promise<boolean>
  readonly sent: () => TfPosition
}

const senderOf = (read: ReadCall, start: TfPosition): Sender => {
  let sent = start
  let checkpoint: TfPosition | undefined
  return {
    event: async (record) => {
      const position = positionOfEvent(record.position)
      if (!isBehind(position, sent)) return !read.isOver()
      sent = position
      return read.send(eventAnswer(record))
    },
    checkpoint: async (position) => {
      if (isBehind(sent, position)) return !read.isOver()
      sent = position
      if (checkpoint !== undefined && !isBehind(position, checkpoint)) return !read.isOver()
      checkpoint = position
      return read.send(checkpointAnswer(position))
    },
    sent: () => sent,
  }
}

/**
 * Gives the offset up to where it has looked. Checkpoints name where the page began, or the last event that was sent:
 * what was looked at behind them is not told, not even at the end. Someone who asked from the start for what is not
 * there is told the greatest number.
 */
const catchUp = async (
  node: DoubleNode,
  log: DoubleLog,
  sender: Sender,
  { start, matches, window, interval }: Followed,
): Promise<number> => {
  let place: TfPosition = start.commit < 0n ? { commit: 0n, prepare: 0n } : start
  let considered = 0
  for (;;) {
    await node.faults.whenSlow()
    await node.faults.whenDelivering()
    const page = readPage(log, Number(place.commit), matches, window)
    for (const record of page.found) if (!(await sender.event(record))) return page.next
    if (page.atEnd) {
      if (interval !== undefined) await sender.checkpoint(sender.sent())
      return page.next
    }
    considered += page.considered
    if (interval !== undefined && considered >= interval) {
      considered %= interval
      if (!(await sender.checkpoint(isBehind(place, sender.sent()) ? place : sender.sent()))) return page.next
    }
    place = { commit: BigInt(page.next), prepare: 0n }
  }
}

/** What comes, as it comes: a checkpoint is behind every so many events, whether they were sent or not. */
const follow = async (
  node: DoubleNode,
  log: DoubleLog,
  read: ReadCall,
  sender: Sender,
  { matches, interval }: Followed,
  from: number,
): Promise<void> => {
  const bell = ringOnAppend(log, read)
  let index = log.indexFrom(from)
  let considered = 0
  while (!read.isOver()) {
    const record = log.records()[index]
    if (record === undefined) {
      await bell.rung()
      continue
    }
    index += 1
    considered += 1
    await node.faults.whenSlow()
    await node.faults.whenDelivering()
    if (matches(record) && !(await sender.event(record))) return
    if (interval !== undefined && considered % interval === 0) {
      if (!(await sender.checkpoint(positionOfEvent(record.position)))) return
    }
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
