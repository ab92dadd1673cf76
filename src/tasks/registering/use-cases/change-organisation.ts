import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { EventId, type OrganisationId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import { PatchInput } from '#src/tasks/amending/use-cases/amendment-input.js'
import {
  writeToOrganisation,
  type WriteOutcome,
  type WriteRequest,
  type Writing,
} from '#src/handling/writing/write-organisation.js'

const { OrganisationRenamed, OrganisationIdentifierChanged, OrganisationEnded, OrganisationCorrected } =
  profileEventSchemas

const changes = {
  rename: OrganisationRenamed.optional().describe('un nouveau nom, la personne restant la même'),
  identifier: OrganisationIdentifierChanged.optional().describe('un nouveau SIREN ou code INSEE'),
  end: OrganisationEnded.optional().describe('sa fin, sans successeur ou avant qu’il soit connu'),
  correction: OrganisationCorrected.extend({ changes: PatchInput })
    .optional()
    .describe(
      'ce qui a été dit d’elle à tort : l’événement, ce qui change (merge patch, RFC 7396), et pourquoi',
    ),
}

/** One change of what is told of an organisation itself. */
export const OrganisationChange = z
  .strictObject({ id: EventId.optional(), ...changes })
  .refine(({ id: _id, ...told }) => Object.values(told).filter((one) => one !== undefined).length === 1, {
    path: ['rename'],
    message: `un seul changement à la fois est attendu : ${Object.keys(changes).join(', ')}`,
  })
export type OrganisationChange = z.infer<typeof OrganisationChange>

export interface ChangeRequest extends WriteRequest {
  readonly organisation: OrganisationId
  readonly change: OrganisationChange
}

/** Records a new name, a new identifier, an end, or a correction of what was told of the organisation. */
export const changeOrganisation = (
  deps: Writing,
  { organisation, change, ...request }: ChangeRequest,
): Promise<WriteOutcome> =>
  writeToOrganisation(deps, { organisation, command: commandOf(change), sent: { change } }, request)

const commandOf = ({
  id: given,
  rename,
  identifier,
  end,
  correction,
}: OrganisationChange): OrganisationCommand => {
  const id = given ?? EventId.parse(randomUUID())
  if (rename !== undefined) return { command: 'RenameOrganisation', id, data: rename }
  if (identifier !== undefined) return { command: 'ChangeIdentifier', id, data: identifier }
  if (end !== undefined) return { command: 'EndOrganisation', id, data: end }
  if (correction !== undefined) return { command: 'CorrectOrganisation', id, ...correction }
  throw new TypeError('no change, though the schema asks for one')
}
