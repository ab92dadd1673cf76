import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { isoOfDay, type Day } from '#domain/time/day.js'
import { stepName } from '#projections/asked/trajectory/told-fact.js'
import type { CallBackView } from './call-backs-view.js'
import { openStepSentences } from './call-sentences.js'
import type { Call } from './calls-due.js'
import { describeStaleCall, describeUnsettledCall, type PositionCallTold } from './describe-position-call.js'

/** A call with its sentences. `streams` are those of the organisation to call; only calls about positions need them. */
export const describeCall = (
  call: Call,
  asked: { readonly streams: LineageEvents; readonly named: ModelNamed; readonly today: Day },
): CallBackView => {
  const { id, name, kind } = call.organisation
  return {
    reason: call.reason,
    organisation: { id, name, kind },
    day: isoOfDay(call.day),
    ...copied(told(call, asked)),
  }
}

const told = (call: Call, asked: Parameters<typeof describeCall>[1]): PositionCallTold => {
  switch (call.reason) {
    case 'stale':
      return describeStaleCall(asked, asked.today)
    case 'going-stale':
      return describeStaleCall(asked, call.staleOn)
    case 'unsettled':
      return describeUnsettledCall(asked)
    case 'plan-unheard':
    case 'end-unheard':
      return aboutStep(call)
  }
}

const aboutStep = ({
  step,
  told: teller,
  organisation,
}: Extract<Call, { readonly step: unknown }>): PositionCallTold => ({
  ...openStepSentences(step, teller.id === organisation.id ? undefined : teller.name),
  steps: [
    {
      stepId: step.stepId,
      kind: step.kind,
      name: stepName(step.kind, step.title === undefined ? {} : { title: step.title }),
      confirmable: step.waits === 'for-end',
    },
  ],
})

/** As the schema of the answer asks. */
const copied = ({ why, ask, settles, steps }: PositionCallTold) => ({
  why,
  ask,
  settles,
  steps: steps.map((step) => ({ ...step })),
})
