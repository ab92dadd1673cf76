import { code, quantity, text } from '#domain/steps/declaring/attribute.js'
import { family } from '#domain/steps/declaring/kind.js'
import { agentsTrained, endReasons, months, participants, weeks } from './shared-attributes.js'

/** The life of an operator’s programme, and what it aims at. A target is never a result. */
export const programme = family('programme', { fr: 'programme', en: 'programme' }, [
  {
    code: 'programme',
    shape: 'lasting',
    events: {
      begun: 'ProgrammeOpened',
      changed: 'ProgrammeChanged',
      suspended: 'ProgrammeSuspended',
      resumed: 'ProgrammeResumed',
      ended: 'ProgrammeEnded',
    },
    labels: { fr: 'programme', en: 'programme' },
    plural: { fr: 'programmes', en: 'programmes' },
    gender: 'm',
    participles: { begun: { fr: 'ouvert', en: 'opened' }, ended: { fr: 'clos', en: 'closed' } },
    attributes: {
      weeks,
      months,
      participants,
      reason: code('raison de la fin', 'reason of the end', endReasons),
    },
  },
  {
    code: 'target',
    shape: 'punctual',
    events: { happened: 'TargetSet' },
    labels: { fr: 'objectif', en: 'target' },
    plural: { fr: 'objectifs', en: 'targets' },
    gender: 'm',
    participles: { happened: { fr: 'fixé', en: 'set' } },
    attributes: {
      agentsTrained,
      participants,
      value: quantity('valeur visée', 'target value'),
      unit: text('unité', 'unit'),
    },
  },
])
