import type { StepId } from '#domain/kernel/identifiers.js'
import { historyOf } from '#domain/organisation/history.js'
import { stepsOf } from '#domain/organisation/step-on-record.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { LineageEvents } from './assess-organisation.js'

/** Every step of an organisation and of all that it succeeded, with its kind. */
export const stepsOfLineage = ({
  events,
  predecessors,
}: LineageEvents): readonly (readonly [StepId, KindCode])[] => [
  ...predecessors.flatMap(stepsOfLineage),
  ...stepsOf(historyOf(events)).map(({ stepId, kind }) => [stepId, kind] as const),
]
