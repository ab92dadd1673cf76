import type { handleUnaryCall } from '@grpc/grpc-js'
import serverFeatures from '@eventstore/db-client/generated/serverfeatures_pb.js'
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js'
import { internal } from './call-errors.js'
import type { DoubleNode } from './double-node.js'

/** `GetSupportedMethods`: the client appends in batches only where this names the call for it. */
export const supportedMethodsService =
  (node: DoubleNode): handleUnaryCall<Empty, serverFeatures.SupportedMethods> =>
  (_call, reply) => {
    void node.faults.whenSpeaking().then(() => {
      if (node.faults.capabilityFails()) reply(internal('the question for supported methods failed'))
      else reply(null, supportedMethods(node.batchAppend))
    })
  }

const supportedMethods = (batchAppend: boolean): serverFeatures.SupportedMethods => {
  const names = ['read', 'append', 'delete', 'tombstone', ...(batchAppend ? ['batchappend'] : [])]
  const answer = new serverFeatures.SupportedMethods()
  answer.setEventStoreServerVersion('24.6.0.0')
  answer.setMethodsList(
    names.map((name) => {
      const method = new serverFeatures.SupportedMethod()
      method.setServiceName('event_store.client.streams.streams')
      method.setMethodName(name)
      return method
    }),
  )
  return answer
}
