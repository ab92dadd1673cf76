import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type {
  GenerationId,
  Quarantined,
  ReadStore,
  RowChanges,
  ServingGeneration,
} from '#domain/ports/read-store.js'
import { storeClosed, unknownGeneration } from '../read-store-fault.js'

interface MemoryGeneration {
  readonly id: GenerationId
  readonly projection: string
  readonly version: number
  readonly rows: Map<OrganisationId, string>
  readonly quarantined: Map<OrganisationId, Quarantined>
  /** Present once it serves. */
  checkpoint?: Checkpoint
}

/** What a file is to SQLite: it outlives the stores that are opened on it. */
export interface MemoryReadStorage {
  readonly generations: Map<GenerationId, MemoryGeneration>
  begun: number
}

export const createMemoryReadStorage = (): MemoryReadStorage => ({ generations: new Map(), begun: 0 })

/** Rows that live as long as their storage: for tests, and where another process holds the file. */
export const openMemoryReadStore = (storage: MemoryReadStorage = createMemoryReadStorage()): ReadStore => {
  let closed = false
  const pass =
    <P extends readonly unknown[], Result>(operation: (...parameters: P) => Result) =>
    (...parameters: P): Promise<Result> =>
      new Promise((resolve) => {
        if (closed) throw storeClosed()
        resolve(operation(...parameters))
      })

  return {
    serving: pass((projection) => servingIn(storage, projection)),
    rows: pass((generation) =>
      [...held(storage, generation).rows]
        .map(([id, json]) => ({ id, json }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ),
    commit: pass((generation, changes, checkpoint) => {
      const served = held(storage, generation, 'serving')
      write(served, changes)
      served.checkpoint = checkpoint
    }),
    beginBeside: pass((projection, version) => begin(storage, projection, version)),
    fill: pass((generation, changes) => write(held(storage, generation, 'beside'), changes)),
    serve: pass((generation, changes, checkpoint) => {
      const next = held(storage, generation, 'beside')
      const previous = servingGeneration(storage, next.projection)
      write(next, changes)
      next.checkpoint = checkpoint
      if (previous !== undefined) storage.generations.delete(previous.id)
    }),
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}

const held = (storage: MemoryReadStorage, id: GenerationId, as?: 'serving' | 'beside'): MemoryGeneration => {
  const generation = storage.generations.get(id)
  const serves = generation?.checkpoint !== undefined
  if (generation === undefined || (as !== undefined && serves !== (as === 'serving')))
    throw unknownGeneration(id)
  return generation
}

const servingGeneration = (storage: MemoryReadStorage, projection: string): MemoryGeneration | undefined =>
  [...storage.generations.values()].find(
    (generation) => generation.projection === projection && generation.checkpoint !== undefined,
  )

const servingIn = (storage: MemoryReadStorage, projection: string): ServingGeneration | undefined => {
  const found = servingGeneration(storage, projection)
  if (found?.checkpoint === undefined) return undefined
  const { id, version, checkpoint, quarantined } = found
  return {
    generation: id,
    version,
    checkpoint,
    quarantined: [...quarantined.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  }
}

const begin = (storage: MemoryReadStorage, projection: string, version: number): GenerationId => {
  for (const { id, projection: name, checkpoint } of storage.generations.values()) {
    if (name === projection && checkpoint === undefined) storage.generations.delete(id)
  }
  storage.begun += 1
  const id = storage.begun as GenerationId // the only maker of these numbers
  storage.generations.set(id, { id, projection, version, rows: new Map(), quarantined: new Map() })
  return id
}

const write = (generation: MemoryGeneration, { rows, quarantined }: RowChanges): void => {
  for (const { id, json } of rows) {
    generation.rows.set(id, json)
    generation.quarantined.delete(id)
  }
  for (const organisation of quarantined) generation.quarantined.set(organisation.id, organisation)
}
