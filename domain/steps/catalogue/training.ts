import { code, codesOf, countOf } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { agentsTrained, audience, days, endReasons, months, participants } from './shared-attributes.js'

/** To share the skills: sessions and paths, with the Nuancier as a palette. Never a score for a person. */
export const training = family('training', { fr: 'formation', en: 'training' }, [
  {
    code: 'training-session',
    shape: 'punctual',
    events: { happened: 'TrainingSessionHeld' },
    labels: { fr: 'session de formation', en: 'training session' },
    plural: { fr: 'sessions de formation', en: 'training sessions' },
    gender: 'f',
    attributes: {
      format: code('format', 'format', {
        module: { fr: 'module', en: 'module' },
        internship: { fr: 'stage', en: 'internship' },
        'peer-group': { fr: 'groupe de pairs', en: 'peer group' },
        course: { fr: 'cours', en: 'course' },
        other: { fr: 'autre', en: 'other' },
      }),
      agentsTrained,
      electedTrained: countOf('élus formés', 'elected members trained'),
      participants,
      audience,
      days,
      months,
      shades: codesOf('Nuancier', 'nuances du Nuancier', 'shades of the Nuancier'),
    },
  },
  {
    code: 'training-path',
    shape: 'lasting',
    events: { begun: 'TrainingPathAdopted', changed: 'TrainingPathChanged', ended: 'TrainingPathEnded' },
    labels: { fr: 'parcours de formation', en: 'training path' },
    plural: { fr: 'parcours de formation', en: 'training paths' },
    gender: 'm',
    participles: { begun: { fr: 'adopté', en: 'adopted' } },
    attributes: { reason: code('raison de la fin', 'reason of the end', endReasons) },
  },
])
