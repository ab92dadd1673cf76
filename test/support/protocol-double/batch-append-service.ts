import type { handleBidiStreamingCall, ServerDuplexStream } from '@grpc/grpc-js'
import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js'
import {
  batchBadRequest,
  batchDeleted,
  batchNotHandled,
  batchSuccess,
  batchTimeout,
  batchTooLarge,
  batchWrongVersion,
} from './batch-answers.js'
import { connectionDropped, notLeader } from './call-errors.js'
import type { DoubleNode } from './double-node.js'
import type { ExpectedVersion, ProposedEvent } from './log-record.js'
import { proposedEvent, textOfUuid } from './proposed-events.js'
import { streamIdentifier, streamOf } from './read-answers.js'
import { storeAppend, type AppendEnd } from './store-append.js'

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>

/** An append whose last chunk has not come yet. */
interface GatheredAppend {
  readonly stream: string
  readonly expected: ExpectedVersion
  readonly events: ProposedEvent[]
}

/** `BatchAppend`: all the appends of a client on one call, told apart by their correlation ids. */
export const batchAppendService =
  (node: DoubleNode): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const gathered = new Map<string, GatheredAppend>()
    let order = Promise.resolve()
    call.on('data', (request: BatchAppendReq) => {
      order = order.then(async () => {
        await node.faults.whenSpeaking()
        if (!call.cancelled) receive(node, call, gathered, request)
      })
    })
    call.on('end', () => {
      void order.then(() => {
        call.end()
      })
    })
  }

const receive = (
  node: DoubleNode,
  call: Call,
  gathered: Map<string, GatheredAppend>,
  request: BatchAppendReq,
): void => {
  const id = textOfUuid(request.getCorrelationId())
  const options = request.getOptions()
  const answer = (response: BatchAppendResp, stream: string): void => {
    void send(node, call, response, request, stream)
  }
  if (options !== undefined) {
    const stream = streamOf(options.getStreamIdentifier())
    if (hasPassed(node, options)) {
      answer(batchTimeout(), stream)
      return
    }
    gathered.set(id, { stream, expected: expectedOf(options), events: [] })
    const late = (): void => {
      if (gathered.delete(id)) answer(batchTimeout(), stream)
    }
    setTimeout(late, writeTimeout).unref()
  }
  const append = gathered.get(id)
  if (append === undefined) return
  try {
    append.events.push(...request.getProposedMessagesList().map(proposedEvent))
  } catch (error) {
    // It stays among those that are gathered: a second answer comes when its time is over.
    answer(batchBadRequest(String(error)), append.stream)
    return
  }
  if (!request.getIsFinal()) return
  gathered.delete(id)
  const end = storeAppend(node, append)
  const response = responseOf(node, call, append, end)
  if (response !== undefined) answer(response, append.stream)
}

/** Milliseconds in which all of an append has to come. */
const writeTimeout = 2000

/** The deadline is a moment of the client's clock, set against the server's. */
const hasPassed = (node: DoubleNode, options: BatchAppendReq.Options): boolean => {
  const deadline = options.getDeadline()?.toDate().getTime()
  return deadline !== undefined && deadline <= node.faults.now()
}

const expectedOf = (options: BatchAppendReq.Options): ExpectedVersion => {
  if (options.hasAny()) return 'any'
  if (options.hasNoStream()) return 'no-stream'
  if (options.hasStreamExists()) return 'stream-exists'
  return Number(options.getStreamPosition())
}

/** The answer, or nothing when there is none, or when the whole call has ended instead. */
const responseOf = (
  node: DoubleNode,
  call: Call,
  append: GatheredAppend,
  end: AppendEnd,
): BatchAppendResp | undefined => {
  switch (end.end) {
    case 'unanswered':
      return undefined
    case 'cut':
      call.emit('error', connectionDropped())
      return undefined
    case 'not-leader':
      call.emit('error', notLeader(node.faults.leader() ?? { host: '127.0.0.1', port: node.port() }))
      return undefined
    case 'timed-out':
      return batchTimeout()
    case 'not-ready':
      return batchNotHandled('Server Is Not Ready')
    case 'busy':
      return batchNotHandled('Server Is Busy')
    case 'too-large':
      return batchTooLarge(Number(end.detail))
    case 'bad-request':
      return batchBadRequest(end.detail)
    case 'answered':
      if (end.result.result === 'deleted') return batchDeleted(append.stream)
      return end.result.result === 'stored'
        ? batchSuccess(end.result.lastRevision, end.result.position)
        : batchWrongVersion(append.expected, end.result.current)
  }
}

const send = async (
  node: DoubleNode,
  call: Call,
  response: BatchAppendResp,
  request: BatchAppendReq,
  stream: string,
): Promise<void> => {
  await node.faults.whenSlow()
  await node.faults.whenSpeaking()
  if (call.cancelled) return
  response.setCorrelationId(request.getCorrelationId())
  response.setStreamIdentifier(streamIdentifier(stream))
  call.write(response)
}
