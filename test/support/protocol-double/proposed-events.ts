import type { UUID } from '@eventstore/db-client/generated/shared_pb.js'
import type { AppendReq, BatchAppendReq } from '@eventstore/db-client/generated/streams_pb.js'
import type { ProposedEvent } from './log-record.js'

type ProposedMessage = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage

/** An event as it came over the wire. @throws Error where a server answers that the request is bad. */
export const proposedEvent = (message: ProposedMessage): ProposedEvent => {
  const map = message.getMetadataMap()
  const id = textOfUuid(message.getId())
  const type = map.get('type') ?? ''
  if (!/^[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}$/i.test(id)) throw new Error(`no UUID: ${id}`)
  if (type === '') throw new Error('eventType')
  return {
    id: id.toLowerCase(),
    type,
    contentType: map.get('content-type') ?? 'application/octet-stream',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  }
}

/** A UUID in either of its forms: as text, or as two signed numbers of 64 bits. */
export const textOfUuid = (uuid: UUID | undefined): string => {
  const structured = uuid?.getStructured()
  if (structured === undefined) return uuid?.getString() ?? ''
  const most = hexOf(structured.getMostSignificantBits())
  const least = hexOf(structured.getLeastSignificantBits())
  return [most.slice(0, 8), most.slice(8, 12), most.slice(12), least.slice(0, 4), least.slice(4)].join('-')
}

const hexOf = (signed: string): string => BigInt.asUintN(64, BigInt(signed)).toString(16).padStart(16, '0')
