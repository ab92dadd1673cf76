import type { OrganisationId } from '#domain/kernel/identifiers.js'
import type { Checkpoint } from '#domain/ports/event-log.js'
import type {
  GenerationChanges,
  GenerationId,
  Quarantined,
  ReadStore,
  RowChanges,
  Serving,
} from '#domain/ports/read-store.js'
import { storeClosed, unknownGeneration } from '../read-store-fault.js'

interface MemoryGeneration {
  readonly id: GenerationId
  readonly model: string
  readonly version: number
  readonly rows: Map<OrganisationId, string>
  readonly quarantined: Map<OrganisationId, Quarantined>
  serves: boolean
}

/** What a file is to SQLite: it outlives the stores that are opened on it. */
export interface MemoryReadStorage {
  readonly generations: Map<GenerationId, MemoryGeneration>
  readonly reactors: Map<string, Checkpoint>
  /** Of all that serves; absent before the first commit. */
  checkpoint?: Checkpoint
  begun: number
}

export const createMemoryReadStorage = (): MemoryReadStorage => ({
  generations: new Map(),
  reactors: new Map(),
  begun: 0,
})

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
    serving: pass(() => servingIn(storage)),
    rows: pass((generation) =>
      [...held(storage, generation).rows]
        .map(([id, json]) => ({ id, json }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ),
    beginBeside: pass((model, version) => begin(storage, model, version)),
    fill: pass((generation, changes) => {
      const beside = held(storage, generation)
      if (beside.serves) throw unknownGeneration(generation)
      write(beside, changes)
    }),
    commit: pass((changes, checkpoint) => commit(storage, changes, checkpoint)),
    reached: pass((reactor) => storage.reactors.get(reactor)),
    reach: pass((reactor, checkpoint) => void storage.reactors.set(reactor, checkpoint)),
    close: () => {
      closed = true
      return Promise.resolve()
    },
  }
}

const held = (storage: MemoryReadStorage, id: GenerationId): MemoryGeneration => {
  const generation = storage.generations.get(id)
  if (generation === undefined) throw unknownGeneration(id)
  return generation
}

const servingIn = ({ generations, checkpoint }: MemoryReadStorage): Serving | undefined =>
  checkpoint && {
    checkpoint,
    generations: [...generations.values()]
      .filter(({ serves }) => serves)
      .toSorted((one, other) => (one.model < other.model ? -1 : 1))
      .map(({ id, model, version, quarantined }) => ({
        model,
        generation: id,
        version,
        quarantined: [...quarantined.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
      })),
  }

/** All or nothing: what could be refused is looked up before anything is written. */
const commit = (
  storage: MemoryReadStorage,
  changes: readonly GenerationChanges[],
  checkpoint: Checkpoint,
): void => {
  const named = changes.map((change) => ({ change, generation: held(storage, change.generation) }))
  const serving = new Set(named.map(({ generation }) => generation))
  for (const generation of storage.generations.values()) {
    if (generation.serves && !serving.has(generation)) storage.generations.delete(generation.id)
  }
  for (const { change, generation } of named) {
    write(generation, change)
    generation.serves = true
  }
  storage.checkpoint = checkpoint
}

const begin = (storage: MemoryReadStorage, model: string, version: number): GenerationId => {
  for (const { id, model: name, serves } of storage.generations.values()) {
    if (name === model && !serves) storage.generations.delete(id)
  }
  storage.begun += 1
  const id = storage.begun as GenerationId // the only maker of these numbers
  storage.generations.set(id, {
    id,
    model,
    version,
    rows: new Map(),
    quarantined: new Map(),
    serves: false,
  })
  return id
}

const write = (generation: MemoryGeneration, { rows, quarantined }: RowChanges): void => {
  for (const { id, json } of rows) {
    generation.rows.set(id, json)
    generation.quarantined.delete(id)
  }
  for (const organisation of quarantined) generation.quarantined.set(organisation.id, organisation)
}
