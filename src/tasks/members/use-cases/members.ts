import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import { answerMembers, type MembersQuery } from './answer-members.js'

/** Who is a member of what, and when. */
export const members = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    members: {
      ofYear: (asked: MembersQuery) => answerMembers(inside, asked),
    },
  }
}
export type Members = ReturnType<ReturnType<typeof members>>
