/** A place in the log as the protocol has it. Of an event, both numbers are its offset. */
export interface TfPosition {
  readonly commit: bigint
  readonly prepare: bigint
}

export const positionOfEvent = (offset: number): TfPosition => ({
  commit: BigInt(offset),
  prepare: BigInt(offset),
})

/** Before everything: as a number of 64 bits without a sign, it is the greatest one. */
export const beforeEverything: TfPosition = { commit: -1n, prepare: -1n }

export const isBehind = (one: TfPosition, other: TfPosition): boolean =>
  one.commit === other.commit ? one.prepare > other.prepare : one.commit > other.commit

/** What goes over the wire: 18446744073709551615 for -1. */
export const unsigned = (part: bigint): string => String(BigInt.asUintN(64, part))
