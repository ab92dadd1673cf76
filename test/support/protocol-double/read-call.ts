import type { ServerWritableStream } from '@grpc/grpc-js'
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js'
import type { CallError } from './call-errors.js'
import type { DoubleNode } from './double-node.js'

/** One `Read` call, whatever it reads: it sends at the pace of its reader, and knows when that one has gone. */
export interface ReadCall {
  /** Waits until the message may go out; false when the reader has gone. */
  readonly send: (message: ReadResp) => Promise<boolean>
  readonly isOver: () => boolean
  /** Resolves when the reader has gone. */
  readonly over: Promise<void>
  readonly fail: (error: CallError) => void
  readonly end: () => void
}

export const readCall = (node: DoubleNode, call: ServerWritableStream<ReadReq, ReadResp>): ReadCall => {
  let ended = false
  node.count('read-begun')
  const over = new Promise<void>((resolve) => {
    const leave = (): void => {
      if (!ended) node.count('read-ended')
      ended = true
      resolve()
    }
    for (const event of ['cancelled', 'close', 'finish', 'error']) call.on(event, leave)
  })
  const isOver = (): boolean => ended || call.cancelled

  const send = async (message: ReadResp): Promise<boolean> => {
    await node.faults.whenSpeaking()
    if (isOver()) return false
    if (!call.write(message)) await Promise.race([drained(call), over])
    return !isOver()
  }
  return {
    send,
    isOver,
    over,
    fail: (error) => {
      if (!isOver()) call.emit('error', error)
    },
    end: () => {
      if (!isOver()) call.end()
    },
  }
}

const drained = (call: ServerWritableStream<ReadReq, ReadResp>): Promise<void> =>
  new Promise((resolve) => {
    call.once('drain', resolve)
  })
