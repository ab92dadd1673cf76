import codes from '@eventstore/db-client/generated/code_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import statusMessages from '@eventstore/db-client/generated/status_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { googleEmpty, packed } from './client-messages.js'
import type { ExpectedVersion } from './log-record.js'
import { streamIdentifier } from './read-answers.js'

type BatchAppendResp = streams.BatchAppendResp
const { Code } = codes

export const batchSuccess = (lastRevision: number, position: number): BatchAppendResp => {
  const place = new shared.AllStreamPosition()
  place.setCommitPosition(String(position))
  place.setPreparePosition(String(position))
  const success = new streams.BatchAppendResp.Success()
  success.setCurrentRevision(String(lastRevision))
  success.setPosition(place)
  const answer = new streams.BatchAppendResp()
  answer.setSuccess(success)
  return answer
}

export const batchWrongVersion = (
  expected: ExpectedVersion,
  current: number | 'no-stream',
): BatchAppendResp => {
  const wrong = new shared.WrongExpectedVersion()
  if (current === 'no-stream') wrong.setCurrentNoStream(googleEmpty())
  else wrong.setCurrentStreamRevision(String(current))
  if (expected === 'any') wrong.setExpectedAny(googleEmpty())
  else if (expected === 'no-stream') wrong.setExpectedNoStream(googleEmpty())
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(googleEmpty())
  else wrong.setExpectedStreamPosition(String(expected))
  return failure('WrongExpectedVersion', wrong, Code.ALREADY_EXISTS)
}

export const batchDeleted = (stream: string): BatchAppendResp => {
  const deleted = new shared.StreamDeleted()
  deleted.setStreamIdentifier(streamIdentifier(stream))
  return failure('StreamDeleted', deleted, Code.NOT_FOUND)
}

export const batchTimeout = (): BatchAppendResp =>
  failure('Timeout', new shared.Timeout(), Code.DEADLINE_EXCEEDED)

export const batchTooLarge = (limit: number): BatchAppendResp => {
  const exceeded = new shared.MaximumAppendSizeExceeded()
  exceeded.setMaxappendsize(limit)
  return failure('MaximumAppendSizeExceeded', exceeded, Code.INVALID_ARGUMENT)
}

export const batchBadRequest = (message: string): BatchAppendResp => {
  const bad = new shared.BadRequest()
  bad.setMessage(message)
  return failure('BadRequest', bad, Code.INVALID_ARGUMENT)
}

/** The server did not take it on; the message is all that tells why. */
export const batchNotHandled = (message: string): BatchAppendResp => {
  const status = new statusMessages.Status()
  status.setMessage(message)
  status.setDetails(packed(googleEmpty(), 'google.protobuf.Empty'))
  const answer = new streams.BatchAppendResp()
  answer.setError(status)
  return answer
}

/** Errors have a single detail here, named for what it is. */
const failure = (
  name: string,
  detail: { readonly serializeBinary: () => Uint8Array },
  code: codes.Code,
): BatchAppendResp => {
  const status = new statusMessages.Status()
  status.setCode(code)
  status.setMessage(name)
  status.setDetails(packed(detail, `event_store.client.${name}`))
  const answer = new streams.BatchAppendResp()
  answer.setError(status)
  return answer
}
