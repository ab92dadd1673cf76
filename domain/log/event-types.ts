import type { z } from 'zod'
import { collectiveEventSchemas } from '#domain/collective/collective-event.js'
import { modelEventSchemas } from '#domain/models/model-event.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import type { JsonObject } from '#domain/kernel/json.js'
import { amendmentEventSchemas } from '#domain/steps/amendment-event.js'
import { stageOfEventType, stepEventTypes } from '#domain/steps/catalogue/catalogue.js'
import { schemaOfKind, sharedFactSchema, sharedStepEventTypes } from '#domain/steps/step-event.js'

/** Turns the data of one version of an event into that of the next. */
export type Upcaster = (data: JsonObject) => JsonObject

/** One type of event: the schema of its current version, and how each older version becomes the next. */
export interface EventType {
  readonly name: string
  readonly schema: z.ZodType
  /** Its current version is one more than the number of its upcasters: `upcasters[0]` turns version 1 into version 2. */
  readonly upcasters: readonly Upcaster[]
}

/** The upcasters of the types that have more than one version. */
const upcasters: Readonly<Record<string, readonly Upcaster[]>> = {}

const declare = (name: string, schema: z.ZodType): EventType => ({
  name,
  schema,
  upcasters: upcasters[name] ?? [],
})

/** Every type of event that an organisation's stream can hold. */
export const organisationEventTypes: readonly EventType[] = [
  ...Object.entries(profileEventSchemas).map(([name, schema]) => declare(name, schema)),
  ...stepEventTypes.flatMap((name) => {
    const told = stageOfEventType(name)
    return told === undefined ? [] : [declare(name, schemaOfKind(told.kind.code))]
  }),
  ...sharedStepEventTypes.map((name) => declare(name, sharedFactSchema)),
  ...Object.entries(amendmentEventSchemas).map(([name, schema]) => declare(name, schema)),
]

/** Every type of event that a model's stream can hold. */
export const modelEventTypes: readonly EventType[] = Object.entries(modelEventSchemas).map(([name, schema]) =>
  declare(name, schema),
)

/** Every type of event that the stream of a collective write can hold. */
export const collectiveEventTypes: readonly EventType[] = Object.entries(collectiveEventSchemas).map(
  ([name, schema]) => declare(name, schema),
)

/** Every type of event of the log. A name is of one sort of stream only. */
export const eventTypes: readonly EventType[] = [
  ...organisationEventTypes,
  ...modelEventTypes,
  ...collectiveEventTypes,
]

/** Finds the types of some events by name. */
export type TypeNamed = (name: string) => EventType | undefined

const namedAmong = (types: readonly EventType[]): TypeNamed => {
  const byName = new Map(types.map((type) => [type.name, type]))
  return (name) => byName.get(name)
}

export const eventTypeNamed = namedAmong(eventTypes)
export const organisationEventTypeNamed = namedAmong(organisationEventTypes)
export const modelEventTypeNamed = namedAmong(modelEventTypes)
export const collectiveEventTypeNamed = namedAmong(collectiveEventTypes)

export const currentVersion = ({ upcasters: steps }: EventType): number => steps.length + 1
