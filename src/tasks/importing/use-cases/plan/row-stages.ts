import { match, P } from 'ts-pattern'
import type { Shape } from '#domain/steps/declaring/kind.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { intervalOfColumns, parseEdtf, type EdtfText } from '#domain/time/edtf.js'
import type { RowStatus } from '#src/tasks/importing/use-cases/table/row-status.js'

/** The dates of a row. `end: '..'` tells that it had not ended. Absent is unknown. */
export interface RowDates {
  readonly start?: EdtfText | undefined
  readonly end?: EdtfText | '..' | undefined
  readonly within?: EdtfText | undefined
  readonly statedOn?: EdtfText | undefined
}

/** One fact that a row gives: its stage, and when. `official`: something is made official by it. */
export interface RowStage {
  readonly stage: FactStage
  readonly occurred?: EdtfText
  readonly within?: EdtfText
  readonly expected?: EdtfText
  readonly official?: true
}

export type RowStages =
  | { readonly understood: true; readonly stages: readonly [RowStage, ...RowStage[]] }
  /** `status`: a step of this shape has no such status. `open-end`: told as done, and as not ended. `order`: the second date surely lies before the first. */
  | { readonly understood: false; readonly why: 'status' | 'open-end' | 'order' }

/**
 * What a row of the history means: the facts of each status and shape. `goesOn`: the row belongs to the life of a step
 * that another row began, so that a row which gives no beginning tells of none.
 */
export const stagesOfRow = (status: RowStatus, shape: Shape, dates: RowDates, goesOn: boolean): RowStages => {
  if (isDone(status) && dates.end === '..') return openEnd
  if (reversed(dates.start, dates.end)) return wrongOrder
  if (needsToldAfter(status, dates) && reversed(dates.start, dates.statedOn)) return wrongOrder
  return match([status, shape] as const)
    .with(['planned', P._], () => told({ stage: 'planned', ...announced(dates), ...expectedWhole(dates) }))
    .with(['completed', 'punctual'], () => told({ stage: 'happened', ...spanned(dates) }))
    .with(['completed', 'running'], () =>
      told(...startedIfDated(dates), { stage: 'completed', ...ended(dates) }),
    )
    .with(['completed', 'lasting'], () =>
      told(...begunBefore(dates, goesOn), { stage: 'ended', ...ended(dates) }),
    )
    .with(['started', 'punctual'], () => told({ stage: 'happened', ...begun(dates), ...expectedEnd(dates) }))
    .with(['started', 'running'], () => told({ stage: 'started', ...begun(dates), ...expectedEnd(dates) }))
    .with(['started', 'lasting'], () => told({ stage: 'begun', ...begun(dates), ...expectedEnd(dates) }))
    .with(['abandoned', 'running'], () =>
      told(...startedIfDated(dates), { stage: 'abandoned', ...ended(dates) }),
    )
    .with([P.union('changed', 'suspended', 'resumed'), 'lasting'], ([stage]) =>
      told({ stage, ...inMidLife(dates) }),
    )
    .with(['made-official', 'lasting'], () => told({ stage: 'changed', official: true, ...inMidLife(dates) }))
    .with(
      ['abandoned', P.union('punctual', 'lasting')],
      [P.union('changed', 'suspended', 'resumed', 'made-official'), P.union('punctual', 'running')],
      () => notOfShape,
    )
    .exhaustive()
}

const notOfShape: RowStages = { understood: false, why: 'status' }
const openEnd: RowStages = { understood: false, why: 'open-end' }
const wrongOrder: RowStages = { understood: false, why: 'order' }

type When = Pick<RowStage, 'occurred' | 'within' | 'expected'>

/** Facts in the order of a life; a status gives one at least. */
const told = (...stages: readonly RowStage[]): RowStages => {
  const [first, ...others] = stages
  return first === undefined ? notOfShape : { understood: true, stages: [first, ...others] }
}

const isDone = (status: RowStatus): boolean => status === 'completed' || status === 'abandoned'

/** Without an end or a window, what was told as done ended between its start and the day on which its source spoke. */
const needsToldAfter = (status: RowStatus, { end, within }: RowDates): boolean =>
  isDone(status) && end === undefined && within === undefined

const reversed = (first: EdtfText | undefined, second: EdtfText | '..' | undefined): boolean =>
  first !== undefined && second !== undefined && intervalOfColumns(first, second) === undefined

/** The day of the announcement: its window if the row has one, else the day on which its source spoke. */
const announced = ({ within, statedOn }: RowDates): When =>
  dated(within === undefined ? statedOn : undefined, within)

const expectedWhole = ({ start, end }: RowDates): When => {
  const expected = interval(start, end)
  return expected === undefined ? {} : { expected }
}

/** A punctual step that lasted some days is an interval, and counts on its last. */
const spanned = ({ start, end, within }: RowDates): When => {
  const occurred =
    end === '..' ? start : start !== undefined && end !== undefined ? interval(start, end) : (end ?? start)
  return dated(occurred, within)
}

/** On `start`, else in the window, else nothing: on or before the day on which the source spoke. */
const begun = ({ start, within }: RowDates): When => dated(start, within)

/** As a beginning; an end that stands alone is the day of the stage itself. */
const inMidLife = (dates: RowDates): When =>
  dates.start === undefined && dates.end !== undefined && dates.end !== '..'
    ? { occurred: dates.end }
    : { ...begun(dates), ...expectedEnd(dates) }

const startedIfDated = (dates: RowDates): readonly RowStage[] =>
  dates.start === undefined ? [] : [{ stage: 'started', occurred: dates.start }]

const begunBefore = (dates: RowDates, goesOn: boolean): readonly RowStage[] =>
  goesOn && dates.start === undefined ? [] : [{ stage: 'begun', ...begun(dates) }]

const ended = ({ start, end, within, statedOn }: RowDates): When => {
  if (end !== undefined && end !== '..') return { occurred: end }
  if (within !== undefined) return { within }
  const since = start === undefined ? undefined : intervalOfColumns(start, statedOn ?? '..')
  return since === undefined ? {} : { within: since.text }
}

/** An end that is told of something under way is an expectation; `..` says that none is in sight. */
const expectedEnd = ({ start, end }: RowDates): When => {
  if (end === undefined) return {}
  const expected = end === '..' ? interval(start, end) : end
  return expected === undefined ? {} : { expected }
}

/** `start/end`; one date where both are the same or one is missing. */
const interval = (start: EdtfText | undefined, end: EdtfText | '..' | undefined): EdtfText | undefined => {
  if (start === undefined) return end === undefined || end === '..' ? undefined : parseEdtf(`../${end}`)?.text
  return end === undefined || end === start ? start : intervalOfColumns(start, end)?.text
}

/** A date, or the window where there is none. */
const dated = (occurred: EdtfText | undefined, within: EdtfText | undefined): When =>
  occurred !== undefined ? { occurred } : within !== undefined ? { within } : {}
