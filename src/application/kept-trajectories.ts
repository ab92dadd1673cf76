import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { OrganisationId } from '#domain/identifiers/identifiers.js'
import { parisDayOf } from '#domain/time/paris-day.js'
import {
  answerTrajectory,
  knowsPredecessors,
  prepareQuestion,
  type AskedTrajectory,
  type NoTrajectory,
  type PreparedQuestion,
  type TrajectoryReading,
} from './answer-trajectory.js'
import { endOfLineage } from './read-lineage.js'

/** An answer as it is sent: its JSON text in UTF-8, and a strong ETag of that text. */
export interface TrajectoryText {
  readonly outcome: 'answered'
  readonly json: Buffer
  readonly etag: string
}

interface Kept extends TrajectoryText {
  /** Where the streams ended that it was computed from. */
  readonly end: string
}

/** Some 1500 answers of 20 KB. */
const MOST_BYTES = 32 * 1024 * 1024

export type TrajectoryTexts = (
  id: OrganisationId,
  asked: AskedTrajectory,
) => Promise<TrajectoryText | NoTrajectory>

/**
 * Answers with texts, and keeps those that were asked last. What is kept is a baseline only: for every question the ends
 * of all streams that it rests on are read, and one event more makes the answer anew. Of a question that leaves open
 * when it was known, the kept answer says the moment of that day at which it was computed; nothing was recorded since.
 */
export const keepTrajectories = (deps: TrajectoryReading): TrajectoryTexts => {
  const texts = new LRUCache<string, Kept>({
    maxSize: MOST_BYTES,
    sizeCalculation: ({ json }) => json.byteLength,
  })
  return async (id, asked) => {
    const prepared = prepareQuestion(deps, asked)
    if (prepared.outcome !== 'prepared') return prepared
    if (!(await knowsPredecessors(deps))) return { outcome: 'not-seen-yet' }
    const key = keyOf(id, asked, prepared)
    const kept = texts.get(key)
    if (kept !== undefined) {
      if (kept.end === (await endOfLineage(deps, id))) return kept
      texts.delete(key)
    }
    const answer = await answerTrajectory(deps, id, asked)
    if (answer.outcome !== 'answered') return answer
    const json = Buffer.from(JSON.stringify(answer.view), 'utf8')
    const text = { outcome: 'answered', json, etag: etagOf(json), end: answer.end } as const
    if (answer.settled) texts.set(key, text)
    return text
  }
}

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
