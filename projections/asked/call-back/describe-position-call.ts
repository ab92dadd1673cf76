import { present } from '#domain/kernel/present.js'
import type { EventId, StepId } from '#domain/kernel/identifiers.js'
import { heldSteps } from '#domain/evidence/held-steps.js'
import { answerAt } from '#domain/maturity/answer.js'
import type { Evaluated } from '#domain/maturity/evaluation/evaluate.js'
import type { NewFact } from '#domain/organisation/command.js'
import { nameOn } from '#domain/organisation/profile-on-record.js'
import { daysOfFact, ends, isOfPlan, type StepOnRecord } from '#domain/organisation/step-on-record.js'
import { kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import { day as dayOf, type Day } from '#domain/time/day.js'
import { evidenceNoun } from '#projections/asked/explanation/evidence-noun.js'
import { missingOf } from '#projections/asked/explanation/missing.js'
import {
  factsOf,
  heritageOf,
  isStanding,
  lastNewsBy,
  type OnRecord,
  type Piece,
} from '#projections/asked/explanation/pieces.js'
import { unsettledIn } from '#projections/asked/explanation/unsettled-tree.js'
import {
  assessOrganisation,
  type AssessedOrganisation,
  type LineageEvents,
} from '#domain/trajectory/assess-organisation.js'
import { positionStanding, type ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { factSentence, factsOfLineage, stepName } from '#projections/asked/trajectory/told-fact.js'
import type { PositionStanding } from '#projections/asked/trajectory/trajectory-view.js'
import { ALL_KNOWN, groundOf, suppose, withEvents } from '#projections/asked/what-if/suppose.js'
import type { StepToAskAbout } from './call-backs-view.js'
import {
  ifConfirmed,
  ifSomethingNewer,
  missingSentences,
  questionsAbout,
  type AskedAbout,
  type CallSentences,
} from './call-sentences.js'
import { stalePiecesIn } from './stale-pieces.js'

/** What to say of where an organisation stands, and the steps to ask it about. */
export interface PositionCallTold extends CallSentences {
  readonly steps: readonly StepToAskAbout[]
}

/** What the calls about positions are computed from: one organisation's streams, a model, and today. */
export interface PositionCallAsked {
  readonly streams: LineageEvents
  readonly named: ModelNamed
  readonly today: Day
}

/**
 * Tells what to ask an organisation whose position is to be confirmed, now or from `staleOn` on. What it would settle is
 * computed: the position, had all that can be confirmed been confirmed today.
 */
export const describeStaleCall = (asked: PositionCallAsked, staleOn: Day): PositionCallTold => {
  const matter = matterOf(asked)
  const { assessed, record, standing } = matter
  const evaluated = evaluatedOn(assessed, staleOn)
  const stale =
    evaluated === undefined ? [] : stalePiecesIn(evaluated, staleOn, assessed.trajectory.leafEvidence)
  const helping = stale.filter(({ contrary }) => !contrary).map(({ piece }) => piece)
  const open = helping.filter((piece) => isStanding(piece) && isOpen(matter, piece.stepId))
  const about = (pieces: readonly Piece[]) => pieces.map((piece) => askedAbout(piece, record, staleOn))
  const after = ifAllConfirmed(asked, matter, open)
  const confirmable = after === undefined ? [] : open
  return {
    why: standing.sentence,
    ask: questionsAbout({
      standing: about(confirmable),
      happened: about(latestFirst(helping.filter((piece) => !confirmable.includes(piece)))),
      contrary: about(stale.filter(({ contrary }) => contrary).map(({ piece }) => piece)),
    }),
    settles: after === undefined ? ifSomethingNewer(positionOf(standing)) : ifConfirmed(after),
    steps: stepsAsked(
      stale.map(({ piece }) => piece),
      confirmable,
      matter,
    ),
  }
}

/** Tells which dates, figures or news are missing where a position is only «perhaps» held. */
export const describeUnsettledCall = (asked: PositionCallAsked): PositionCallTold => {
  const matter = matterOf(asked)
  const { assessed, record, standing } = matter
  const evaluated = evaluatedOn(assessed, asked.today)
  const pair = standing.state === 'possible' ? 'fresh' : 'lasting'
  const unsettled =
    evaluated === undefined ? [] : unsettledIn(evaluated, pair, asked.today, assessed.trajectory.leafEvidence)
  const pieces = [...new Map(unsettled.map(({ piece }) => [piece.stepId, piece])).values()]
  const open = unsettled
    .filter(({ what }) => what === 'continuation')
    .map(({ piece }) => piece)
    .filter((piece) => isOpen(matter, piece.stepId))
  return {
    why: standing.sentence,
    ...missingSentences(
      unsettled.map((one) => missingOf(one, record).sentence),
      positionOf(standing),
    ),
    steps: stepsAsked(pieces, open, matter),
  }
}

interface Matter {
  readonly assessed: AssessedOrganisation
  readonly record: OnRecord
  readonly standing: PositionStanding
  readonly steps: ReadonlyMap<StepId, StepOnRecord>
}

const matterOf = ({ streams, named, today }: PositionCallAsked): Matter => {
  const known = assessedOn(streams, named, today)
  const { lineage, trajectory } = known
  return {
    assessed: known,
    record: {
      evidence: trajectory.evidence,
      facts: factsOfLineage(lineage),
      names: namesOf(lineage, today),
    },
    standing: positionStanding(known, named, answerAt(trajectory, today)),
    steps: new Map(heldSteps(lineage).map(({ step }) => [step.stepId, step])),
  }
}

const namesOf = (
  { id, history, predecessors }: AssessedOrganisation['lineage'],
  day: Day,
): OnRecord['names'] =>
  new Map([[id, nameOn(history, day)], ...predecessors.flatMap((one) => [...namesOf(one, day)])])

/** The criterion of the highest position that nothing refutes on a day. */
const evaluatedOn = ({ trajectory: { position } }: AssessedOrganisation, day: Day): Evaluated | undefined =>
  position.ranked.findLast(({ sets }) =>
    sets.unrefuted.some(({ begin, end }) => begin <= day && (end === null || day < end)),
  )

/** Whether «still true» can be said of a step: it lasts or runs, began, and nothing tells its end. */
const isOpen = ({ steps }: Matter, stepId: StepId): boolean => {
  const step = steps.get(stepId)
  return (
    step !== undefined &&
    kindOf(step.kind).shape !== 'punctual' &&
    step.facts.some((fact) => !isOfPlan(fact)) &&
    !step.facts.some(({ stage }) => ends.some((end) => end === stage))
  )
}

/** Where it would stand today, had these been confirmed; undefined where none can be. */
const ifAllConfirmed = (
  { streams, named, today }: PositionCallAsked,
  { steps }: Matter,
  pieces: readonly Piece[],
): PositionStanding | undefined => {
  const facts = pieces.flatMap(({ stepId }, place): readonly NewFact[] => {
    const step = steps.get(stepId)
    if (step === undefined) return []
    const { role } = step.facts[0].fact
    return [{ id: supposedId(place), kind: step.kind, stage: 'confirmed', fact: { stepId, role } }]
  })
  if (facts.length === 0) return undefined
  const supposed = suppose(groundOf(streams), facts, today)
  if (!supposed.supposed) return undefined
  const after = assessedOn(withEvents(streams, supposed.events), named, today)
  return positionStanding(after, named, answerAt(after.trajectory, today))
}

/** The next day is horizon enough: it cuts only what is shown. */
const assessedOn = (streams: LineageEvents, { model }: ModelNamed, today: Day): AssessedOrganisation =>
  assessOrganisation(
    streams,
    model,
    { ...ALL_KNOWN, asOf: today, horizon: dayAfter(today) },
    { causes: false },
  )

const dayAfter = (today: Day): Day => dayOf(today + 1)

/** Recorded nowhere: it only tells suppositions apart. */
const supposedId = (place: number): EventId =>
  `00000000-0000-4000-9000-${String(place).padStart(12, '0')}` as EventId // of the form of a UUID

const positionOf = ({ position }: PositionStanding): Labels => position?.labels ?? { fr: '—', en: '—' }

const latestFirst = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.toSorted((one, other) => latestDay(other) - latestDay(one))

const latestDay = (piece: Piece): number =>
  isStanding(piece) ? (piece.end ?? piece.begin).latest : piece.range.latest

/** A piece of evidence by the fact that opened it: «laboratoire d’innovation « Le Lab », ouvert en mars 2015». */
const askedAbout = (piece: Piece, record: OnRecord, day: Day): AskedAbout => {
  const facts = factsOf(piece, record).toSorted(
    (one, other) => daysOfFact(one).earliest - daysOfFact(other).earliest,
  )
  const opening = isStanding(piece)
    ? (facts.find((fact) => !isOfPlan(fact)) ?? facts.find(({ stage }) => stage === 'planned'))
    : facts.at(-1)
  return present({
    told: opening === undefined ? evidenceNoun(piece.kind).one : factSentence(opening),
    heritage: heritageOf(piece, record),
    heard: isStanding(piece) ? lastNewsBy(piece, day) : undefined,
  })
}

const stepsAsked = (
  pieces: readonly Piece[],
  confirmable: readonly Piece[],
  { steps }: Matter,
): readonly StepToAskAbout[] =>
  pieces.flatMap(({ stepId }) => {
    const step = steps.get(stepId)
    if (step === undefined) return []
    const title = step.facts.find(({ fact }) => fact.title !== undefined)?.fact.title
    return [
      {
        stepId,
        kind: step.kind,
        name: stepName(step.kind, title === undefined ? {} : { title }),
        confirmable: confirmable.some((piece) => piece.stepId === stepId),
      },
    ]
  })
