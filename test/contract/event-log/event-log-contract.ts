import t from 'tap'
import { appendBehaviours } from './append-behaviours.js'
import { checkpointBehaviours } from './checkpoint-behaviours.js'
import { commandBehaviours } from './command-behaviours.js'
import { concurrencyBehaviours } from './concurrency-behaviours.js'
import { behavioursOf, type Behaviour, type LogStore } from './contract-world.js'
import { deliveryBehaviours } from './delivery-behaviours.js'
import { failingHandlerBehaviours } from './failing-handler-behaviours.js'
import { fidelityBehaviours } from './fidelity-behaviours.js'
import { lifeBehaviours } from './life-behaviours.js'
import { readAllBehaviours, readStreamBehaviours } from './read-behaviours.js'
import { refusalBehaviours } from './refusal-behaviours.js'
import { subscriptionClosingBehaviours } from './subscription-closing-behaviours.js'
import { subscriptionStateBehaviours } from './subscription-state-behaviours.js'

const chapters: readonly (readonly [string, (behaviour: Behaviour) => void])[] = [
  ['append', appendBehaviours],
  ['commands', commandBehaviours],
  ['reading a stream', readStreamBehaviours],
  ['reading all', readAllBehaviours],
  ['subscriptions: what is delivered', deliveryBehaviours],
  ['subscriptions: checkpoints', checkpointBehaviours],
  ['subscriptions: their states', subscriptionStateBehaviours],
  ['subscriptions: closing', subscriptionClosingBehaviours],
  ['subscriptions: failing handlers', failingHandlerBehaviours],
  ['data comes back as given', fidelityBehaviours],
  ['many at once', concurrencyBehaviours],
  ['opening and closing', lifeBehaviours],
  ['what is refused', refusalBehaviours],
]

/**
 * The promises of the port, held by every engine alike. They count on nothing that only one engine gives: positions
 * may have gaps and begin anywhere behind 0, and other events may stand in the log before those of a test.
 */
export const eventLogContract = (engine: string, newStore: () => Promise<LogStore>): void => {
  for (const [chapter, behaviours] of chapters) {
    t.test(`${engine} — ${chapter}`, (t) => {
      behaviours(behavioursOf(t, newStore))
      t.end()
    })
  }
}
