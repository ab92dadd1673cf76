import type { Labels } from '#domain/kernel/labels.js'
import type { FactStage } from './kind.js'

/** What happens at each stage, as a noun. */
export const stageLabels: Readonly<Record<FactStage, Labels>> = {
  planned: { fr: 'annonce', en: 'announcement' },
  'plan-dropped': { fr: 'abandon du projet', en: 'plan dropped' },
  happened: { fr: 'tenue', en: 'occurrence' },
  started: { fr: 'démarrage', en: 'start' },
  completed: { fr: 'achèvement', en: 'completion' },
  abandoned: { fr: 'abandon', en: 'abandonment' },
  begun: { fr: 'début', en: 'beginning' },
  changed: { fr: 'changement', en: 'change' },
  suspended: { fr: 'suspension', en: 'suspension' },
  resumed: { fr: 'reprise', en: 'resumption' },
  confirmed: { fr: 'confirmation', en: 'confirmation' },
  ended: { fr: 'fin', en: 'end' },
}
