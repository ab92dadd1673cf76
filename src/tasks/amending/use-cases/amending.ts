import type { House, Inside } from '#src/handling/house.js'
import type { Viewer } from '#domain/access/viewer.js'
import type { StepId } from '#domain/kernel/identifiers.js'
import type { AskedHistory } from '#src/tasks/telling/use-cases/history-input.js'
import { confirmStep, correctStep, linkSteps, retractStep, type AmendmentRequest } from './amend-step.js'
import type { ConfirmationInput, CorrectionInput, LinksInput, RetractionInput } from './amendment-input.js'
import { findStep } from './find-step.js'
import { listRecordedEventsOfStep, showStep } from './show-step.js'

/** One step, and what was said of it: shown, corrected, taken back, confirmed, linked. */
export const amending = (house: House) => (viewer: Viewer) => {
  const inside: Inside = { ...house, viewer }
  return {
    amending: {
      find: (step: StepId) => findStep(inside, step),
      show: (step: StepId, asked: AskedHistory = {}) => showStep(inside, step, asked),
      recordedEvents: (step: StepId) => listRecordedEventsOfStep(inside, step),
      correct: (request: AmendmentRequest<CorrectionInput>) => correctStep(inside, request),
      retract: (request: AmendmentRequest<RetractionInput>) => retractStep(inside, request),
      confirm: (request: AmendmentRequest<ConfirmationInput>) => confirmStep(inside, request),
      link: (request: AmendmentRequest<LinksInput>) => linkSteps(inside, request),
    },
  }
}
export type Amending = ReturnType<ReturnType<typeof amending>>
