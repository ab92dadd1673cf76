import { z } from 'zod'
import { present } from '#domain/kernel/present.js'
import type { WriteRequest } from '#src/handling/writing/write-organisation.js'
import { expectedOfEtag, IdempotencyKey } from './read-parameters.js'

export const WriteHeaders = z.looseObject({
  'idempotency-key': IdempotencyKey,
  'if-match': z
    .string()
    .max(40)
    .optional()
    .describe('l’ETag lu dans l’historique : 412 si l’organisation a changé depuis'),
})

/** What a request to write carries beside its body. */
export interface AskedToWrite<Headers = z.infer<typeof WriteHeaders>> {
  readonly id: string
  readonly headers: Headers
  readonly query: { readonly dryRun?: boolean | undefined }
}

/** Who writes, under which key, and whether it is only a trial. */
export const writeRequestOf = ({
  id,
  headers,
  query,
}: AskedToWrite<Pick<z.infer<typeof WriteHeaders>, 'idempotency-key'>>): Omit<WriteRequest, 'expected'> =>
  present({
    correlationId: id,
    idempotencyKey: headers['idempotency-key'],
    dryRun: query.dryRun,
  })

/** The same with the revision that `If-Match` names; undefined when that is no ETag of this interface. */
export const matchingWriteRequestOf = (asked: AskedToWrite): WriteRequest | undefined => {
  const matching = expectedOfEtag(asked.headers['if-match'])
  return matching.read ? present({ ...writeRequestOf(asked), expected: matching.expected }) : undefined
}
