import type { ToldModelFault } from '#domain/maturity/validation/model-faults.js'
import type { PersonalDataFound } from '#domain/steps/personal-data.js'

/** Every reason for which a decision on a model says no. */
export type ModelRefusal =
  | {
      readonly code: 'model-invalid'
      readonly faults: readonly [ToldModelFault, ...ToldModelFault[]]
    }
  /** That version is published with other content; `next` is the version that may be published. */
  | {
      readonly code: 'model-version-taken'
      readonly model: string
      readonly version: number
      readonly publishedHash: string
      readonly next: number
    }
  | {
      readonly code: 'model-version-not-next'
      readonly model: string
      readonly version: number
      readonly next: number
    }
  | PersonalDataFound
