import streams, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js'
import { streamDeleted, unknown } from './call-errors.js'
import type { DoubleLog } from './double-log.js'
import type { DoubleNode } from './double-node.js'
import type { LogRecord } from './log-record.js'
import { eventAnswer, notFoundAnswer, streamOf } from './read-answers.js'
import type { ReadCall } from './read-call.js'
import { pageSize } from './read-page.js'

/** Reads a stream or everything as far as it was asked, then ends the call. */
export const readOnce = async (node: DoubleNode, read: ReadCall, options: ReadReq.Options): Promise<void> => {
  const count = Number(options.getCount())
  const stream = options.getStream()
  if (count === 0) {
    // Of everything, nothing at all is never answered.
    if (stream !== undefined) read.fail(unknown('Unexpected ReadStreamResult: Error'))
    return
  }
  const found =
    stream === undefined
      ? allOf(node.log(), read, options)
      : await ofStream(node.log(), read, streamOf(stream.getStreamIdentifier()), options)
  for (let index = 0; index < Math.min(found.length, count); index += 1) {
    if (index % pageSize === 0) await node.faults.whenSlow()
    const record = found[index]
    if (record !== undefined && !(await read.send(eventAnswer(record)))) return
  }
  read.end()
}

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS

const ofStream = async (
  log: DoubleLog,
  read: ReadCall,
  stream: string,
  options: ReadReq.Options,
): Promise<readonly LogRecord[]> => {
  if (log.isTombstoned(stream)) {
    read.fail(streamDeleted(stream))
    return []
  }
  const visible = log.visible(stream)
  if (visible === undefined) {
    await read.send(notFoundAnswer(stream))
    return []
  }
  const from = options.getStream()
  if (isBackwards(options)) {
    const first = from?.hasEnd() === true ? Infinity : Number(from?.getRevision() ?? 0)
    return visible.filter(({ revision }) => revision <= first).reverse()
  }
  if (from?.hasEnd() === true) {
    read.fail(unknown('Unexpected ReadStreamResult: Error'))
    return []
  }
  const first = from?.hasStart() === true ? 0 : Number(from?.getRevision() ?? 0)
  return visible.filter(({ revision }) => revision >= first)
}

const allOf = (log: DoubleLog, read: ReadCall, options: ReadReq.Options): readonly LogRecord[] => {
  const from = options.getAll()
  const position = Number(from?.getPosition()?.getCommitPosition() ?? 0)
  const records = log.records()
  if (from?.hasPosition() === true && !log.isPosition(position)) {
    read.fail(unknown('Unexpected ReadAllResult: InvalidPosition'))
    return []
  }
  if (isBackwards(options)) {
    if (position > log.end()) read.fail(unknown('Unexpected ReadAllResult: Error'))
    // What stands at the position itself ends behind it: it is not among what lies before.
    const behind = from?.hasEnd() === true ? records.length : log.indexFrom(position)
    return records.slice(0, behind).reverse()
  }
  return from?.hasEnd() === true ? [] : records.slice(log.indexFrom(position))
}
