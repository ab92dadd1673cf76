import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { EventId, OrganisationId, type CommandId } from '#domain/kernel/identifiers.js'
import { Profile } from '#domain/organisation/profile.js'
import type { CommandOutcome } from '#src/handling/writing/command-outcome.js'
import { markOf } from '#src/handling/writing/handle.js'
import { handleCommand, type CommandHandling } from '#src/handling/writing/write-organisation.js'
import { foldedIdentifier } from '#domain/kernel/folded-key.js'

/** An organisation to register: its profile and, where it is not to be made from its name, its identifier. */
export const OrganisationInput = z.strictObject({ id: OrganisationId.optional(), ...Profile.shape })
export type OrganisationInput = z.infer<typeof OrganisationInput>

export interface RegistrationRequest {
  readonly organisation: OrganisationInput
  /** Unique within the organisation, hence with its identifier. */
  readonly idempotencyKey?: CommandId
  readonly correlationId?: string
  readonly dryRun?: boolean
}

export type RegistrationOutcome =
  | (CommandOutcome & { readonly organisation: OrganisationId })
  /** The name has no letter or digit to make an identifier from. */
  | { readonly outcome: 'identifier-needed' }

/**
 * Registers an organisation. Its identifier is made from its name, «Métropole de Lyon» giving `metropole-de-lyon`; one that
 * exists already with another profile is refused, with what differs.
 */
export const registerOrganisation = async (
  deps: CommandHandling,
  { organisation: sent, idempotencyKey, ...request }: RegistrationRequest,
): Promise<RegistrationOutcome> => {
  const { id: given, ...data } = sent
  const made = OrganisationId.safeParse(given ?? identifierOf(data.name))
  if (!made.success) return { outcome: 'identifier-needed' }
  const outcome = await handleCommand(deps, {
    ...request,
    organisation: made.data,
    command: { command: 'RegisterOrganisation', id: EventId.parse(randomUUID()), data },
    ...markOf(idempotencyKey, { register: sent }),
  })
  return { ...outcome, organisation: made.data }
}

/** As long as an identifier may be, and not ending in the middle of two words. */
const identifierOf = (name: string): string =>
  foldedIdentifier(name)
    .slice(0, 120)
    .replace(/[.-]+$/, '')
