import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import {
  stepsOf,
  daysOfFact,
  ends,
  isOfPlan,
  type StepOnRecord,
} from '#domain/organisation/step-on-record.js'
import type { Derivation, FoldedOrganisation, KeptModel } from '../kept-model.js'
import { RowsById } from '#projections/kept/sorted-tree.js'
import { present } from '#domain/kernel/present.js'
import { newsOf } from '#domain/evidence/news-of-step.js'
import { plansOf } from '#domain/evidence/plans-of-step.js'
import type { FactOnRecord } from '#domain/organisation/history.js'
import { kindOf, type KindCode } from '#domain/steps/catalogue/catalogue.js'
import { carriesStep } from '#domain/steps/roles.js'
import type { Shape } from '#domain/steps/declaring/kind.js'
import type { DayRange } from '#domain/time/day-range.js'
import { day, type Day, addDuration } from '#domain/time/day.js'
import { imprecise, type EdtfText } from '#domain/time/edtf.js'

/** What an organisation announced or began and of which the record does not tell how it went on. */
export interface OpenStepsRow {
  readonly id: OrganisationId
  /** In the order of recording. */
  readonly steps: readonly OpenStep[]
}

export type OpenSteps = ReadonlyMap<OrganisationId, OpenStepsRow>

const rowOf = ({ id, history }: FoldedOrganisation): Derivation<OpenStepsRow> => ({
  derived: true,
  row: { id, steps: stepsOf(history).flatMap((step) => openStepOf(step) ?? []) },
})

/** Every announcement and every expected end that nobody heard of again, by organisation: for «À rappeler». */
export const openSteps: KeptModel<OpenStepsRow, RowsById<OpenStepsRow>> = {
  name: 'open-steps',
  version: 2,
  readableSince: 1,
  rowOf,
  viewOf: (rows) => RowsById.of(rows),
  withRows: (open, rows) => open.with(rows),
}

/** A step that was announced, or begun with an end in sight, and of which nothing later is on record. */
export interface OpenStep {
  readonly stepId: StepId
  readonly kind: KindCode
  readonly title?: string
  readonly programme?: string
  readonly waits: 'for-beginning' | 'for-end'
  /** When it was announced, or begun. */
  readonly since: DayRange
  /** For when its beginning, or its end, was announced; absent where nobody said. */
  readonly expected?: EdtfText
  /** The last that was heard of it. */
  readonly heard: DayRange
  /** The first day on which it is time to ask. */
  readonly overdue: Day
}

/** Without a date, and after news that came later than the date, a year of silence is enough to ask. */
const USUAL_PATIENCE = { months: 12, days: 0 }

/**
 * A step as one that waits for its beginning or for its end; undefined where it waits for neither. Who only supports
 * another's step is not asked about it, and a target is no step that could begin.
 */
export const openStepOf = (step: StepOnRecord): OpenStep | undefined => {
  const carried = step.facts.some(({ fact }) => carriesStep(step.kind, fact.role))
  if (!carried || step.kind === 'target') return undefined
  return step.facts.every(isOfPlan) ? plannedStep(step) : stepUnderWay(step)
}

const plannedStep = (step: StepOnRecord): OpenStep | undefined => {
  const plan = plansOf(step).findLast(({ end }) => end === undefined)
  if (plan === undefined) return undefined
  const announced = step.facts.filter(({ stage }) => stage === 'planned')
  return openStep(step, announced, {
    waits: 'for-beginning',
    since: plan.begin,
    heard: latestOf([plan.begin, ...plan.news.map(({ range }) => range)]),
    expectedBy: (text) => beginsBy(text, kindOf(step.kind).shape),
  })
}

const stepUnderWay = (step: StepOnRecord): OpenStep | undefined => {
  const life = step.facts.filter((fact) => !isOfPlan(fact))
  const [first] = life
  if (first === undefined || life.some(({ stage }) => stage === 'happened' || isEnd(stage))) return undefined
  if (life.every(({ fact }) => fact.expected === undefined || endsBy(fact.expected) === undefined)) {
    return undefined
  }
  return openStep(step, life, {
    waits: 'for-end',
    since: daysOfFact(first),
    heard: latestOf([daysOfFact(first), ...newsOf(life).map(({ range }) => range)]),
    expectedBy: endsBy,
  })
}

const isEnd = (stage: FactOnRecord['stage']): boolean => ends.some((one) => one === stage)

interface Waiting extends Pick<OpenStep, 'waits' | 'since' | 'heard'> {
  /** The last day on which what is expected may come; undefined where its date is open. */
  readonly expectedBy: (text: EdtfText) => Day | undefined
}

const openStep = (
  { stepId, kind, facts }: StepOnRecord,
  telling: readonly FactOnRecord[],
  { waits, since, heard, expectedBy }: Waiting,
): OpenStep => {
  const told = facts.map(({ fact }) => fact)
  const last = telling.findLast(({ fact }) => fact.expected !== undefined)?.fact.expected
  const due = last === undefined ? undefined : expectedBy(last)
  return present({
    stepId,
    kind,
    title: (
      telling.find(({ fact }) => fact.title !== undefined)?.fact ??
      told.find(({ title }) => title !== undefined)
    )?.title,
    programme: told.findLast(({ programme }) => programme !== undefined)?.programme,
    waits,
    since,
    expected: due === undefined ? undefined : last,
    heard,
    overdue:
      due === undefined || heard.latest > due ? addDuration(heard.latest, USUAL_PATIENCE) : day(due + 1),
  })
}

/** What happens at once is expected within all of its date; what lasts, by the day on which it should have begun. */
const beginsBy = (text: EdtfText, shape: Shape): Day | undefined => {
  const date = imprecise(text)
  if (date.kind !== 'interval') return endsBy(text)
  return (shape === 'punctual' ? endsBy(text) : undefined) ?? date.begin.range.latest
}

const endsBy = (text: EdtfText): Day | undefined => {
  const date = imprecise(text)
  if (date.kind === 'single') return date.range.latest
  if (date.kind === 'before') return date.last.range.latest
  return typeof date.end === 'string' ? undefined : date.end.range.latest
}

const latestOf = ([first, ...others]: readonly [DayRange, ...DayRange[]]): DayRange =>
  others.reduce((last, range) => (range.latest > last.latest ? range : last), first)
