import type { MergePatch } from '#domain/kernel/merge-patch.js'
import type { EventId, StepId } from '#domain/kernel/identifiers.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { AmendmentEvent } from '#domain/steps/step-event.js'
import type { Fact } from '#domain/steps/fact.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import type { Day } from '#domain/time/day.js'
import type { ProfileEventOf } from './profile-event.js'

type Told<T extends AmendmentEvent['type']> = Extract<AmendmentEvent, { readonly type: T }>['data']

/** One fact to record: which stage of which kind, under which id. */
export interface NewFact {
  readonly id: EventId
  readonly kind: KindCode
  readonly stage: FactStage
  readonly fact: Fact
}

/** Everything that can be asked of one organisation. `id` is that of the event that the command may give. */
export type OrganisationCommand =
  | {
      readonly command: 'RegisterOrganisation'
      readonly id: EventId
      readonly data: ProfileEventOf<'OrganisationRegistered'>['data']
    }
  | {
      readonly command: 'RenameOrganisation'
      readonly id: EventId
      readonly data: ProfileEventOf<'OrganisationRenamed'>['data']
    }
  | {
      readonly command: 'ChangeIdentifier'
      readonly id: EventId
      readonly data: ProfileEventOf<'OrganisationIdentifierChanged'>['data']
    }
  | {
      readonly command: 'EndOrganisation'
      readonly id: EventId
      readonly data: ProfileEventOf<'OrganisationEnded'>['data']
    }
  | {
      readonly command: 'SucceedOrganisation'
      readonly id: EventId
      readonly data: ProfileEventOf<'OrganisationSucceeded'>['data']
    }
  | {
      readonly command: 'CorrectOrganisation'
      readonly id: EventId
      readonly target: EventId
      readonly changes: MergePatch
      readonly reason: string
    }
  /** All facts or none. */
  | { readonly command: 'RecordFacts'; readonly facts: readonly [NewFact, ...NewFact[]] }
  | { readonly command: 'CorrectFact'; readonly id: EventId; readonly data: Told<'StepCorrected'> }
  | { readonly command: 'RetractFact'; readonly id: EventId; readonly data: Told<'StepRetracted'> }
  | { readonly command: 'LinkSteps'; readonly id: EventId; readonly data: Told<'StepsLinked'> }

/** What a decision knows of the world, as values. */
export interface Circumstances {
  /** The civil day in Europe/Paris. */
  readonly today: Day
  /** Steps of predecessors: the successor records their later stages in its own stream. */
  readonly inheritedSteps: ReadonlyMap<StepId, KindCode>
}
