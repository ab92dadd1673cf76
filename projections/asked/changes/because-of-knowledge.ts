import type { RecordedEvent } from '#domain/organisation/organisation-event.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import { knownEvents, type Knowledge } from '#domain/organisation/known-events.js'
import { isAmendmentEvent } from '#domain/steps/step-event.js'
import { isProfileEvent, type ProfileEvent } from '#domain/organisation/profile-event.js'
import { withSmallLetter } from '#domain/kernel/first-letter.js'
import type { Labels } from '#domain/kernel/labels.js'
import { assessOrganisation, type LineageEvents } from '#domain/trajectory/assess-organisation.js'
import { factSentence, factsOfLineage, type ToldFact } from '#projections/asked/trajectory/told-fact.js'
import type { Reason } from './changes-view.js'
import { differencesBetween } from './differences.js'
import { standpointOf, type Standpoint } from './standpoint.js'

export interface KnowledgeReasons {
  readonly because: readonly Reason[]
  readonly withoutEffect: number
}

/**
 * The events known at one moment and not at the other that made the difference: those of the steps that either answer
 * rests on, and what was told of the organisation's existence. They alone give the second answer; where they do not,
 * every event is named.
 */
export const becauseOfKnowledge = (
  streams: LineageEvents,
  [from, to]: readonly [Knowledge, Knowledge],
  before: Standpoint,
  after: Standpoint,
): KnowledgeReasons => {
  const gained = idsKnown(streams, to)
  const had = idsKnown(streams, from)
  const moved = eventsOf(streams).filter(({ event: { id } }) => gained.has(id) !== had.has(id))
  if (differencesBetween(before, after).length === 0) return { because: [], withoutEffect: moved.length }
  const facts = {
    before: factsOfLineage(before.assessed.lineage),
    after: factsOfLineage(after.assessed.lineage),
  }
  const cited = stepsCited([before, after], facts)
  const likely = moved.filter(({ event }) => bearsOn(event, cited, facts))
  const chosen = sufficient(streams, had, likely, before, after) ? likely : moved
  return {
    because: chosen.map(({ event, organisation }) =>
      reasonOf(event, organisation, { facts, learned: gained.has(event.id) }),
    ),
    withoutEffect: moved.length - chosen.length,
  }
}

interface TheirEvent {
  readonly organisation: OrganisationId
  readonly event: RecordedEvent
}

const eventsOf = ({ id, events, predecessors }: LineageEvents): readonly TheirEvent[] => [
  ...predecessors.flatMap(eventsOf),
  ...events.map((event) => ({ organisation: id, event })),
]

const idsKnown = (streams: LineageEvents, knowledge: Knowledge): ReadonlySet<string> =>
  new Set(
    eventsOf(streams).flatMap(({ event }) => (knownEvents([event], knowledge).length > 0 ? [event.id] : [])),
  )

interface Facts {
  readonly before: ReadonlyMap<string, ToldFact>
  readonly after: ReadonlyMap<string, ToldFact>
}

const stepsCited = (standpoints: readonly Standpoint[], { before, after }: Facts): ReadonlySet<string> =>
  new Set(
    standpoints
      .flatMap(({ answer }) => answer.events)
      .flatMap((id) => (before.get(id) ?? after.get(id))?.fact.fact.stepId ?? []),
  )

const bearsOn = (event: RecordedEvent, cited: ReadonlySet<string>, { before, after }: Facts): boolean => {
  if (isProfileEvent(event)) return boundsExistence.has(event.type)
  if (!isAmendmentEvent(event)) return cited.has(event.data.stepId)
  if (event.type === 'StepsLinked') return false // links say where a step came from, never what it counts for
  const { target } = event.data
  const told = before.get(target) ?? after.get(target)
  return told !== undefined && cited.has(told.fact.fact.stepId)
}

const boundsExistence: ReadonlySet<ProfileEvent['type']> = new Set([
  'OrganisationEnded',
  'OrganisationSucceeded',
  'OrganisationCorrected',
])

/** Whether what was known before, with these events alone known or unknown, gives the second answer. */
const sufficient = (
  streams: LineageEvents,
  had: ReadonlySet<string>,
  likely: readonly TheirEvent[],
  { named, asOf, assessed }: Standpoint,
  after: Standpoint,
): boolean => {
  const turned = new Set<string>(likely.map(({ event }) => event.id))
  const kept = (lineage: LineageEvents): LineageEvents => ({
    id: lineage.id,
    events: lineage.events.filter(({ id }) => had.has(id) !== turned.has(id)),
    predecessors: lineage.predecessors.map(kept),
  })
  const question = {
    asOf,
    knownAt: Number.POSITIVE_INFINITY,
    knownBy: 'recorded',
    horizon: assessed.trajectory.end,
  } as const
  const partly = standpointOf(assessOrganisation(kept(streams), named.model, question), named, asOf)
  return differencesBetween(partly, after).length === 0
}

interface Told {
  readonly facts: Facts
  /** False where the second moment knows less. */
  readonly learned: boolean
}

const reasonOf = (event: RecordedEvent, organisation: OrganisationId, told: Told): Reason => {
  const [type, events, sentence] = described(event, organisation, told)
  return {
    type,
    events: [...events],
    paths: [],
    days: [],
    sentence: told.learned
      ? sentence
      : {
          fr: `Pas encore connu : ${withSmallLetter(sentence.fr)}`,
          en: `Not known yet: ${withSmallLetter(sentence.en)}`,
        },
  }
}

const described = (
  event: RecordedEvent,
  organisation: OrganisationId,
  { facts, learned }: Told,
): readonly [Reason['type'], readonly string[], Labels] => {
  if (isProfileEvent(event)) {
    const { fr, en } = profileWords[event.type]
    return [
      'told-of-organisation',
      [event.id],
      { fr: `${fr} (${organisation}).`, en: `${en} (${organisation}).` },
    ]
  }
  const [earlier, later] = learned ? [facts.before, facts.after] : [facts.after, facts.before]
  if (!isAmendmentEvent(event)) {
    return ['recorded', [event.id], said({ fr: 'Consigné', en: 'Recorded' }, later.get(event.id))]
  }
  switch (event.type) {
    case 'StepsLinked':
      return ['recorded', [event.id], { fr: 'Un lien entre étapes.', en: 'A link between steps.' }]
    case 'StepRetracted': {
      const { target, reason } = event.data
      const retracted = said({ fr: 'Retiré', en: 'Taken back' }, later.get(target) ?? earlier.get(target))
      return ['retracted', [event.id, target], withReason(retracted, reason)]
    }
    case 'StepCorrected': {
      const { target, reason } = event.data
      const [was, is] = [earlier.get(target), later.get(target)]
      const corrected = said({ fr: 'Corrigé', en: 'Corrected' }, is, was)
      return ['corrected', [event.id, target], withReason(corrected, reason)]
    }
  }
}

const profileWords: Readonly<Record<ProfileEvent['type'], Labels>> = {
  OrganisationRegistered: { fr: 'L’organisation est enregistrée', en: 'The organisation is registered' },
  OrganisationRenamed: { fr: 'Un nouveau nom est consigné', en: 'A new name is recorded' },
  OrganisationIdentifierChanged: { fr: 'Un identifiant est consigné', en: 'An identifier is recorded' },
  OrganisationEnded: {
    fr: 'La fin de l’organisation est consignée',
    en: 'The end of the organisation is recorded',
  },
  OrganisationSucceeded: { fr: 'Une succession est consignée', en: 'A succession is recorded' },
  OrganisationCorrected: {
    fr: 'Ce qui est consigné de l’organisation est corrigé',
    en: 'What is recorded of the organisation is corrected',
  },
}

const said = (what: Labels, told: ToldFact | undefined, was?: ToldFact): Labels => {
  if (told === undefined) return { fr: `${what.fr}.`, en: `${what.en}.` }
  const [now, before] = [factSentence(told.fact), was === undefined ? undefined : factSentence(was.fact)]
  return before === undefined || before.fr === now.fr
    ? { fr: `${what.fr} : ${now.fr}.`, en: `${what.en}: ${now.en}.` }
    : {
        fr: `${what.fr} : ${now.fr} (on lisait : ${before.fr}).`,
        en: `${what.en}: ${now.en} (it read: ${before.en}).`,
      }
}

const withReason = ({ fr, en }: Labels, reason: string): Labels => ({
  fr: `${fr.slice(0, -1)} — motif : ${reason}.`,
  en: `${en.slice(0, -1)} — reason: ${reason}.`,
})
