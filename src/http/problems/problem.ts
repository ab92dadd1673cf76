import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Fault } from '#domain/kernel/fault.js'
import { detailsOfRefusal, type Refusal } from '#domain/refusals/refusal.js'
import { outcomeAnswers, type OutcomeCode } from '#src/messages/outcome-answers.js'
import { answerToRefusal } from '#src/messages/refusal-answers.js'
import { titleOf } from '#src/messages/titles.js'

/** Every error of the interface: RFC 9457, with a stable code, both languages, and the path of each fault. */
export const Problem = z
  .looseObject({
    type: z.string(),
    /** In a word or two, in French: the same for all problems of a status. */
    title: z.string(),
    status: z.int(),
    code: z.string(),
    /** What is wrong and what to do, in French; `en` says it in English. */
    detail: z.string(),
    en: z.string(),
    /** A model’s faults have a `code`, an English sentence `en`, and the `line` and `column` of the text as well. */
    faults: z.array(z.looseObject({ path: z.string(), message: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem', description: 'Erreur (RFC 9457)' })
export type Problem = z.infer<typeof Problem>

/** The description of an answer that is a problem. */
export const problemNamed = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
})

/** What any route may answer besides: for its description. */
export const problems = {
  '4xx': problemNamed('La demande ne peut être satisfaite : voir `code` (the request cannot be met)'),
  '5xx': problemNamed('Pas maintenant, ou une erreur d’ici (not now, or a fault of ours)'),
} as const

/** Answers with a refusal of the domain; what it carries (`changes`, `target`…) stands beside the sentences. */
export const sendRefusal = (reply: FastifyReply, refusal: Refusal): FastifyReply => {
  const { status, fr, en } = answerToRefusal(refusal)
  return sendProblem(reply, { status, code: refusal.code, fr, en, details: detailsOfRefusal(refusal) })
}

/** Answers with what is not a refusal of the domain: a wrong request, a moment that is not right, a fault of ours. */
export const sendOutcome = (
  reply: FastifyReply,
  code: OutcomeCode,
  details: { readonly faults?: readonly Fault[] } & Readonly<Record<string, unknown>> = {},
): FastifyReply => {
  const { status, fr, en } = outcomeAnswers[code]
  if (status === 503) void reply.header('retry-after', '1')
  return sendProblem(reply, { status, code, fr, en, details })
}

interface ProblemParts {
  readonly status: number
  readonly code: string
  readonly fr: string
  readonly en: string
  readonly details: Readonly<Record<string, unknown>>
}

const sendProblem = (reply: FastifyReply, { status, code, fr, en, details }: ProblemParts): FastifyReply => {
  const problem = {
    ...details,
    type: `urn:trajectoires:problem:${code}`,
    title: titleOf(status),
    status,
    code,
    detail: fr,
    en,
    requestId: reply.request.id,
  }
  // Sent as they are: what they carry besides differs from one code to the next.
  return reply.code(status).type('application/problem+json').serializer(JSON.stringify).send(problem)
}
