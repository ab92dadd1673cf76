import { quantity, text } from '../attribute.js'
import { family } from '../kind.js'

/** What was learnt, and what changed for people or for the administration. */
export const evaluation = family('evaluation', { fr: 'évaluation et effets', en: 'evaluation and effects' }, [
  {
    code: 'evaluation',
    shape: 'punctual',
    events: { happened: 'EvaluationDelivered' },
    labels: { fr: 'évaluation', en: 'evaluation' },
    attributes: { criteria: text('critères', 'criteria') },
  },
  {
    code: 'effect',
    shape: 'punctual',
    events: { happened: 'EffectObserved' },
    labels: { fr: 'effet', en: 'effect' },
    attributes: {
      measure: text('mesure', 'measure'),
      value: quantity('valeur', 'value'),
      unit: text('unité', 'unit'),
      saidBy: text('qui le dit', 'who says so'),
    },
  },
])
