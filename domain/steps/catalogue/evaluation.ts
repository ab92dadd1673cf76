import { codes, flag, quantity, text } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'

/**
 * What was learnt, and what changed for people or for the administration. The steps that an effect is attributed to
 * are those that it follows.
 */
export const evaluation = family('evaluation', { fr: 'évaluation et effets', en: 'evaluation and effects' }, [
  {
    code: 'evaluation',
    shape: 'punctual',
    events: { happened: 'EvaluationDelivered' },
    labels: { fr: 'évaluation', en: 'evaluation' },
    plural: { fr: 'évaluations', en: 'evaluations' },
    gender: 'f',
    participles: { happened: { fr: 'rendue', en: 'delivered' } },
    attributes: {
      criteria: text('critères', 'criteria'),
      guide: flag('guide publié', 'guide published'),
      report: flag('rapport publié', 'report published'),
    },
  },
  {
    code: 'effect',
    shape: 'punctual',
    events: { happened: 'EffectObserved' },
    labels: { fr: 'effet', en: 'effect' },
    plural: { fr: 'effets', en: 'effects' },
    gender: 'm',
    participles: { happened: { fr: 'constaté', en: 'observed' } },
    attributes: {
      changedFor: codes('pour qui', 'for whom', {
        people: { fr: 'les habitants et usagers', en: 'people' },
        administration: { fr: 'l’administration', en: 'the administration' },
      }),
      measure: text('mesure', 'measure'),
      value: quantity('valeur', 'value'),
      unit: text('unité', 'unit'),
      saidBy: text('qui le dit', 'who says so'),
    },
  },
])
