import type { handleUnaryCall } from '@grpc/grpc-js'
import streams, { type DeleteReq, type TombstoneReq } from '@eventstore/db-client/generated/streams_pb.js'
import { expectedOf } from './append-service.js'
import { invalidArgument, streamDeleted, wrongVersion, type CallError } from './call-errors.js'
import type { AppendResult } from './double-log.js'
import type { DoubleNode } from './double-node.js'
import type { ExpectedVersion } from './log-record.js'
import { streamOf } from './read-answers.js'

/** `Delete`: hides a stream, which may begin again where it ended. */
export const deleteService =
  (node: DoubleNode): handleUnaryCall<DeleteReq, streams.DeleteResp> =>
  (call, reply) => {
    const change = node.log().softDelete
    void ended(node, call.request.getOptions(), change).then((end) => {
      if (typeof end !== 'number') {
        reply(end)
        return
      }
      const position = new streams.DeleteResp.Position()
      position.setCommitPosition(String(end))
      position.setPreparePosition(String(end))
      const answer = new streams.DeleteResp()
      answer.setPosition(position)
      reply(null, answer)
    })
  }

/** `Tombstone`: ends a stream for ever. */
export const tombstoneService =
  (node: DoubleNode): handleUnaryCall<TombstoneReq, streams.TombstoneResp> =>
  (call, reply) => {
    const change = node.log().tombstone
    void ended(node, call.request.getOptions(), change).then((end) => {
      if (typeof end !== 'number') {
        reply(end)
        return
      }
      const position = new streams.TombstoneResp.Position()
      position.setCommitPosition(String(end))
      position.setPreparePosition(String(end))
      const answer = new streams.TombstoneResp()
      answer.setPosition(position)
      reply(null, answer)
    })
  }

/** The position of what ended the stream, or why it was not ended. */
const ended = async (
  node: DoubleNode,
  options: DeleteReq.Options | TombstoneReq.Options | undefined,
  change: (stream: string, expected: ExpectedVersion) => AppendResult,
): Promise<number | CallError> => {
  await node.faults.whenSpeaking()
  if (options === undefined) return invalidArgument('a deletion has options')
  const stream = streamOf(options.getStreamIdentifier())
  const expected = expectedOf(options)
  const result = change(stream, expected)
  if (result.result === 'stored') return result.position
  if (result.result === 'deleted') return streamDeleted(stream)
  return wrongVersion(stream, asNumber(expected), result.current === 'no-stream' ? -1 : result.current)
}

const asNumber = (expected: ExpectedVersion): number =>
  typeof expected === 'number' ? expected : { 'no-stream': -1, any: -2, 'stream-exists': -4 }[expected]
