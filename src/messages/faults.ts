import type { z } from 'zod'
import type { Fault } from '#domain/kernel/fault.js'

export { inFrench } from '#domain/kernel/fault.js'

/** Each fault with its path, which begins with `place`: `body.attributes.team`. An unknown field is one fault a field. */
export const faultsOf = (issues: readonly z.core.$ZodIssue[], place?: string): readonly Fault[] =>
  issues.flatMap((issue) => {
    const at = (...path: readonly PropertyKey[]): string =>
      [...(place === undefined ? [] : [place]), ...path].map(String).join('.')
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: at(...issue.path, key), message: 'champ inconnu' }))
      : [{ path: at(...issue.path), message: issue.message }]
  })
