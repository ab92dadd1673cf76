import type { handleClientStreamingCall, sendUnaryData } from '@grpc/grpc-js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams, { type AppendReq } from '@eventstore/db-client/generated/streams_pb.js'
import {
  connectionDropped,
  notLeader,
  notReady,
  streamDeleted,
  timedOut,
  tooLarge,
  unknown,
  type CallError,
} from './call-errors.js'
import type { DoubleNode } from './double-node.js'
import type { ExpectedVersion } from './log-record.js'
import { proposedEvent } from './proposed-events.js'
import { streamOf } from './read-answers.js'
import { storeAppend, type AppendEnd, type ProposedAppend } from './store-append.js'

type AppendResp = streams.AppendResp
type Reply = sendUnaryData<AppendResp>

/** `Append`: one append a call, its options first, then its events one by one. */
export const appendService =
  (node: DoubleNode): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, reply) => {
    const requests: AppendReq[] = []
    call.on('data', (request: AppendReq) => requests.push(request))
    call.on('end', () => {
      void answer(node, requests, reply, () => call.cancelled)
    })
  }

const answer = async (
  node: DoubleNode,
  requests: readonly AppendReq[],
  reply: Reply,
  isOver: () => boolean,
): Promise<void> => {
  await node.faults.whenSpeaking()
  if (isOver()) return
  try {
    const append = appendOf(requests)
    const end = storeAppend(node, append)
    await node.faults.whenSlow()
    await node.faults.whenSpeaking()
    if (!isOver()) send(node, append, end, reply)
  } catch (error) {
    reply(badRequest(String(error)))
  }
}

/** Here the server says no more than this; on the batch path it names the fault. */
const badRequest = (reason: string): CallError => ({
  ...unknown('Exception was thrown by handler.'),
  cause: reason,
})

const appendOf = (requests: readonly AppendReq[]): ProposedAppend => {
  const options = requests[0]?.getOptions()
  if (options === undefined) throw new Error('an append begins with its options')
  const events = requests.slice(1).flatMap((request) => request.getProposedMessage() ?? [])
  return {
    stream: streamOf(options.getStreamIdentifier()),
    expected: expectedOf(options),
    events: events.map(proposedEvent),
  }
}

/** The expectation in the options of an append, a deletion or a tombstone, which all state it alike. */
export const expectedOf = (
  options: Pick<AppendReq.Options, 'hasAny' | 'hasNoStream' | 'hasStreamExists' | 'getRevision'>,
): ExpectedVersion => {
  if (options.hasAny()) return 'any'
  if (options.hasNoStream()) return 'no-stream'
  if (options.hasStreamExists()) return 'stream-exists'
  return Number(options.getRevision())
}

const send = (node: DoubleNode, append: ProposedAppend, end: AppendEnd, reply: Reply): void => {
  switch (end.end) {
    case 'unanswered':
      return
    case 'cut':
      reply(connectionDropped())
      return
    case 'timed-out':
      reply(timedOut())
      return
    case 'not-leader':
      reply(notLeader(node.faults.leader() ?? { host: '127.0.0.1', port: node.port() }))
      return
    case 'not-ready':
      reply(notReady('Server Is Not Ready'))
      return
    case 'busy':
      reply(notReady('Server Is Too Busy'))
      return
    case 'too-large':
      reply(tooLarge(Number(end.detail)))
      return
    case 'bad-request':
      reply(badRequest(end.detail))
      return
    case 'answered':
      if (end.result.result === 'deleted') reply(streamDeleted(append.stream))
      else if (end.result.result === 'stored') reply(null, success(end.result))
      else reply(null, wrongVersion(append.expected, end.result.current))
  }
}

const success = ({
  lastRevision,
  position,
}: {
  readonly lastRevision: number
  readonly position: number
}): AppendResp => {
  const place = new streams.AppendResp.Position()
  place.setCommitPosition(String(position))
  place.setPreparePosition(String(position))
  const stored = new streams.AppendResp.Success()
  stored.setCurrentRevision(String(lastRevision))
  stored.setPosition(place)
  const answer = new streams.AppendResp()
  answer.setSuccess(stored)
  return answer
}

/** Here the wrong version is an answer, and no error. */
const wrongVersion = (expected: ExpectedVersion, current: number | 'no-stream'): AppendResp => {
  const wrong = new streams.AppendResp.WrongExpectedVersion()
  if (current === 'no-stream') wrong.setCurrentNoStream(new shared.Empty())
  else wrong.setCurrentRevision(String(current))
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty())
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty())
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty())
  else wrong.setExpectedRevision(String(expected))
  const answer = new streams.AppendResp()
  answer.setWrongExpectedVersion(wrong)
  return answer
}
