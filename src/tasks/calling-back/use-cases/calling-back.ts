import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { WriteRequest } from '#src/handling/writing/write-organisation.js'
import { answerCallBacks, type CallBacksQuery } from './answer-call-backs.js'
import { confirmStillTrue, type StillTrueInput } from './confirm-still-true.js'

/** Whom to call back, and what they answered. */
export const callingBack = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    callingBack: {
      due: (asked: CallBacksQuery) => answerCallBacks(inside, asked),
      confirm: (request: Pick<WriteRequest, 'idempotencyKey' | 'correlationId'>, input: StillTrueInput) =>
        confirmStillTrue(inside, request, input),
    },
  }
}
export type CallingBack = ReturnType<ReturnType<typeof callingBack>>
