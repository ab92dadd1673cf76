import { randomUUID } from 'node:crypto'
import type { ProposedEvent } from './log-record.js'

/** What the double heeds of a stream's metadata: up to where it is hidden, and how many of its events are shown. */
export interface StreamMetadata {
  /** The first revision that is shown; `max` hides the whole stream, which is then softly deleted. */
  readonly $tb?: number | 'max'
  readonly $maxCount?: number
}

/** Written into the text, since no JavaScript number is that one exactly. */
const deletedBefore = '9223372036854775807'

export const isSoftDeleted = ({ $tb }: StreamMetadata): boolean => $tb === 'max'

export const readStreamMetadata = (data: Uint8Array | undefined): StreamMetadata => {
  if (data === undefined || data.length === 0) return {}
  const { $tb, ...others } = JSON.parse(Buffer.from(data).toString('utf8')) as {
    $tb?: number
    $maxCount?: number
  }
  if ($tb === undefined) return others
  return { ...others, $tb: $tb > Number.MAX_SAFE_INTEGER ? 'max' : $tb }
}

/** The event that gives a stream its metadata. */
export const metadataEvent = ({ $tb, $maxCount }: StreamMetadata): ProposedEvent => {
  const fields = [
    ...($tb === undefined ? [] : [`"$tb":${$tb === 'max' ? deletedBefore : $tb}`]),
    ...($maxCount === undefined ? [] : [`"$maxCount":${$maxCount}`]),
  ]
  return {
    id: randomUUID(),
    type: '$metadata',
    contentType: 'application/json',
    data: Buffer.from(`{${fields.join(',')}}`, 'utf8'),
    metadata: new Uint8Array(),
  }
}
