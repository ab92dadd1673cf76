import type { Kind } from './catalogue/catalogue.js'
import type { Labels } from '#domain/kernel/labels.js'
import type { FactStage } from './declaring/kind.js'

interface Participle {
  readonly m: string
  readonly f: string
  readonly en: string
}

/** What happened to a step, said of its kind: «résidence commencée», «labo ouvert», «obstacle surmonté». */
export const participleOf = (kind: Kind, stage: FactStage): Labels => {
  const participles: Partial<Readonly<Record<FactStage, Labels>>> = kind.participles ?? {}
  const own = participles[stage]
  if (own !== undefined) return own
  const { en, ...french } = usual[stage]
  return { fr: french[kind.gender], en }
}

/** The words for kinds that have none of their own; French agrees with the kind's gender. */
const usual: Readonly<Record<FactStage, Participle>> = {
  planned: { m: 'annoncé', f: 'annoncée', en: 'announced' },
  'plan-dropped': {
    m: 'abandonné avant de commencer',
    f: 'abandonnée avant de commencer',
    en: 'dropped before it began',
  },
  happened: { m: 'tenu', f: 'tenue', en: 'held' },
  started: { m: 'commencé', f: 'commencée', en: 'started' },
  completed: { m: 'achevé', f: 'achevée', en: 'completed' },
  abandoned: { m: 'abandonné', f: 'abandonnée', en: 'abandoned' },
  begun: { m: 'commencé', f: 'commencée', en: 'begun' },
  changed: { m: 'modifié', f: 'modifiée', en: 'changed' },
  suspended: { m: 'mis en veille', f: 'mise en veille', en: 'suspended' },
  resumed: { m: 'repris', f: 'reprise', en: 'resumed' },
  confirmed: { m: 'confirmé', f: 'confirmée', en: 'confirmed' },
  ended: { m: 'terminé', f: 'terminée', en: 'ended' },
}
