import { match } from 'ts-pattern'
import { patchBetween, sameContent } from '#domain/kernel/merge-patch.js'
import type { DecidedEvent, RecordedEvent } from './organisation-event.js'
import type { ActorId, OrganisationId } from '#domain/kernel/identifiers.js'
import { personalDataIn } from '#domain/steps/personal-data.js'
import type { Circumstances, OrganisationCommand } from './command.js'
import {
  decideCorrection,
  decideLinks,
  decideProfileCorrection,
  decideRetraction,
} from './decide-amendments.js'
import { decideFact } from './decide-facts.js'
import { accepted, nothingToAdd, refused, type Decision } from './decision.js'
import { continued, type OrganisationHistory, type ProfileFact } from './history.js'
import { freeTextsOfProfile } from './profile.js'

/**
 * Decides on one command for one organisation: the events to record, none where all is on record already, or a refusal.
 * Pure: the same state, command and circumstances give the same decision.
 */
export const decide = (
  organisation: OrganisationId,
  state: OrganisationHistory,
  command: OrganisationCommand,
  circumstances: Circumstances,
): Decision => {
  if (state.profile.length === 0 && command.command !== 'RegisterOrganisation') {
    return refused({ code: 'organisation-unknown' })
  }
  return match(command)
    .with({ command: 'RegisterOrganisation' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationRegistered', id, data }),
    )
    .with({ command: 'RenameOrganisation' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationRenamed', id, data }),
    )
    .with({ command: 'ChangeIdentifier' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationIdentifierChanged', id, data }),
    )
    .with({ command: 'EndOrganisation' }, ({ id, data }) =>
      decideProfile(state, { type: 'OrganisationEnded', id, data }),
    )
    .with({ command: 'SucceedOrganisation' }, ({ id, data }) =>
      data.successor === organisation
        ? refused({ code: 'successor-of-itself', successor: data.successor })
        : decideProfile(state, { type: 'OrganisationSucceeded', id, data }),
    )
    .with({ command: 'CorrectOrganisation' }, (correction) =>
      decideProfileCorrection(organisation, state, correction),
    )
    .with({ command: 'RecordFacts' }, ({ facts }) => decideFacts(state, facts, circumstances))
    .with({ command: 'CorrectFact' }, (correction) => decideCorrection(state, correction, circumstances))
    .with({ command: 'RetractFact' }, (retraction) => decideRetraction(state, retraction))
    .with({ command: 'LinkSteps' }, (links) => decideLinks(state, links, circumstances))
    .exhaustive()
}

type ToldOfProfile = ProfileFact['event'] & Pick<ProfileFact, 'id'>

/**
 * The same content under another id is already on record as well: a name given twice is one name. One organisation comes
 * after another once: with another date or manner it is that succession, told otherwise.
 */
const decideProfile = (state: OrganisationHistory, told: ToldOfProfile): Decision => {
  const { id, ...event } = told
  const known =
    state.profile.find((fact) => fact.id === id) ??
    (event.type === 'OrganisationRegistered' ? state.profile[0] : undefined) ??
    (event.type === 'OrganisationSucceeded' ? successionBy(event.data.successor, state) : undefined) ??
    state.profile.find((fact) => sameContent(fact.event, event))
  if (known === undefined) {
    if (state.ids.has(id)) return refused({ code: 'identity-taken', id })
    const refusal = personalDataIn(freeTextsOfProfile(event.data))
    return refusal === undefined ? accepted(told) : refused(refusal)
  }
  if (sameContent(known.event, event) || sameContent(known.told, event)) return nothingToAdd
  if (known.event.type !== event.type) return refused({ code: 'identity-taken', id })
  const changes = patchBetween(known.event.data, event.data)
  return refused({ code: 'content-differs', target: known.id, changes })
}

const successionBy = (successor: OrganisationId, { profile }: OrganisationHistory): ProfileFact | undefined =>
  profile.find(({ event }) => event.type === 'OrganisationSucceeded' && event.data.successor === successor)

/** Each fact is decided on what the ones before it leave; one refusal refuses all. */
const decideFacts = (
  state: OrganisationHistory,
  facts: Extract<OrganisationCommand, { command: 'RecordFacts' }>['facts'],
  circumstances: Circumstances,
): Decision => {
  const events: DecidedEvent[] = []
  let current = state
  for (const fact of facts) {
    const decision = decideFact(current, fact, circumstances)
    if (!decision.decided) return decision
    events.push(...decision.events)
    current = continued(current, decision.events.map(asIfRecorded(circumstances)))
  }
  return accepted(...events)
}

/** Within one decision an event counts as recorded at noon of the day: only the day matters to the rules. */
const asIfRecorded =
  ({ today }: Circumstances) =>
  (event: DecidedEvent): RecordedEvent => ({
    ...event,
    recordedAt: (today + 0.5) * 86_400_000,
    actor: 'system:decision' as ActorId,
  })
