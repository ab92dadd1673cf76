import type { Fault } from '#domain/kernel/fault.js'
import type { EventId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { MergePatch } from '#domain/kernel/merge-patch.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { PersonalDataFound } from '#domain/steps/personal-data.js'
import type { Day } from '#domain/time/day.js'

/** Every reason for which a decision on an organisation says no. */
export type OrganisationRefusal =
  | { readonly code: 'organisation-unknown' }
  | { readonly code: 'organisation-ended'; readonly endedBy: Day; readonly earliest: Day }
  | { readonly code: 'successor-of-itself'; readonly successor: OrganisationId }
  | { readonly code: 'stage-not-of-kind'; readonly kind: KindCode; readonly stage: FactStage }
  /** The step has not begun on record; `stage` is what was told of it, absent where it was only linked. */
  | { readonly code: 'step-unknown'; readonly stepId: StepId; readonly stage?: FactStage }
  | { readonly code: 'step-of-other-kind'; readonly stepId: StepId; readonly kind: KindCode }
  | { readonly code: 'fact-in-future'; readonly earliest: Day; readonly today: Day }
  | { readonly code: 'told-before-done'; readonly earliest: Day; readonly told: Day }
  | { readonly code: 'end-before-begin'; readonly begin: Day; readonly end: Day }
  | { readonly code: 'stage-already-told'; readonly stage: FactStage; readonly by: EventId }
  | { readonly code: 'step-abandoned'; readonly by: EventId }
  | { readonly code: 'step-completed'; readonly by: EventId }
  | { readonly code: 'plan-unknown'; readonly stepId: StepId }
  | { readonly code: 'link-to-itself'; readonly stepId: StepId }
  /** The same identity with other content; `changes` is the correction that would bring the record in line. */
  | { readonly code: 'content-differs'; readonly target: EventId; readonly changes: MergePatch }
  /** The id is that of another event: of another step, stage or sort. No correction could turn one into the other. */
  | { readonly code: 'identity-taken'; readonly id: EventId }
  | { readonly code: 'fact-unknown'; readonly target: EventId }
  | { readonly code: 'fact-retracted'; readonly target: EventId }
  | { readonly code: 'correction-invalid'; readonly faults: readonly Fault[] }
  | PersonalDataFound
