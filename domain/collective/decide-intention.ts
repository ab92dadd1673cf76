import { match } from 'ts-pattern'
import type { Decider } from '#domain/kernel/decider.js'
import type { EventId, JointId } from '#domain/kernel/identifiers.js'
import type { CollectiveEvent, IntendedPart } from './collective-event.js'
import { intentionOf, type Intention } from './intention.js'

type Closing = Extract<CollectiveEvent, { readonly type: 'CollectiveStepClosed' }>['data']

/** What can be asked of one collective write; `id` is that of the event that the command may give. */
export type IntentionCommand =
  | {
      readonly command: 'IntendCollectiveStep'
      readonly id: EventId
      readonly jointId: JointId
      readonly parts: readonly IntendedPart[]
    }
  | ({ readonly command: 'CloseCollectiveStep'; readonly id: EventId } & Closing)

/** A collective write is intended once, and closed once: asked again, nothing is added, and nothing is ever refused. */
export const intentionDecider: Decider<
  Intention | undefined,
  IntentionCommand,
  undefined,
  CollectiveEvent,
  never
> = {
  initialState: undefined,
  evolve: intentionOf,
  decide: (intention, asked) =>
    match(asked)
      .with({ command: 'IntendCollectiveStep' }, ({ id, jointId, parts }) => ({
        decided: true as const,
        events:
          intention === undefined
            ? [{ type: 'CollectiveStepIntended' as const, id, data: { jointId, parts: [...parts] } }]
            : [],
      }))
      .with({ command: 'CloseCollectiveStep' }, ({ id, recorded, refused }) => ({
        decided: true as const,
        events:
          intention === undefined || intention.closed !== undefined
            ? []
            : [{ type: 'CollectiveStepClosed' as const, id, data: { recorded, refused } }],
      }))
      .exhaustive(),
}
