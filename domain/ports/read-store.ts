import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint, Position, Revision, StreamName } from './event-log.js'

declare const generation: unique symbol
/** One build of a read model's rows. Several may lie side by side, of which one serves. */
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
  /** The event at which it went wrong: of its own stream, or of one that it rests on. */
  readonly stream: StreamName
  readonly revision: Revision
  readonly position: Position
}

/** Rows take the place of those of the same organisations, and end their quarantine. */
export interface RowChanges {
  readonly rows: readonly StoredRow[]
  readonly quarantined: readonly Quarantined[]
}

/** What changes in one generation. */
export interface GenerationChanges extends RowChanges {
  readonly generation: GenerationId
}

export interface ServingGeneration {
  /** The name of the read model. */
  readonly model: string
  readonly generation: GenerationId
  /** The version of the model that made the rows. */
  readonly version: number
  readonly quarantined: readonly Quarantined[]
}

/** Everything that serves. The rows of all of it tell of exactly what lies up to the checkpoint. */
export interface Serving {
  readonly checkpoint: Checkpoint
  /** In the order of their models' names. */
  readonly generations: readonly ServingGeneration[]
}

/**
 * Where read models keep their rows: everything in it can be built again from the log. Every engine keeps the promises
 * of test/contract/read-store. A generation that the store does not hold is a mistake of the caller, and rejects.
 */
export interface ReadStore {
  /** Undefined before the first commit. */
  serving(): Promise<Serving | undefined>
  /** In the order of their ids. */
  rows(generation: GenerationId): Promise<readonly StoredRow[]>
  /** A new generation, empty, beside the one that serves; one that was never finished is thrown away. */
  beginBeside(model: string, version: number): Promise<GenerationId>
  /** Adds to a generation that does not serve yet. */
  fill(generation: GenerationId, changes: RowChanges): Promise<void>
  /**
   * Changes of all that serves from now on, and the one checkpoint, in one transaction. Named are the generations that
   * served and are to go on, and those beside that begin to; whatever served and is not named is removed, since its rows
   * would tell of another moment than the checkpoint says.
   */
  commit(changes: readonly GenerationChanges[], checkpoint: Checkpoint): Promise<void>
  /** How far a reactor has come: everything up to there is done. Undefined for one that never said. */
  reached(reactor: string): Promise<Checkpoint | undefined>
  reach(reactor: string, checkpoint: Checkpoint): Promise<void>
  /** Afterwards everything rejects. */
  close(): Promise<void>
}
