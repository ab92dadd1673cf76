import type { DecidedEvent, RecordedEvent } from '#domain/organisation/organisation-event.js'
import { ActorId, EventId, OrganisationId, StepId } from '#domain/kernel/identifiers.js'
import type { NewFact, OrganisationCommand } from '#domain/organisation/command.js'
import type { ProfileEventOf } from '#domain/organisation/profile-event.js'
import { Profile } from '#domain/organisation/profile.js'
import type { KindCode } from '#domain/steps/catalogue/catalogue.js'
import type { Fact } from '#domain/steps/fact.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { factEvent, schemaOfKind } from '#domain/steps/step-event.js'
import { dayOfIso, type Day } from '#domain/time/day.js'

/** The event id with a number in it. */
export const eventId = (number: number): EventId =>
  EventId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)

export const stepId = (text: string): StepId => StepId.parse(text)

export const onDay = (iso: string): Day => {
  const found = dayOfIso(iso)
  if (found === undefined) throw new Error(`no day: ${iso}`)
  return found
}

/** The event as it was recorded at noon of a day. */
export const recorded = (event: DecidedEvent, on = '2024-01-15'): RecordedEvent => ({
  ...event,
  recordedAt: (onDay(on) + 0.5) * 86_400_000,
  actor: ActorId.parse('test:hand'),
})

export const organisation = OrganisationId.parse('region-champagne-ardenne')

export const profile = Profile.parse({ name: 'Région Champagne-Ardenne', kind: 'region' })

/** The first event of every stream below. */
export const registered: DecidedEvent & ProfileEventOf<'OrganisationRegistered'> = {
  type: 'OrganisationRegistered',
  id: eventId(1),
  data: profile,
}

/** The content of a fact, validated by the schema of its kind; by default of the step `labo`, as its lead. */
export const content = (kind: KindCode, told: Readonly<Record<string, unknown>> = {}): Fact =>
  schemaOfKind(kind).parse({ stepId: 'labo', role: 'lead', ...told })

/** A fact to record. */
export const newFact = (
  number: number,
  kind: KindCode,
  stage: FactStage,
  told: Readonly<Record<string, unknown>> = {},
): NewFact => ({ id: eventId(number), kind, stage, fact: content(kind, told) })

/** The command that records facts. */
export const record = (first: NewFact, ...others: readonly NewFact[]): OrganisationCommand => ({
  command: 'RecordFacts',
  facts: [first, ...others],
})

/** The event of a fact. */
const told = ({ id, kind, stage, fact }: NewFact): DecidedEvent => {
  const event = factEvent(kind, stage, fact)
  if (event === undefined) throw new Error(`${kind} has no ${stage}`)
  return { ...event, id }
}

/** The event of a fact, in short. */
export const fact = (...[number, kind, stage, content]: Parameters<typeof newFact>): DecidedEvent =>
  told(newFact(number, kind, stage, content))
