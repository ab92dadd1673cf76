import { createRequire } from 'node:module'
import type { WrongExpectedVersion } from '@eventstore/db-client/generated/shared_pb.js'
import type { Status } from '@eventstore/db-client/generated/status_pb.js'

/**
 * The well-known types in the very copy that the client uses: its generated code keeps its messages in one global
 * object, and messages of another copy of google-protobuf would not be taken for the same.
 */
const requireAsClient = createRequire(import.meta.resolve('@eventstore/db-client'))

export type AnyMessage = NonNullable<ReturnType<Status['getDetails']>>
export type EmptyMessage = NonNullable<ReturnType<WrongExpectedVersion['getExpectedAny']>>

interface Message {
  serializeBinary(): Uint8Array
}

const { Any } = requireAsClient('google-protobuf/google/protobuf/any_pb.js') as { Any: new () => AnyMessage }
const { Empty } = requireAsClient('google-protobuf/google/protobuf/empty_pb.js') as {
  Empty: new () => EmptyMessage
}

/** A message packed with its name, `event_store.client.WrongExpectedVersion` for instance. */
export const packed = (message: Message, name: string): AnyMessage => {
  const any = new Any()
  any.pack(message.serializeBinary(), name)
  return any
}

/** `google.protobuf.Empty`, which the batch path uses where the others use a message of their own. */
export const googleEmpty = (): EmptyMessage => new Empty()
