import type { ModelShelf } from '#src/handling/models/model-shelf.js'
import { z } from 'zod'
import type { Viewer } from '#domain/access/viewer.js'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog, Position } from '#domain/ports/event-log.js'
import { assessOrganisation } from '#domain/trajectory/assess-organisation.js'
import { describeTrajectory, type ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { questionOf, type Question } from '#domain/trajectory/question.js'
import { TrajectoryView } from '#projections/asked/trajectory/trajectory-view.js'
import {
  endOfRead,
  readLineage,
  type LineageReading,
  type ReadLineage,
} from '#src/handling/reading/read-lineage.js'
import type { RegistryReader } from '#src/handling/reading/projection-reader.js'

export interface TrajectoryReading extends LineageReading {
  readonly viewer: Viewer
  readonly log: Pick<EventLog, 'readStream' | 'head'>
  readonly clock: Clock
  readonly models: ModelShelf
  /** Knows who came before whom. */
  readonly registry: Pick<RegistryReader, 'hasSeen' | 'index'>
}

/** What callers ask; what they leave open is filled in. */
export type AskedTrajectory = Partial<Question> & { readonly model?: string }

/** The answer with what it was computed from: nothing behind `position` of the log was read. */
export const TrajectoryAnswer = TrajectoryView.extend({ position: z.int() })
export type TrajectoryAnswer = z.infer<typeof TrajectoryAnswer>

export type TrajectoryOutcome =
  | {
      readonly outcome: 'answered'
      readonly view: TrajectoryAnswer
      /** Where the streams ended that it was computed from, as `endOfLineage` writes it. */
      readonly end: string
      /** False while time alone makes known what is on record: an event was recorded by a clock that is ahead of this one. */
      readonly settled: boolean
    }
  | NoTrajectory

export type NoTrajectory =
  | { readonly outcome: 'organisation-unknown' }
  | { readonly outcome: 'model-unknown'; readonly known: readonly string[] }
  | { readonly outcome: 'horizon-too-early' }
  | { readonly outcome: 'not-seen-yet' }

/** Where an organisation stands, since when and on which evidence; computed from its events when asked, hence never stale. */
export const answerTrajectory = async (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: AskedTrajectory = {},
): Promise<TrajectoryOutcome> => {
  const prepared = prepareQuestion(deps, asked)
  if (prepared.outcome !== 'prepared') return prepared
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const { question, model } = prepared
  const streams = await readLineage(deps, id)
  if (streams.events.length === 0) return { outcome: 'organisation-unknown' }
  const view = describeTrajectory(assessOrganisation(streams, model.model, question), model, question)
  return {
    outcome: 'answered',
    view: { ...view, position: streams.position },
    end: endOfRead(streams),
    settled: asked.knownAt !== undefined || lastRecorded(streams) <= question.knownAt,
  }
}

export type PreparedQuestion =
  | { readonly outcome: 'prepared'; readonly question: Question; readonly model: ModelNamed }
  | Extract<NoTrajectory, { readonly outcome: 'model-unknown' | 'horizon-too-early' }>

/** The whole question, with the model that answers it. */
export const prepareQuestion = (
  { models, clock }: Pick<TrajectoryReading, 'models' | 'clock'>,
  asked: AskedTrajectory,
): PreparedQuestion => {
  const model = asked.model === undefined ? models.usual : models.find(asked.model)
  if (model === undefined) return { outcome: 'model-unknown', known: models.references }
  const question = questionOf(asked, clock())
  return question.horizon > question.asOf
    ? { outcome: 'prepared', question, model }
    : { outcome: 'horizon-too-early' }
}

/**
 * The end of the log, once the registry has seen it; undefined when it has not in time. A succession that was recorded
 * before the question was asked is part of the answer, and the registry tells of it.
 */
export const seenHead = async ({
  log,
  registry,
}: Pick<TrajectoryReading, 'log' | 'registry'>): Promise<Position | undefined> => {
  const head = await log.head()
  return (await registry.hasSeen(head)) ? head : undefined
}

const lastRecorded = ({ events, predecessors }: ReadLineage): number =>
  Math.max(events.at(-1)?.recordedAt ?? 0, ...predecessors.map(lastRecorded))
