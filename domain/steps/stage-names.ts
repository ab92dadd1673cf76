import type { FactStage } from './step-event.js'
import type { Labels } from './labels.js'

/** What happened to a step, as a noun that needs no agreement. */
export const stageNames: Readonly<Record<FactStage, Labels>> = {
  happened: { fr: 'déroulement', en: 'taking place' },
  started: { fr: 'début', en: 'start' },
  completed: { fr: 'achèvement', en: 'completion' },
  abandoned: { fr: 'abandon', en: 'abandonment' },
  begun: { fr: 'début', en: 'beginning' },
  changed: { fr: 'changement', en: 'change' },
  suspended: { fr: 'mise en veille', en: 'suspension' },
  resumed: { fr: 'reprise', en: 'resumption' },
  ended: { fr: 'fin', en: 'end' },
  planned: { fr: 'annonce', en: 'announcement' },
  'plan-dropped': { fr: 'abandon du projet', en: 'plan dropped' },
  confirmed: { fr: 'confirmation', en: 'confirmation' },
}
