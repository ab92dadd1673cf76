import { randomUUID } from 'node:crypto'
import { present } from '#domain/kernel/present.js'
import { EventId, type OrganisationId, type StepId } from '#domain/kernel/identifiers.js'
import type { OrganisationCommand } from '#domain/organisation/command.js'
import type { ConfirmationInput, CorrectionInput, LinksInput, RetractionInput } from './amendment-input.js'
import { findStep, type NoStep, type StepHolder } from './find-step.js'
import {
  writeToOrganisation,
  type WriteOutcome,
  type WriteRequest,
  type Writing,
} from '#src/handling/writing/write-organisation.js'

export type AmendmentOutcome =
  | (WriteOutcome & { readonly organisation: OrganisationId; readonly stepId: StepId })
  | NoStep
  /** Several organisations have this step on record, and it matters which of them says so. */
  | { readonly outcome: 'step-shared'; readonly organisations: readonly OrganisationId[] }

/** What is said of a step, and of which. */
export interface AmendmentRequest<Input> extends WriteRequest {
  readonly stepId: StepId
  readonly input: Input
}

/** Corrects one fact of a step, in the stream in which it was told. */
export const correctStep = (
  deps: Writing,
  request: AmendmentRequest<CorrectionInput>,
): Promise<AmendmentOutcome> => {
  const { id, ...data } = request.input
  return amend(deps, request, 'correction', {
    speaker: tellerOf(data.target),
    command: () => ({ command: 'CorrectFact', id: given(id), data }),
  })
}

/** Takes back one fact of a step, or one of its links. */
export const retractStep = (
  deps: Writing,
  request: AmendmentRequest<RetractionInput>,
): Promise<AmendmentOutcome> => {
  const { id, ...data } = request.input
  return amend(deps, request, 'retraction', {
    speaker: tellerOf(data.target),
    command: () => ({ command: 'RetractFact', id: given(id), data }),
  })
}

/** Records that a running or lasting step still stood on a day. */
export const confirmStep = (
  deps: Writing,
  request: AmendmentRequest<ConfirmationInput>,
): Promise<AmendmentOutcome> => {
  const { id, organisation, role, ...told } = request.input
  return amend(deps, request, 'confirmation', {
    speaker: only(organisation),
    command: (holders, speaker) => {
      const [first] = (holders.find((holder) => holder.organisation === speaker) ?? holders[0]).facts
      const fact = { ...present(told), stepId: request.stepId, role: role ?? first.fact.role }
      return {
        command: 'RecordFacts',
        facts: [{ id: given(id), kind: first.kind, stage: 'confirmed', fact }],
      }
    },
  })
}

/** Records out of which steps a step came. */
export const linkSteps = (
  deps: Writing,
  request: AmendmentRequest<LinksInput>,
): Promise<AmendmentOutcome> => {
  const { id, organisation, ...told } = request.input
  return amend(deps, request, 'links', {
    speaker: only(organisation),
    command: () => ({ command: 'LinkSteps', id: given(id), data: { ...told, stepId: request.stepId } }),
  })
}

type Holders = readonly [StepHolder, ...StepHolder[]]

interface Amendment {
  /** In whose stream it is told. */
  readonly speaker: (
    holders: Holders,
    step: StepId,
  ) => OrganisationId | Extract<AmendmentOutcome, { outcome: 'refused' | 'step-shared' }>
  readonly command: (holders: Holders, speaker: OrganisationId) => OrganisationCommand
}

const amend = async (
  deps: Writing,
  { stepId, input, ...request }: AmendmentRequest<unknown>,
  sort: 'correction' | 'retraction' | 'confirmation' | 'links',
  { speaker, command }: Amendment,
): Promise<AmendmentOutcome> => {
  const found = await findStep(deps, stepId)
  if (found.outcome !== 'found') return found
  const organisation = speaker(found.holders, stepId)
  if (typeof organisation !== 'string') return organisation
  const outcome = await writeToOrganisation(
    deps,
    { organisation, command: command(found.holders, organisation), sent: { [sort]: input, stepId } },
    request,
  )
  return { ...outcome, organisation, stepId }
}

/** Who told a fact, or a link, of this step. */
const tellerOf =
  (target: EventId): Amendment['speaker'] =>
  (holders, stepId) =>
    holders.find(
      ({ facts, history }) =>
        facts.some(({ id }) => id === target) ||
        history.links.some((link) => link.id === target && link.stepId === stepId),
    )?.organisation ?? {
      outcome: 'refused',
      refusal: { code: 'fact-unknown', target },
      organisation: holders[0].organisation,
      stepId,
    }

/** Who was named, else the one that has the step on record. */
const only =
  (named: OrganisationId | undefined): Amendment['speaker'] =>
  (holders) =>
    named ??
    (holders.length === 1
      ? holders[0].organisation
      : { outcome: 'step-shared', organisations: holders.map(({ organisation }) => organisation) })

const given = (id: EventId | undefined): EventId => id ?? EventId.parse(randomUUID())
