import type { Viewer } from '#domain/access/viewer.js'
import type { House, Inside } from '#src/handling/house.js'
import { answerProgramme, answerProgrammes, answerYearCounts, type YearsQuery } from './answer-programmes.js'

/** Who took part in which programme, and how many in which year. */
export const programmes = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    programmes: {
      all: () => answerProgrammes(inside),
      one: (code: string) => answerProgramme(inside, code),
      yearCounts: (asked: YearsQuery) => answerYearCounts(inside, asked),
    },
  }
}
export type Programmes = ReturnType<ReturnType<typeof programmes>>
