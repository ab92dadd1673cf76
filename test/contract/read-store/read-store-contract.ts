import t, { type Test } from 'tap'
import type { Checkpoint, LogId, Position } from '#domain/ports/event-log.js'
import type { GenerationId, Quarantined, ReadStore, StoredRow } from '#domain/ports/read-store.js'
import { organisation } from '#test/support/organisation-events.js'

/** What the suite needs of an engine: a place that is nobody else's, which can be opened again and again. */
export interface ReadStorePlace {
  readonly open: () => Promise<ReadStore>
  /** Called once every store that was opened on it is closed. */
  readonly destroy: () => Promise<void>
}

interface World {
  readonly store: ReadStore
  /** Closes the store and opens the place again. */
  readonly reopen: () => Promise<ReadStore>
}

const row = (id: string, json = `{"of":"${id}"}`): StoredRow => ({ id: organisation(id), json })
const quarantined = (id: string, reason = 'abîmé / damaged'): Quarantined => ({
  id: organisation(id),
  reason,
  position: 7 as Position,
})
const checkpoint = (position: number): Checkpoint => ({
  log: 'log-of-the-tests' as LogId,
  position: position as Position,
})
const nothing = { rows: [], quarantined: [] }

/** The promises of the port, held by every engine alike. */
export const readStoreContract = (engine: string, newPlace: () => Promise<ReadStorePlace>): void => {
  const behaviour = (name: string, body: (t: Test, world: World) => Promise<void>): void => {
    void t.test(`${engine} — ${name}`, async (t) => {
      const place = await newPlace()
      let store = await place.open()
      t.teardown(async () => {
        await store.close()
        await place.destroy()
      })
      const reopen = async (): Promise<ReadStore> => {
        await store.close()
        store = await place.open()
        return store
      }
      await body(t, { store, reopen })
    })
  }

  servingBehaviours(behaviour)
  commitBehaviours(behaviour)
  buildBehaviours(behaviour)
  refusalBehaviours(behaviour)
}

type Behaviour = (name: string, body: (t: Test, world: World) => Promise<void>) => void

/** A generation that serves these rows. */
const served = async (
  store: ReadStore,
  rows: readonly StoredRow[],
  { projection = 'registry', version = 1, position = 10 } = {},
): Promise<GenerationId> => {
  const generation = await store.beginBeside(projection, version)
  await store.serve(generation, { rows, quarantined: [] }, checkpoint(position))
  return generation
}

const servingBehaviours = (behaviour: Behaviour): void => {
  behaviour('nothing serves before a build is finished', async (t, { store }) => {
    t.equal(await store.serving('registry'), undefined)
    const generation = await store.beginBeside('registry', 1)
    await store.fill(generation, { rows: [row('a')], quarantined: [] })
    t.equal(await store.serving('registry'), undefined)
  })

  behaviour('what serves tells its version and its checkpoint', async (t, { store }) => {
    const generation = await served(store, [row('a')], { version: 3, position: 42 })
    t.strictSame(await store.serving('registry'), {
      generation,
      version: 3,
      checkpoint: checkpoint(42),
      quarantined: [],
    })
  })

  behaviour('each projection has rows of its own', async (t, { store }) => {
    const registry = await served(store, [row('a')])
    const cohort = await served(store, [row('b')], { projection: 'cohort' })
    t.strictSame(await store.rows(registry), [row('a')])
    t.strictSame(await store.rows(cohort), [row('b')])
  })

  behaviour('rows come in the order of their ids, however many', async (t, { store }) => {
    const ids = Array.from({ length: 1001 }, (_, number) => `org-${String(number).padStart(5, '0')}`)
    const shuffled = ids.toSorted((one, other) => (one.slice(-1) < other.slice(-1) ? -1 : 1))
    const generation = await served(
      store,
      shuffled.map((id) => row(id)),
    )
    t.strictSame(
      await store.rows(generation),
      ids.map((id) => row(id)),
    )
  })

  behaviour('a row comes back as it was given, accents and quotes included', async (t, { store }) => {
    const json = JSON.stringify({ name: 'Région « Île-de-France » d’un "œil" 🏛 \\ \n \u2028' })
    const generation = await served(store, [row('a', json)])
    t.strictSame(await store.rows(generation), [row('a', json)])
  })

  behaviour('opened again, everything is as it was', async (t, { store, reopen }) => {
    const generation = await served(store, [row('a'), row('b')])
    const again = { rows: [row('a', '2')], quarantined: [quarantined('c')] }
    await store.commit(generation, again, checkpoint(11))
    const reopened = await reopen()
    t.strictSame(await reopened.serving('registry'), {
      generation,
      version: 1,
      checkpoint: checkpoint(11),
      quarantined: [quarantined('c')],
    })
    t.strictSame(await reopened.rows(generation), [row('a', '2'), row('b')])
  })
}

const commitBehaviours = (behaviour: Behaviour): void => {
  behaviour('a commit adds, replaces and moves the checkpoint', async (t, { store }) => {
    const generation = await served(store, [row('a'), row('b')])
    await store.commit(generation, { rows: [row('c'), row('a', '"new"')], quarantined: [] }, checkpoint(20))
    t.strictSame(await store.rows(generation), [row('a', '"new"'), row('b'), row('c')])
    t.strictSame((await store.serving('registry'))?.checkpoint, checkpoint(20))
  })

  behaviour('a commit without rows moves the checkpoint alone', async (t, { store }) => {
    const generation = await served(store, [row('a')])
    await store.commit(generation, nothing, checkpoint(99))
    t.strictSame(await store.rows(generation), [row('a')])
    t.strictSame((await store.serving('registry'))?.checkpoint, checkpoint(99))
  })

  behaviour('who is quarantined keeps the row that it had', async (t, { store }) => {
    const generation = await served(store, [row('a')])
    await store.commit(generation, { rows: [], quarantined: [quarantined('a')] }, checkpoint(11))
    t.strictSame(await store.rows(generation), [row('a')])
    t.strictSame((await store.serving('registry'))?.quarantined, [quarantined('a')])
  })

  behaviour('a row ends the quarantine of its organisation, and of no other', async (t, { store }) => {
    const generation = await served(store, [])
    const both = { rows: [], quarantined: [quarantined('b'), quarantined('a')] }
    await store.commit(generation, both, checkpoint(11))
    await store.commit(generation, { rows: [row('a')], quarantined: [] }, checkpoint(12))
    t.strictSame((await store.serving('registry'))?.quarantined, [quarantined('b')])
  })

  behaviour('a second reason takes the place of the first', async (t, { store }) => {
    const generation = await served(store, [])
    for (const reason of ['one', 'other']) {
      const failed = { rows: [], quarantined: [quarantined('a', reason)] }
      await store.commit(generation, failed, checkpoint(11))
    }
    t.strictSame((await store.serving('registry'))?.quarantined, [quarantined('a', 'other')])
  })
}

const buildBehaviours = (behaviour: Behaviour): void => {
  behaviour('a build beside leaves alone what serves', async (t, { store }) => {
    const first = await served(store, [row('a')])
    const second = await store.beginBeside('registry', 2)
    await store.fill(second, { rows: [row('b')], quarantined: [quarantined('c')] })
    t.strictSame(await store.rows(first), [row('a')])
    t.strictSame(await store.serving('registry'), {
      generation: first,
      version: 1,
      checkpoint: checkpoint(10),
      quarantined: [],
    })
  })

  behaviour('what serves can be committed to while another is built', async (t, { store }) => {
    const first = await served(store, [row('a')])
    const second = await store.beginBeside('registry', 1)
    await store.fill(second, { rows: [row('b')], quarantined: [] })
    await store.commit(first, { rows: [row('c')], quarantined: [] }, checkpoint(11))
    t.strictSame(await store.rows(first), [row('a'), row('c')])
    t.strictSame(await store.rows(second), [row('b')])
  })

  behaviour('the switch takes last changes along and removes what served', async (t, { store }) => {
    const first = await served(store, [row('a')])
    const second = await store.beginBeside('registry', 2)
    await store.fill(second, { rows: [row('b'), row('c')], quarantined: [] })
    const last = { rows: [row('c', '"last"')], quarantined: [quarantined('d')] }
    await store.serve(second, last, checkpoint(30))
    t.strictSame(await store.serving('registry'), {
      generation: second,
      version: 2,
      checkpoint: checkpoint(30),
      quarantined: [quarantined('d')],
    })
    t.strictSame(await store.rows(second), [row('b'), row('c', '"last"')])
    await t.rejects(store.rows(first), { code: 'unknown-generation' })
  })

  behaviour('a build that was never finished is thrown away by the next', async (t, { store, reopen }) => {
    const first = await served(store, [row('a')])
    const abandoned = await store.beginBeside('registry', 2)
    await store.fill(abandoned, { rows: [row('b')], quarantined: [quarantined('c')] })
    const reopened = await reopen()
    t.equal((await reopened.serving('registry'))?.generation, first)
    const next = await reopened.beginBeside('registry', 2)
    t.strictSame(await reopened.rows(next), [])
    await t.rejects(reopened.rows(abandoned), { code: 'unknown-generation' })
    t.strictSame(await reopened.rows(first), [row('a')])
  })

  behaviour('a build of one projection throws away none of another', async (t, { store }) => {
    const registry = await store.beginBeside('registry', 1)
    await store.fill(registry, { rows: [row('a')], quarantined: [] })
    await store.beginBeside('cohort', 1)
    t.strictSame(await store.rows(registry), [row('a')])
  })

  behaviour('generations never have the same number again', async (t, { store, reopen }) => {
    const first = await store.beginBeside('registry', 1)
    const reopened = await reopen()
    const second = await reopened.beginBeside('registry', 1)
    t.not(first, second)
  })
}

const refusalBehaviours = (behaviour: Behaviour): void => {
  behaviour('rows are not filled into what serves, nor committed beside it', async (t, { store }) => {
    const serving = await served(store, [row('a')])
    const beside = await store.beginBeside('registry', 1)
    const change = { rows: [row('b')], quarantined: [] }
    await t.rejects(store.fill(serving, change), { code: 'unknown-generation' })
    await t.rejects(store.serve(serving, change, checkpoint(11)), { code: 'unknown-generation' })
    await t.rejects(store.commit(beside, change, checkpoint(11)), { code: 'unknown-generation' })
    t.strictSame(await store.rows(serving), [row('a')])
    t.strictSame(await store.rows(beside), [])
    t.strictSame((await store.serving('registry'))?.checkpoint, checkpoint(10))
  })

  behaviour('a closed store refuses everything, and closes again', async (t, { store }) => {
    const generation = await served(store, [row('a')])
    await store.close()
    await store.close()
    await t.rejects(store.serving('registry'), { code: 'store-closed' })
    await t.rejects(store.rows(generation), { code: 'store-closed' })
    await t.rejects(store.commit(generation, nothing, checkpoint(11)), { code: 'store-closed' })
    await t.rejects(store.beginBeside('registry', 1), { code: 'store-closed' })
  })
}
