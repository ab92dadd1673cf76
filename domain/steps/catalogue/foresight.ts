import { family } from '#domain/steps/declaring/kind.js'
import { days, months, participants } from './shared-attributes.js'

/** To look ahead and to inquire: La Pointeuse, its tests in place, research by inquiry. */
export const foresight = family('foresight', { fr: 'prospective et enquête', en: 'foresight and inquiry' }, [
  {
    code: 'foresight-workshop',
    shape: 'punctual',
    events: { happened: 'ForesightWorkshopHeld' },
    labels: { fr: 'atelier de prospective', en: 'foresight workshop' },
    plural: { fr: 'ateliers de prospective', en: 'foresight workshops' },
    gender: 'm',
    attributes: { participants, days },
  },
  {
    code: 'foresight-test',
    shape: 'punctual',
    events: { happened: 'ForesightTestHeld' },
    labels: { fr: 'test de prospective', en: 'foresight test' },
    plural: { fr: 'tests de prospective', en: 'foresight tests' },
    gender: 'm',
    attributes: { participants, days },
  },
  {
    code: 'inquiry',
    shape: 'running',
    events: { started: 'InquiryStarted', completed: 'InquiryCompleted', abandoned: 'InquiryAbandoned' },
    labels: { fr: 'enquête', en: 'inquiry' },
    plural: { fr: 'enquêtes', en: 'inquiries' },
    gender: 'f',
    attributes: { months, participants },
  },
])
