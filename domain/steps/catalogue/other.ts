import { family } from '#domain/steps/declaring/kind.js'

/** What has no kind yet is recorded, not lost. */
export const other = family('other', { fr: 'autre', en: 'other' }, [
  {
    code: 'note',
    shape: 'punctual',
    events: { happened: 'NoteTaken' },
    labels: { fr: 'note', en: 'note' },
    plural: { fr: 'notes', en: 'notes' },
    gender: 'f',
    participles: { happened: { fr: 'prise', en: 'taken' } },
    attributes: {},
  },
])
