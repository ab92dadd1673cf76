import { family } from '#domain/steps/declaring/kind.js'
import { participants, team } from './shared-attributes.js'

/** From a few isolated innovations to a working network. */
export const scaling = family('scaling', { fr: 'mise à l’échelle', en: 'scaling' }, [
  {
    code: 'scaling',
    shape: 'running',
    events: { started: 'ScalingStarted', completed: 'ScalingCompleted', abandoned: 'ScalingAbandoned' },
    labels: { fr: 'mise à l’échelle', en: 'scaling' },
    plural: { fr: 'mises à l’échelle', en: 'scalings' },
    gender: 'f',
    attributes: { team, participants },
  },
])
