import { isKindCode, kindOf } from '#domain/steps/catalogue/catalogue.js'
import type { FactStage } from '#domain/steps/declaring/kind.js'
import { stagesOfKind } from '#domain/steps/step-event.js'

/** The first stage of a kind’s own life: what one most often records. Undefined for what is no kind. */
export const usualStage = (kind: string): FactStage | undefined =>
  isKindCode(kind)
    ? stagesOfKind(kindOf(kind)).find(
        (stage) => stage !== 'planned' && stage !== 'plan-dropped' && stage !== 'confirmed',
      )
    : undefined
