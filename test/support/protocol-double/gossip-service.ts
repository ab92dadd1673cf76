import { randomUUID } from 'node:crypto'
import type { handleUnaryCall } from '@grpc/grpc-js'
import gossip from '@eventstore/db-client/generated/gossip_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import type { DoubleNode } from './double-node.js'

/** `Gossip`: a cluster of one, which leads itself. */
export const gossipService = (
  node: DoubleNode,
): handleUnaryCall<InstanceType<typeof shared.Empty>, gossip.ClusterInfo> => {
  const instance = randomUUID()
  return (_call, reply) => {
    void node.faults.whenSpeaking().then(() => {
      reply(null, clusterOfOne(instance, node.port()))
    })
  }
}

const clusterOfOne = (instance: string, port: number): gossip.ClusterInfo => {
  const endpoint = new gossip.EndPoint()
  endpoint.setAddress('127.0.0.1')
  endpoint.setPort(port)
  const id = new shared.UUID()
  id.setString(instance)
  const member = new gossip.MemberInfo()
  member.setInstanceId(id)
  member.setState(gossip.MemberInfo.VNodeState.LEADER)
  member.setIsAlive(true)
  member.setHttpEndPoint(endpoint)
  const cluster = new gossip.ClusterInfo()
  cluster.setMembersList([member])
  return cluster
}
