import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { LogRecord } from './log-record.js'
import { tombstoneType } from './log-state.js'
import { unsigned, type TfPosition } from './tf-position.js'

type ReadResp = streams.ReadResp

/** An event as a reader gets it. */
export const eventAnswer = (record: LogRecord): ReadResp => {
  const event = new streams.ReadResp.ReadEvent()
  event.setEvent(recordedEvent(record))
  event.setCommitPosition(String(record.position))
  const answer = new streams.ReadResp()
  answer.setEvent(event)
  return answer
}

const recordedEvent = (record: LogRecord): streams.ReadResp.ReadEvent.RecordedEvent => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
  const id = new shared.UUID()
  id.setString(record.id)
  recorded.setId(id)
  recorded.setStreamIdentifier(streamIdentifier(record.stream))
  recorded.setStreamRevision(record.type === tombstoneType ? lastOfAll : String(record.revision))
  recorded.setCommitPosition(String(record.position))
  recorded.setPreparePosition(String(record.position))
  recorded.setData(record.data)
  recorded.setCustomMetadata(record.metadata)
  const map = recorded.getMetadataMap()
  map.set('type', record.type)
  map.set('content-type', record.contentType)
  map.set('created', String(BigInt(record.created) * ticksPerMillisecond))
  return recorded
}

const ticksPerMillisecond = 10_000n

/** The revision of a tombstone. */
const lastOfAll = '9223372036854775807'

export const streamIdentifier = (stream: string): shared.StreamIdentifier => {
  const identifier = new shared.StreamIdentifier()
  identifier.setStreamName(Buffer.from(stream, 'utf8'))
  return identifier
}

export const streamOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8')

export const notFoundAnswer = (stream: string): ReadResp => {
  const notFound = new streams.ReadResp.StreamNotFound()
  notFound.setStreamIdentifier(streamIdentifier(stream))
  const answer = new streams.ReadResp()
  answer.setStreamNotFound(notFound)
  return answer
}

export const confirmationAnswer = (id: string): ReadResp => {
  const confirmation = new streams.ReadResp.SubscriptionConfirmation()
  confirmation.setSubscriptionId(id)
  const answer = new streams.ReadResp()
  answer.setConfirmation(confirmation)
  return answer
}

export const checkpointAnswer = ({ commit, prepare }: TfPosition): ReadResp => {
  const checkpoint = new streams.ReadResp.Checkpoint()
  checkpoint.setCommitPosition(unsigned(commit))
  checkpoint.setPreparePosition(unsigned(prepare))
  const answer = new streams.ReadResp()
  answer.setCheckpoint(checkpoint)
  return answer
}

export const caughtUpAnswer = (): ReadResp => {
  const answer = new streams.ReadResp()
  answer.setCaughtUp(new streams.ReadResp.CaughtUp())
  return answer
}
