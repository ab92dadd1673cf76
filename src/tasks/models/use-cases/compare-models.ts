import { setImmediate } from 'node:timers/promises'
import type { Viewer } from '#domain/access/viewer.js'
import type { Clock } from '#domain/ports/clock.js'
import type { EventLog } from '#domain/ports/event-log.js'
import type { ModelComparison } from '#projections/asked/model-comparison/comparison-view.js'
import { createComparing } from '#projections/asked/model-comparison/describe-comparison.js'
import type { ModelNamed } from '#projections/asked/trajectory/describe-trajectory.js'
import { questionOf, type Question } from '#domain/trajectory/question.js'
import { seenHead } from '#src/handling/asking/answer-trajectory.js'
import type { FullShelf } from '#src/handling/models/model-shelf.js'
import { readLineage, type LineageReading } from '#src/handling/reading/read-lineage.js'
import type { RegistryReader } from '#src/handling/reading/projection-reader.js'
import { checkModelText } from './check-model.js'
import type { ModelCheck } from './model-check.js'

export interface ModelComparing extends LineageReading {
  readonly viewer: Viewer
  readonly clock: Clock
  readonly models: Pick<FullShelf, 'find' | 'references'>
  readonly log: Pick<EventLog, 'readStream' | 'head'>
  readonly registry: Pick<RegistryReader, 'hasSeen' | 'index'>
}

/** A model on the shelf by its reference, or a document that is not published. */
export type ComparedModel = { readonly reference: string } | { readonly text: string }

export type ComparisonOutcome =
  | { readonly outcome: 'compared'; readonly comparison: ModelComparison }
  | { readonly outcome: 'model-unknown'; readonly known: readonly string[] }
  | { readonly outcome: 'model-invalid'; readonly check: ModelCheck }
  /** The registry, which knows everybody and who came before whom, is behind the log. */
  | { readonly outcome: 'not-seen-yet' }
  /** The signal was aborted: nobody waits for the answer any more. */
  | { readonly outcome: 'stopped' }

export interface ComparisonRequest {
  readonly from: ComparedModel
  readonly to: ComparedModel
  readonly question?: Partial<Question>
  /** The most movers that are named; all unless said otherwise. */
  readonly listed?: number
  readonly signal?: AbortSignal
}

/** After so many organisations others have their turn: some milliseconds. */
const organisationsATurn = 25

/** Who would stand elsewhere under another model, over the whole registry; each stream is read once, with those before it. */
export const compareModels = async (
  deps: ModelComparing,
  { from, to, question: asked = {}, listed = Number.MAX_SAFE_INTEGER, signal }: ComparisonRequest,
): Promise<ComparisonOutcome> => {
  const [before, after] = [find(deps, from), find(deps, to)]
  if (before.found === 'no') return before.because
  if (after.found === 'no') return after.because
  if ((await seenHead(deps)) === undefined) return { outcome: 'not-seen-yet' }
  const question = questionOf(asked, deps.clock())
  const comparing = createComparing({ from: before.model, to: after.model }, question)
  let taken = 0
  for (const id of deps.registry.index().byId.keys()) {
    try {
      comparing.take(await readLineage(deps, id))
    } catch (fault) {
      comparing.setAside(id, fault instanceof Error ? fault.message : String(fault))
    }
    taken += 1
    if (taken % organisationsATurn === 0) await setImmediate()
    if (signal?.aborted === true) return { outcome: 'stopped' }
  }
  return { outcome: 'compared', comparison: comparing.comparison(listed) }
}

type Found =
  | { readonly found: 'yes'; readonly model: ModelNamed }
  | { readonly found: 'no'; readonly because: Exclude<ComparisonOutcome, { outcome: 'compared' }> }

const find = ({ models }: ModelComparing, asked: ComparedModel): Found => {
  if ('text' in asked) {
    const checked = checkModelText(asked.text)
    return checked.valid
      ? { found: 'yes', model: checked.named }
      : { found: 'no', because: { outcome: 'model-invalid', check: checked.check } }
  }
  const model = models.find(asked.reference)
  return model === undefined
    ? { found: 'no', because: { outcome: 'model-unknown', known: models.references } }
    : { found: 'yes', model }
}
