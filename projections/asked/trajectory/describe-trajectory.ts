import { present } from '#domain/kernel/present.js'
import { answerAt, type Answer, type TrackAnswer } from '#domain/maturity/answer.js'
import type { Model } from '#domain/maturity/model/parse-model.js'
import type { Spell, Track } from '#domain/maturity/trajectory.js'
import { successionsOf } from '#domain/organisation/existence.js'
import { successionManners } from '#domain/organisation/profile-event.js'
import { nameOn } from '#domain/organisation/profile-on-record.js'
import type { Labels } from '#domain/kernel/labels.js'
import { daysOfFact } from '#domain/organisation/step-on-record.js'
import { day as dayOf, isoOfDay, type Day } from '#domain/time/day.js'
import type { AssessedOrganisation } from '#domain/trajectory/assess-organisation.js'
import { absenceBeforeRecording, absenceSentences } from './nothing-observed.js'
import type { Question } from '#domain/trajectory/question.js'
import { standingSentence, type NamedRank } from './standing-sentence.js'
import { storyOf } from './story.js'
import { factSentence, factsOfLineage, type ToldFact } from './told-fact.js'
import type {
  DimensionStanding,
  EvidenceFact,
  PositionStanding,
  SpellView,
  TrajectoryView,
} from './trajectory-view.js'
import { warningsOf } from './warnings.js'

/** A model as an answer names it. */
export interface ModelNamed {
  readonly model: Model
  readonly hash: string
  readonly labels: Labels
  readonly unobserved: { readonly position: Labels; readonly level: Labels }
}

/** The whole answer about one organisation: computed values with their sentences, and the facts that they rest on. */
export const describeTrajectory = (
  assessed: AssessedOrganisation,
  named: ModelNamed,
  question: Question,
): TrajectoryView => {
  const { lineage, trajectory } = assessed
  const { asOf } = question
  const facts = factsOfLineage(lineage)
  const answer = answerAt(trajectory, asOf)
  const lastDay = trajectory.existence.ends === undefined ? undefined : dayOf(trajectory.existence.ends - 1)
  const last = answer.period === 'ended' && lastDay !== undefined ? answerAt(trajectory, lastDay) : undefined
  const unrecorded = question.knownBy === 'recorded' && lineage.history.length === 0
  const describe = (one: Answer) =>
    positionStanding(assessed, named, one, unrecorded ? absenceBeforeRecording : absenceSentences)
  return {
    organisation: { id: lineage.id, name: nameOn(lineage.history, asOf) },
    asOf: isoOfDay(asOf),
    knownAt: new Date(question.knownAt).toISOString(),
    knownBy: question.knownBy,
    horizon: isoOfDay(question.horizon),
    model: { id: named.model.id, version: named.model.version, hash: named.hash, labels: named.labels },
    period: answer.period,
    standing: describe(answer),
    ...(last === undefined ? {} : { lastStanding: describe(last) }),
    dimensions: dimensionStandings(assessed, named, last ?? answer),
    evidence: evidenceFacts(assessed, facts, [...answer.events, ...(last?.events ?? [])]),
    story: [...storyOf(trajectory, facts, named.unobserved.position, asOf)],
    spells: {
      position: trajectory.position.spells.map(spellView),
      dimensions: trajectory.dimensions.map(({ dimension, spells }) => ({
        dimension,
        spells: spells.map(spellView),
      })),
    },
    predecessors: lineage.predecessors.map(({ id }) => id),
    successors: successionsOf(lineage.history).map(({ successor, manner, from }) => ({
      id: successor,
      manner,
      from: from === undefined ? null : isoOfDay(from.latest),
      labels: successionManners[manner],
    })),
    warnings: [...warningsOf(assessed, answer, question)],
  }
}

/** Where it stands by position on the day of an answer, in values and in one sentence. */
export const positionStanding = (
  { trajectory }: Pick<AssessedOrganisation, 'trajectory'>,
  named: ModelNamed,
  answer: Answer,
  absences: typeof absenceSentences = absenceSentences,
): PositionStanding => {
  const track = answer.position
  const summed = positionNamed(named.model, track.summary.rank)
  const held = positionNamed(named.model, track.summary.held)
  const codes = (ranks: readonly number[]) =>
    ranks.flatMap((rank) => named.model.positions[rank - 1]?.code ?? [])
  return {
    ...common(track, answer.day, trajectory.existence.ends),
    sentence: standingSentence(
      present({
        answer: track,
        summed,
        held,
        ...daysOfRank(trajectory.position, track),
        ends: trajectory.existence.ends,
        day: answer.day,
        unobserved: named.unobserved.position,
        because: answer.absence === undefined ? undefined : absences[answer.absence],
      }),
    ),
    position: summed === undefined ? null : { code: summed.code, labels: summed.labels },
    surely:
      held === undefined || held.rank === summed?.rank ? null : { code: held.code, labels: held.labels },
    positions: {
      certain: codes(track.ranks.certain),
      possible: codes(track.ranks.possible),
      unrefuted: codes(track.ranks.unrefuted),
      kept: codes(track.ranks.kept),
    },
    evidence: [...track.events],
  }
}

const dimensionStandings = (
  { trajectory }: AssessedOrganisation,
  { model, unobserved }: ModelNamed,
  answer: Answer,
): DimensionStanding[] =>
  answer.dimensions.flatMap((track, index) => {
    const dimension = model.dimensions[index]
    const evaluated = trajectory.dimensions[index]
    if (dimension === undefined || evaluated === undefined) return []
    const levelNamed = (rank: number): NamedRank | undefined => {
      const level = dimension.levels[rank - 1]
      return level === undefined ? undefined : { rank, code: level.code, labels: level.labels }
    }
    const [summed, held] = [levelNamed(track.summary.rank), levelNamed(track.summary.held)]
    return [
      {
        ...common(track, answer.day, trajectory.existence.ends),
        sentence: standingSentence(
          present({
            answer: track,
            summed,
            held,
            ...daysOfRank(evaluated, track),
            ends: trajectory.existence.ends,
            day: answer.day,
            unobserved: unobserved.level,
          }),
        ),
        dimension: { code: dimension.code, labels: dimension.labels },
        level: track.summary.rank,
        levelLabels: summed?.labels ?? unobserved.level,
        surely: track.summary.held,
        evidence: [...track.events],
      },
    ]
  })

const common = ({ summary, since, until, holding }: TrackAnswer, day: Day, ended: Day | undefined) => {
  const ends = ended !== undefined && ended > day ? ended : undefined
  const stands = summary.state === 'held' ? holding.certain : holding.possible
  return {
    state: summary.state,
    since: isoOfDay(since),
    until: isoOrNull(before(until, ends)),
    holdsUntil: isoOrNull(before(stands?.end ?? null, ends)),
  }
}

/** Of a day of its life nothing is said of what lies behind the organisation's end; a day behind it lies within its own answer. */
const before = (day: Day | null, ends: Day | undefined): Day | null =>
  ends !== undefined && (day === null || day > ends) ? ends : day

const isoOrNull = (day: Day | null): string | null => (day === null ? null : isoOfDay(day))

const daysOfRank = ({ ranked }: Track, { summary }: TrackAnswer) => {
  const sets = ranked[summary.rank - 1]?.sets
  return { certain: sets?.certain ?? [], fresh: sets?.possible ?? [] }
}

const positionNamed = ({ positions }: Model, rank: number): NamedRank | undefined => {
  const position = positions[rank - 1]
  return position === undefined ? undefined : { rank, code: position.code, labels: position.labels }
}

/** The facts behind an answer in the order in which they happened; amendments stand on the facts that they amend. */
export const evidenceFacts = (
  { lineage }: AssessedOrganisation,
  facts: ReadonlyMap<string, ToldFact>,
  events: readonly string[],
): EvidenceFact[] =>
  [...new Set(events)]
    .flatMap((id) => facts.get(id) ?? [])
    .map(({ organisation, fact }) => ({ organisation, fact, range: daysOfFact(fact) }))
    .sort((one, other) => one.range.earliest - other.range.earliest || one.fact.order - other.fact.order)
    .map(({ organisation, fact: { id, kind, stage, fact, ...rest }, range }) => ({
      eventId: id,
      stepId: fact.stepId,
      organisation,
      inherited: organisation !== lineage.id,
      kind,
      stage,
      earliest: isoOfDay(range.earliest),
      latest: isoOfDay(range.latest),
      sentence: factSentence({ id, kind, stage, fact, ...rest }),
      ...present({
        title: fact.title,
        occurred: fact.occurred,
        within: fact.within,
        statedOn: fact.statedOn,
        source: fact.source?.reference,
      }),
    }))

/** A first evidence, or a succession, only ever begins a spell. */
const endOfSpell = {
  flip: 'turn',
  'first-evidence': 'turn',
  'existence-begins': 'turn',
  horizon: 'horizon',
  succession: 'succession',
  end: 'end',
} as const satisfies Readonly<Record<Spell['ends']['type'], SpellView['ends']>>

const spellView = ({ begin, end, ends, summary, ranks }: Spell): SpellView => ({
  begin: isoOfDay(begin),
  end: isoOfDay(end),
  ends: endOfSpell[ends.type],
  state: summary.state,
  certain: [...ranks.certain],
  possible: [...ranks.possible],
  unrefuted: [...ranks.unrefuted],
  kept: [...ranks.kept],
})
