import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, Position } from './event-log.js'

declare const generation: unique symbol
/** One build of a projection's rows. Several may lie side by side, of which one serves. */
export type GenerationId = number & { readonly [generation]: true }

/** A row as text: the store does not look inside. */
export interface StoredRow {
  readonly id: OrganisationId
  readonly json: string
}

/** An organisation whose stream gives no row any more; the row that it had stays. */
export interface Quarantined {
  readonly id: OrganisationId
  /** French and English. */
  readonly reason: string
  /** Up to where its stream was read in vain. */
  readonly position: Position
}

/** Rows take the place of those of the same organisations, and end their quarantine. */
export interface RowChanges {
  readonly rows: readonly StoredRow[]
  readonly quarantined: readonly Quarantined[]
}

export interface ServingGeneration {
  readonly generation: GenerationId
  /** The version of the projection that made the rows. */
  readonly version: number
  /** The rows tell of exactly what lies up to here. */
  readonly checkpoint: Checkpoint
  readonly quarantined: readonly Quarantined[]
}

/**
 * Where projections keep their rows: everything in it can be built again from the log. Every engine keeps the promises
 * of test/contract/read-store. A generation that the store does not hold is a mistake of the caller, and rejects.
 */
export interface ReadStore {
  /** What serves under a projection's name; undefined before the first build was finished. */
  serving(projection: string): Promise<ServingGeneration | undefined>
  /** In the order of their ids. */
  rows(generation: GenerationId): Promise<readonly StoredRow[]>
  /** Changes of the generation that serves and its new checkpoint, in one transaction. */
  commit(generation: GenerationId, changes: RowChanges, checkpoint: Checkpoint): Promise<void>
  /** A new generation, empty, beside the one that serves; one that was never finished is thrown away. */
  beginBeside(projection: string, version: number): Promise<GenerationId>
  /** Adds to a generation that does not serve yet. */
  fill(generation: GenerationId, changes: RowChanges): Promise<void>
  /** The last changes, the checkpoint and the switch in one transaction; the generation that served is removed. */
  serve(generation: GenerationId, changes: RowChanges, checkpoint: Checkpoint): Promise<void>
  /** Afterwards everything rejects. */
  close(): Promise<void>
}
