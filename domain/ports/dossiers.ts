/**
 * Folders of documents that are kept beside the log and may be removed again: what the log must not hold, since nothing
 * in it is ever erased. The store does not look inside; ids and names are letters, digits, points and hyphens.
 */
export interface Dossiers {
  /** Durable once it resolves; a document of that name is replaced as a whole, or not at all. */
  write(id: string, name: string, bytes: Uint8Array): Promise<void>
  /** Undefined where there is none. */
  read(id: string, name: string): Promise<Uint8Array | undefined>
  /** Of every dossier, in no order. */
  ids(): Promise<readonly string[]>
  /** One document, or the whole dossier; what is not there is removed already. */
  remove(id: string, name?: string): Promise<void>
}
