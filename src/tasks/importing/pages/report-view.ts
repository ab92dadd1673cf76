import type { ReportLine } from '#src/tasks/importing/use-cases/report/report-table.js'

/** How much of a report is shown: what needs a look, or everything. */
export const reportViews = ['look', 'all'] as const
export type ReportViewName = (typeof reportViews)[number]

/** In lines: a page of a report stays well under what a phone takes at once. */
export const LINES_SHOWN = 100

/** Everything but the rows that simply are, or will be, on record. */
export const needsLook = ({ outcome }: ReportLine): boolean =>
  outcome !== 'recorded' && outcome !== 'unchanged'

export interface ReportPart {
  readonly lines: readonly ReportLine[]
  readonly page: number
  readonly pages: number
}

/** One page of the lines; the last one where there are fewer. */
export const partOf = (lines: readonly ReportLine[], asked: number): ReportPart => {
  const pages = Math.max(1, Math.ceil(lines.length / LINES_SHOWN))
  const page = Math.min(asked, pages)
  return { lines: lines.slice((page - 1) * LINES_SHOWN, page * LINES_SHOWN), page, pages }
}
