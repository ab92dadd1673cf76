/**
 * Why a read store could not be used as it was asked to. `store-closed` and `unknown-generation` are mistakes of the
 * calling code. `in-use`: another process holds the file; one can still build the rows in memory. `not-a-read-store`
 * and `newer-schema` leave the file as it is, `damaged` is healed by deleting it: all of it can be built again.
 */
export type ReadStoreFaultCode =
  'store-closed' | 'unknown-generation' | 'in-use' | 'not-a-read-store' | 'newer-schema' | 'damaged'

/** Thrown, or rejected with, by every engine. Callers look at `code`, never at the class or the message. */
export class ReadStoreFault extends Error {
  override readonly name = 'ReadStoreFault'

  constructor(
    readonly code: ReadStoreFaultCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}

export const unknownGeneration = (generation: number): ReadStoreFault =>
  new ReadStoreFault('unknown-generation', `the read store holds no such generation here: ${generation}`)

export const storeClosed = (): ReadStoreFault =>
  new ReadStoreFault('store-closed', 'the read store is closed')
