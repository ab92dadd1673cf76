import type { handleServerStreamingCall } from '@grpc/grpc-js'
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import { accessDenied, connectionDropped, invalidArgument } from './call-errors.js'
import type { DoubleNode } from './double-node.js'
import { readOnce } from './read-once.js'
import { readCall, type ReadCall } from './read-call.js'
import { serveSubscription } from './subscription-call.js'

/** `Read`: a stream or everything, once or for as long as the reader wants. */
export const readService =
  (node: DoubleNode): handleServerStreamingCall<ReadReq, ReadResp> =>
  (call) => {
    const read = befallen(node, readCall(node, call))
    if (read === undefined) return
    serve(node, read, call.request.getOptions()).catch((error: unknown) => {
      read.fail(invalidArgument(String(error)))
    })
  }

const serve = async (
  node: DoubleNode,
  read: ReadCall,
  options: ReadReq.Options | undefined,
): Promise<void> => {
  await node.faults.whenSpeaking()
  if (read.isOver()) return
  if (options === undefined) read.fail(invalidArgument('a read has options'))
  else if (options.hasAll() && node.faults.isAllDenied()) read.fail(accessDenied())
  else if (options.hasSubscription()) await serveSubscription(node, read, options)
  else await readOnce(node, read, options)
}

/** The call as the next fault leaves it; undefined when nothing will ever come. */
const befallen = (node: DoubleNode, read: ReadCall): ReadCall | undefined => {
  const fault = node.faults.nextRead()
  switch (fault) {
    case 'none':
      return read
    case 'unanswered':
      return undefined
    case 'cut':
      read.fail(connectionDropped())
      return undefined
    case 'cut-midway':
      return {
        ...read,
        send: async (message) => {
          await read.send(message)
          read.fail(connectionDropped())
          return false
        },
      }
  }
}
