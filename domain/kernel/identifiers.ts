import { z } from 'zod'

/**
 * Every identifier of the domain, each a branded string: one cannot stand for another.
 * They are made at the edge or derived from a source; the core never invents one.
 */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'lettres minuscules, chiffres, tirets et points')
  .max(120)

/** An organisation, as a readable slug: `region-champagne-ardenne`. Never derived from a SIREN, which may change. */
export const OrganisationId = slug.brand<'OrganisationId'>()
export type OrganisationId = z.infer<typeof OrganisationId>

/** One engagement of one organisation: this residency, this lab. Its facts share it. */
export const StepId = slug.brand<'StepId'>()
export type StepId = z.infer<typeof StepId>

/** Groups the steps that several organisations took together. It carries no rule of its own. */
export const JointId = slug.brand<'JointId'>()
export type JointId = z.infer<typeof JointId>

/** One fact of the log (UUID, lower case): EventStoreDB accepts nothing else. */
export const EventId = z.uuid().toLowerCase().brand<'EventId'>()
export type EventId = z.infer<typeof EventId>

/** Chosen by the caller, unique within its stream: the same command twice has one effect. */
export const CommandId = z.string().min(1).max(200).brand<'CommandId'>()
export type CommandId = z.infer<typeof CommandId>

/** Who recorded: an opaque subject, never a name or an address. */
export const ActorId = z
  .string()
  .regex(/^[a-z0-9]+(?:[:._-][A-Za-z0-9]+)*$/)
  .max(120)
  .brand<'ActorId'>()
export type ActorId = z.infer<typeof ActorId>
