import type { ModelComparison } from '#projections/asked/model-comparison/comparison-view.js'
import { checkModelText } from './check-model.js'
import { compareModels, type ModelComparing } from './compare-models.js'

/** The most movers that a dry run names; `model compare` names them all. */
const LISTED = 500

/**
 * What publishing a version would change: who would move, from the newest version of the same model to this one.
 * Undefined where there is no version before, or the text is no model.
 */
export const effectOfPublication = async (
  deps: ModelComparing,
  text: string,
): Promise<ModelComparison | undefined> => {
  const checked = checkModelText(text)
  if (!checked.valid || deps.models.find(checked.document.id) === undefined) return undefined
  const outcome = await compareModels(deps, {
    from: { reference: checked.document.id },
    to: { text },
    listed: LISTED,
  })
  return outcome.outcome === 'compared' ? outcome.comparison : undefined
}
