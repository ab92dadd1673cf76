import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import { historyOf, type Amendment, type FactOnRecord } from '#domain/organisation/history.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { Day } from '#domain/time/day.js'
import { earliestDayOf } from '#projections/asked/trajectory/told-fact.js'
import { describeSteps, FactView, factView, StepView } from './describe-steps.js'

const Moment = z.iso.datetime()
const Content = z.record(z.string(), z.unknown())

const AmendmentView = z.strictObject({
  eventId: z.string(),
  type: z.enum(['corrected', 'retracted']),
  reason: z.string(),
  recordedAt: Moment,
  /** Of a correction: what it changed, as a JSON merge patch. */
  changes: Content.optional(),
  statedOn: z.string().optional(),
  source: z.string().optional(),
})

/** One fact with all that was done to it, whether it still stands or was taken back. */
const FactHistoryView = FactView.extend({
  retracted: z.boolean(),
  /** As first told, where it was corrected since. */
  told: Content.optional(),
  amendments: z.array(AmendmentView),
})

/** One step as the stream of one organisation tells it: how it reads, and how it came to read so. */
export const StepHistoryView = z.strictObject({
  organisation: z.string(),
  /** As it reads; absent once everything that was told of it was taken back. */
  step: StepView.optional(),
  facts: z.array(FactHistoryView),
  /** Links that were told apart from the facts. */
  links: z.array(
    z.strictObject({
      eventId: z.string(),
      follows: z.array(z.string()),
      recordedAt: Moment,
      retracted: z.boolean(),
    }),
  ),
})
export type StepHistoryView = z.infer<typeof StepHistoryView>

/** The history of one step from the events of one organisation that were known; undefined where they tell nothing of it by `asOf`. */
export const describeStepHistory = (
  organisation: OrganisationId,
  events: readonly RecordedEvent[],
  step: StepId,
  asOf?: Day,
): StepHistoryView | undefined => {
  const history = historyOf(events)
  const byId = new Map<string, RecordedEvent>(events.map((event) => [event.id, event]))
  const facts = [...history.facts.values()].filter(
    (fact) => fact.fact.stepId === step && (asOf === undefined || earliestDayOf(fact) <= asOf),
  )
  if (facts.length === 0) return undefined
  const stands = stepsOf(history).some(({ stepId }) => stepId === step)
  return present({
    organisation,
    step: stands ? describeSteps(history, asOf).find(({ stepId }) => stepId === step) : undefined,
    facts: facts.map((fact) => factHistory(fact, byId)),
    links: history.links
      .filter(({ stepId }) => stepId === step)
      .map(({ id, follows, retracted }) => ({
        eventId: id,
        follows: [...follows],
        recordedAt: moment(byId.get(id)?.recordedAt ?? 0),
        retracted,
      })),
  })
}

const factHistory = (fact: FactOnRecord, events: ReadonlyMap<string, RecordedEvent>) => {
  const { stepId, ...told } = fact.told
  return present({
    ...factView(fact),
    retracted: fact.retracted,
    told: fact.told === fact.fact ? undefined : told,
    amendments: fact.amendments.map((amendment) => amendmentView(amendment, events.get(amendment.id))),
  })
}

const amendmentView = (
  { id, type, reason, recordedAt }: Amendment,
  event: RecordedEvent | undefined,
): z.infer<typeof AmendmentView> => {
  const amending = event?.type === 'StepCorrected' || event?.type === 'StepRetracted' ? event : undefined
  return present({
    eventId: id,
    type,
    reason,
    recordedAt: moment(recordedAt),
    changes: amending?.type === 'StepCorrected' ? amending.data.changes : undefined,
    statedOn: amending?.data.statedOn,
    source: amending?.data.source?.reference,
  })
}

const moment = (instant: number): string => new Date(instant).toISOString()
