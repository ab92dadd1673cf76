/** A JSON pointer (RFC 6901) with more steps, each escaped. */
export const pointer = (path: string, ...steps: readonly PropertyKey[]): string =>
  steps.reduce<string>(
    (built, step) => `${built}/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    path,
  )
