import type { Instant } from '#domain/kernel/instant.js'

/** Tells the present moment. Only the outermost floor reads it, and hands the moment down as a value. */
export type Clock = () => Instant
