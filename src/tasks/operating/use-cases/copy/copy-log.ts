import { setTimeout as pause } from 'node:timers/promises'
import { match } from 'ts-pattern'
import type { AppendOutcome, EventLog, LogId, Position, Revision } from '#domain/ports/event-log.js'
import { appendsOf, type CopyingAppend } from './appends-of.js'
import { compareLogs, placeOf, type Comparison, type Difference, type Place } from './compare-logs.js'
import { markedEvents, type MarkedEvent } from './marked-events.js'

/** How far a copy has come; positions are the source's. */
export interface CopyProgress {
  readonly phase: 'comparing' | 'copying' | 'verifying'
  readonly position: Position
  readonly head: Position
}

export interface CopyRequest {
  readonly from: EventLog
  readonly to: EventLog
  readonly onProgress: (progress: CopyProgress) => void
  /** Aborted when the copy has to stop: between two appends, so that it can go on later. */
  readonly ending: AbortSignal
  /** Waits so many milliseconds for a target that is busy. */
  readonly wait?: (milliseconds: number) => Promise<unknown>
}

export interface Copied {
  /** Events that the target had from an earlier copy. */
  readonly alreadyThere: number
  readonly added: number
  /** Command marks, old and new. */
  readonly commands: number
  readonly source: { readonly log: LogId; readonly head: Position }
  readonly target: { readonly log: LogId; readonly head: Position }
}

/**
 * Every end of a copy. Whatever it is, the target holds a beginning of the source and nothing else, unless
 * `target-differs` or `target-moved` say what else it holds; asked again, the copy goes on from there.
 */
export type CopyOutcome =
  /** Every event and command mark was compared afterwards, and is the same. */
  | ({ readonly outcome: 'copied' } & Copied)
  /** The same, but meanwhile the source was written to. */
  | ({ readonly outcome: 'source-moved-on' } & Copied)
  | { readonly outcome: 'same-log' }
  | { readonly outcome: 'target-differs'; readonly difference: Difference }
  /** The target holds events behind all those of the source. */
  | { readonly outcome: 'target-goes-on'; readonly next: Place }
  /** Somebody else writes to the target. */
  | { readonly outcome: 'target-moved'; readonly added: number; readonly at: Place }
  | { readonly outcome: 'interrupted' | 'busy' | 'disk-full'; readonly added: number }

/**
 * Copies a log into another one, whatever their engines: first what the target holds is compared with the beginning of
 * the source, then the rest is appended in the source's order, then everything is read again from both and compared.
 * Nothing is kept besides the target itself, so an interrupted copy goes on where it was, and never doubles.
 *
 * One append after the other, since only that keeps the order whatever happens on the way. Positions are not copied:
 * they are the target's own.
 */
export const copyLog = async (request: CopyRequest): Promise<CopyOutcome> => {
  const { from, to } = request
  const log = { source: await from.identity(), target: await to.identity() }
  if (log.source === log.target) return { outcome: 'same-log' }
  const head = await from.head()
  const source = markedEvents(from, head)
  const there = await walk(request, 'comparing', source, head)
  if (there.found !== 'same' && there.found !== 'source-goes-on') return refusalOf(there, 0)
  const written = there.found === 'same' ? 0 : await copyRest(request, there.next, source, head)
  if (typeof written !== 'number') return written
  const verified = await walk(request, 'verifying', markedEvents(from, head), head)
  if (verified.found !== 'same') return refusalOf(verified, written)
  return {
    outcome: (await from.head()) > head ? 'source-moved-on' : 'copied',
    alreadyThere: there.events,
    added: written,
    commands: verified.commands,
    source: { log: log.source, head },
    target: { log: log.target, head: await to.head() },
  }
}

const walk = async (
  { to, onProgress, ending }: CopyRequest,
  phase: CopyProgress['phase'],
  source: AsyncIterator<MarkedEvent>,
  head: Position,
): Promise<Comparison> =>
  compareLogs(source, markedEvents(to, await to.head()), ({ position }) => {
    onProgress({ phase, position, head })
    return !ending.aborted
  })

/** Why two logs that should be one are not; a source that goes on at the end was cut off by a target that lost events. */
const refusalOf = (comparison: Exclude<Comparison, { found: 'same' }>, added: number): CopyOutcome =>
  match(comparison)
    .with({ found: 'difference' }, ({ difference }) => ({ outcome: 'target-differs', difference }) as const)
    .with(
      { found: 'target-goes-on' },
      ({ next }) => ({ outcome: 'target-goes-on', next: placeOf(next.event) }) as const,
    )
    .with(
      { found: 'source-goes-on' },
      ({ next }) => ({ outcome: 'target-moved', added, at: placeOf(next.event) }) as const,
    )
    .with({ found: 'interrupted' }, () => ({ outcome: 'interrupted', added }) as const)
    .exhaustive()

/** Appends what the target lacks; gives the number of events, or why it stopped. */
const copyRest = async (
  { to, onProgress, ending, wait = pause }: CopyRequest,
  next: MarkedEvent,
  rest: AsyncGenerator<MarkedEvent>,
  head: Position,
): Promise<number | CopyOutcome> => {
  let added = 0
  for await (const append of appendsOf(beginningWith(next, rest))) {
    if (ending.aborted) return { outcome: 'interrupted', added }
    const written = await write(to, append, wait)
    if (written === 'moved') return { outcome: 'target-moved', added, at: placeOf(append.events[0]) }
    if (written !== 'written') return { outcome: written, added }
    added += append.events.length
    onProgress({ phase: 'copying', position: append.events.at(-1)?.position ?? head, head })
  }
  return added
}

async function* beginningWith(
  first: MarkedEvent,
  rest: AsyncGenerator<MarkedEvent>,
): AsyncGenerator<MarkedEvent> {
  yield first
  yield* rest
}

/** In milliseconds; a target that is busy for a minute has to be looked at by a person. */
const WAITS = [50, 100, 200, 400, 800, 1_500, 3_000, 6_000, 12_000, 36_000] as const

const write = async (
  to: EventLog,
  { request, events: [{ revision }] }: CopyingAppend,
  wait: NonNullable<CopyRequest['wait']>,
): Promise<'written' | 'moved' | 'busy' | 'disk-full'> => {
  for (const milliseconds of [...WAITS, undefined]) {
    const outcome = await to.append(request)
    if (outcome.outcome !== 'busy') return writtenBy(outcome, revision)
    if (milliseconds !== undefined) await wait(milliseconds)
  }
  return 'busy'
}

/** `repeated` where it was to stand: an answer was lost on the way, and the append was tried again. */
const writtenBy = (
  outcome: Exclude<AppendOutcome, { outcome: 'busy' }>,
  revision: Revision,
): 'written' | 'moved' | 'disk-full' =>
  match(outcome)
    .with({ outcome: 'appended' }, { outcome: 'repeated' }, ({ firstRevision }) =>
      firstRevision === revision ? ('written' as const) : ('moved' as const),
    )
    .with({ outcome: 'conflict' }, { outcome: 'command-reused' }, () => 'moved' as const)
    .with({ outcome: 'disk-full' }, () => 'disk-full' as const)
    .exhaustive()
