import type { Refusal, RefusalCode } from '#domain/refusals/refusal.js'
import { sentenceOfRefusal } from '#domain/refusals/refusal-sentence.js'
import type { Answer } from './message.js'

type Status = Pick<Answer, 'status' | 'exit'>

/** Not found: what was named is not on record. */
const missing: Status = { status: 404, exit: 2 }
/** Understood, and against a rule: what was told has to change. */
const against: Status = { status: 422, exit: 1 }
/** Not what the catalogue or the record knows: the words of the request have to change. */
const unfit: Status = { status: 422, exit: 2 }
/** Against what is on record already. */
const contrary: Status = { status: 409, exit: 1 }

/** The one table from a refusal to its HTTP status (RFC 9110) and the exit status of the command line. */
const statuses: Readonly<Record<RefusalCode, Status>> = {
  'organisation-unknown': missing,
  'organisation-ended': against,
  'successor-of-itself': unfit,
  'stage-not-of-kind': unfit,
  'step-unknown': unfit,
  'step-of-other-kind': unfit,
  'fact-in-future': against,
  'told-before-done': against,
  'end-before-begin': against,
  'stage-already-told': contrary,
  'step-abandoned': contrary,
  'step-completed': contrary,
  'plan-unknown': unfit,
  'link-to-itself': unfit,
  'content-differs': contrary,
  'identity-taken': { status: 409, exit: 2 },
  'fact-unknown': missing,
  'fact-retracted': contrary,
  'correction-invalid': unfit,
  'personal-data': against,
  'model-invalid': unfit,
  'model-version-taken': contrary,
  'model-version-not-next': unfit,
}

/** What every caller is told of a refusal. */
export const answerToRefusal = (refusal: Refusal): Answer => ({
  ...statuses[refusal.code],
  ...sentenceOfRefusal(refusal),
})
