import { randomUUID } from 'node:crypto'
import { LRUCache } from 'lru-cache'

/**
 * What forms held when they were sent and what there is to say of it, for a short time: from the redirect that answers a
 * form to the page that shows it again, and as long as a reader may go back to that page. It may hold what is kept nowhere
 * else, such as a telephone number that was refused: it stands in no log and in no address, only its key does.
 */
export interface FormStates {
  /** Keeps what can be written as JSON, and gives a key that nobody guesses. `of` names the form by its address. */
  readonly keep: (of: string, state: object) => Promise<string>
  /** Undefined when it is not kept any more, or is of another form. */
  readonly find: (of: string, key: string) => Promise<unknown>
  readonly forget: (of: string, key: string) => Promise<void>
}

export interface FormStateLimits {
  readonly states: number
  /** Of all that is kept, as JSON. */
  readonly characters: number
  readonly milliseconds: number
  /** In milliseconds since whenever. */
  readonly now: () => number
}

const usualLimits: FormStateLimits = {
  states: 1_000,
  characters: 16_000_000,
  milliseconds: 2 * 3_600_000,
  now: () => performance.now(),
}

/** In the memory of this process: a restart forgets it all, and what was used longest ago goes first. */
export const formStatesInMemory = (limits: Partial<FormStateLimits> = {}): FormStates => {
  const { states: max, characters: maxSize, milliseconds: ttl, now } = { ...usualLimits, ...limits }
  const kept = new LRUCache<string, string>({
    max,
    maxSize,
    ttl,
    ttlResolution: 0,
    perf: { now },
    sizeCalculation: (json) => json.length,
  })
  return {
    keep: (of, state) => {
      const key = randomUUID()
      kept.set(nameOf(of, key), JSON.stringify(state))
      return Promise.resolve(key)
    },
    find: (of, key) => {
      const json = kept.get(nameOf(of, key))
      return Promise.resolve(json === undefined ? undefined : JSON.parse(json))
    },
    forget: (of, key) => {
      kept.delete(nameOf(of, key))
      return Promise.resolve()
    },
  }
}

const nameOf = (of: string, key: string): string => `${key} ${of}`
