import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import { EventId, OrganisationId } from '#domain/kernel/identifiers.js'
import { profileEventSchemas } from '#domain/organisation/profile-event.js'
import type { LineageEvents } from '#domain/trajectory/assess-organisation.js'
import type { Effect } from '#projections/asked/what-if/effect.js'
import { withEvents } from '#projections/asked/what-if/suppose.js'
import { seenHead } from '#src/handling/asking/answer-trajectory.js'
import { readLineage } from '#src/handling/reading/read-lineage.js'
import {
  effectToday,
  writeToOrganisation,
  type WriteOutcome,
  type WriteRequest,
  type Writing,
} from '#src/handling/writing/write-organisation.js'

const { manner, from, source } = profileEventSchemas.OrganisationSucceeded.shape

/** A succession told from either side: of the organisation in question, who came after it, or who came before it. */
export const SuccessionInput = z
  .strictObject({
    id: EventId.optional(),
    successor: OrganisationId.optional().describe('qui lui succède'),
    predecessor: OrganisationId.optional().describe('à qui elle succède'),
    manner,
    from: from.describe('depuis quand ; sans date, la succession n’a encore aucun effet'),
    source,
  })
  .refine(({ successor, predecessor }) => (successor === undefined) !== (predecessor === undefined), {
    path: ['successor'],
    message: 'dire qui lui succède (successor) ou à qui elle succède (predecessor), l’un des deux',
  })
export type SuccessionInput = z.infer<typeof SuccessionInput>

export interface SuccessionRequest extends WriteRequest {
  readonly organisation: OrganisationId
  readonly succession: SuccessionInput
}

export type SuccessionOutcome =
  | (WriteOutcome & {
      readonly predecessor: OrganisationId
      readonly successor: OrganisationId
      /** Of a dry run; `effect` is that on the predecessor. */
      readonly effectOnSuccessor?: Effect
    })
  | { readonly outcome: 'organisation-unknown'; readonly organisation: OrganisationId }
  /** The successor came before the predecessor already. */
  | { readonly outcome: 'succession-circle' }
  | { readonly outcome: 'not-seen-yet' }

/** Records that one organisation came after another, in the stream of the one that it came after. */
export const recordSuccession = async (
  deps: Writing,
  { organisation, succession, ...request }: SuccessionRequest,
): Promise<SuccessionOutcome> => {
  const { id, predecessor = organisation, successor = organisation, ...told } = succession
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const after = await readLineage(deps, successor)
  if (after.events.length === 0) return { outcome: 'organisation-unknown', organisation: successor }
  const before = await readLineage(deps, predecessor)
  if (before.events.length === 0) return { outcome: 'organisation-unknown', organisation: predecessor }
  if (before.predecessors.some((earlier) => isAmong(successor, earlier)))
    return { outcome: 'succession-circle' }
  const outcome = await writeToOrganisation(
    deps,
    {
      organisation: predecessor,
      command: {
        command: 'SucceedOrganisation',
        id: id ?? EventId.parse(randomUUID()),
        data: { ...present(told), manner: told.manner, successor },
      },
      sent: { succession },
    },
    request,
  )
  const named = { ...outcome, predecessor, successor }
  if (outcome.outcome !== 'would-record') return named
  const would = withPredecessor(after, withEvents(before, outcome.events))
  return { ...named, effectOnSuccessor: effectToday(deps, after, would) }
}

const isAmong = (id: OrganisationId, lineage: LineageEvents): boolean =>
  lineage.id === id || lineage.predecessors.some((earlier) => isAmong(id, earlier))

const withPredecessor = (streams: LineageEvents, predecessor: LineageEvents): LineageEvents => ({
  ...streams,
  predecessors: [...streams.predecessors.filter(({ id }) => id !== predecessor.id), predecessor],
})
