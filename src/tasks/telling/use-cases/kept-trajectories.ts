import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Position } from '#domain/ports/event-log.js'
import { parisDayOf } from '#domain/time/day.js'
import type { RegistryIndex } from '#projections/kept/registry/registry-index.js'
import {
  answerTrajectory,
  prepareQuestion,
  seenHead,
  type AskedTrajectory,
  type NoTrajectory,
  type PreparedQuestion,
  type TrajectoryReading,
} from '#src/handling/asking/answer-trajectory.js'
import { endOfLineage } from '#src/handling/reading/read-lineage.js'

/** An answer as it is sent: its JSON text in UTF-8, and a strong ETag of that text. */
export interface TrajectoryText {
  readonly outcome: 'answered'
  readonly json: Buffer
  readonly etag: string
}

interface Kept {
  readonly text: TrajectoryText
  /** Where the streams ended that it was computed from. */
  readonly end: string
  /** The whole log and the registry when this was last looked at: as long as both are the same, so is the end. */
  world: World
}

interface World {
  readonly head: Position
  readonly registry: RegistryIndex
}

/** Some 1500 answers of 20 KB. */
const MOST_BYTES = 32 * 1024 * 1024

export type TrajectoryTexts = (
  deps: TrajectoryReading,
  id: OrganisationId,
  asked: AskedTrajectory,
) => Promise<TrajectoryText | NoTrajectory>

/**
 * Answers with texts, and keeps those that were asked last. What is kept is a baseline only: every question reads the end
 * of the log and, where that has moved, the ends of all streams that it rests on; one event more there makes the answer
 * anew. Of a question that leaves open
 * when it was known, the kept answer says the moment of that day at which it was computed; nothing was recorded since.
 */
export const keepTrajectories = (): TrajectoryTexts => {
  const texts = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ text }) => text.json.byteLength,
  })
  return async (deps, id, asked) => {
    const prepared = prepareQuestion(deps, asked)
    if (prepared.outcome !== 'prepared') return prepared
    const head = await seenHead(deps)
    if (head === undefined) return { outcome: 'not-seen-yet' }
    const world: World = { head, registry: deps.registry.index() }
    const key = keyOf(id, asked, prepared)
    const kept = texts.get(key)
    if (kept !== undefined && (isSame(kept.world, world) || kept.end === (await endOfLineage(deps, id)))) {
      kept.world = world
      return kept.text
    }
    const answer = await answerTrajectory(deps, id, asked)
    if (answer.outcome !== 'answered') return answer
    const json = Buffer.from(JSON.stringify(answer.view), 'utf8')
    const text = { outcome: 'answered', json, etag: etagOf(json) } as const
    if (answer.settled) texts.set(key, { text, end: answer.end, world })
    return text
  }
}

const isSame = (one: World, other: World): boolean =>
  one.head === other.head && one.registry === other.registry

type Prepared = Extract<PreparedQuestion, { readonly outcome: 'prepared' }>

/** Everything that the answer depends on, but for the events. */
const keyOf = (id: OrganisationId, asked: AskedTrajectory, { question, model }: Prepared): string =>
  [
    id,
    model.hash,
    question.asOf,
    asked.knownAt ?? `day ${parisDayOf(question.knownAt)}`,
    question.knownBy,
    question.horizon,
  ].join(' ')

const etagOf = (json: Buffer): string =>
  `"${createHash('sha256').update(json).digest('base64url').slice(0, 27)}"`
